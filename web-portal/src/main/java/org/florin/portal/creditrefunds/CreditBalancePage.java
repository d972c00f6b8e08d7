package org.florin.portal.creditrefunds;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.florin.creditrefunds.CreditRefundOrigin;
import org.florin.creditrefunds.CreditRefundView;
import org.florin.creditrefunds.FindCreditRefunds;
import org.florin.creditrefunds.OrderCreditRefund;
import org.florin.kernel.Money;
import org.florin.portal.accounts.OwnAccounts;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** What the bank owes the cardholder, and a way to have it sent. */
@Named
@RequestScoped
public class CreditBalancePage {

  private static final int SHOWN = 10;

  @Inject CurrentUser user;
  @Inject OwnAccounts accounts;
  @Inject FindCreditRefunds find;
  @Inject OrderCreditRefund order;

  private Optional<Money> credit = Optional.empty();
  private List<CreditRefundView> refunds = List.of();

  @PostConstruct
  void open() {
    accounts
        .of(user.customer())
        .ifPresent(
            account -> {
              credit = Optional.of(account.postedBalance().negated()).filter(Money::isPositive);
              refunds = find.ofAccount(account.id(), SHOWN);
            });
  }

  /** Has all of it sent. */
  public void send() {
    accounts
        .of(user.customer())
        .ifPresent(
            account -> {
              switch (order.handle(
                  new OrderCreditRefund.Command(
                      account.id(),
                      Optional.empty(),
                      CreditRefundOrigin.REQUESTED,
                      Optional.of(user.customer()),
                      user.actor()))) {
                case OrderCreditRefund.Outcome.Ordered ordered ->
                    Messages.done("Your money is on its way, within seven business days.");
                case OrderCreditRefund.Outcome.AccountUnknown unknown ->
                    Messages.failed("There is no account.");
                case OrderCreditRefund.Outcome.NotOwed not ->
                    Messages.failed("There is no credit balance any more.");
              }
            });
    open();
  }

  public Optional<Money> getCredit() {
    return credit;
  }

  public List<CreditRefundView> getRefunds() {
    return refunds;
  }
}

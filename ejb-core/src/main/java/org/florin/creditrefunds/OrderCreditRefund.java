package org.florin.creditrefunds;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CreditRefundId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;

/** Orders that a credit balance, or part of it, is paid back. */
@Stateless
public class OrderCreditRefund {

  static final String PAYABLE = "refund_payable";

  /**
   * @param amount empty for all of it
   * @param owner whose own account it must be; empty for staff, partners and the bank itself
   */
  public record Command(
      AccountId account,
      Optional<Money> amount,
      CreditRefundOrigin origin,
      Optional<CustomerId> owner,
      Actor actor) {}

  /** What became of it. */
  public sealed interface Outcome {

    /** The money is on its way to the payments office. */
    record Ordered(CreditRefundView refund) implements Outcome {}

    /** No such account, or not for this cardholder. */
    record AccountUnknown() implements Outcome {}

    /** The bank owes less than that, or nothing. */
    record NotOwed(Money credit) implements Outcome {}
  }

  @Inject CreditRefunds refunds;
  @Inject AccountBook book;
  @Inject FindAccounts accounts;
  @Inject BusinessClock clock;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  public Outcome handle(Command command) {
    book.lock(List.of(command.account()));
    return accounts
        .byId(command.account())
        .filter(account -> command.owner().map(account.customer()::equals).orElse(true))
        .map(account -> order(account, command))
        .orElseGet(Outcome.AccountUnknown::new);
  }

  private Outcome order(AccountView account, Command command) {
    var amount = CreditRefundPolicy.amount(account.postedBalance(), command.amount());
    if (amount.isEmpty()) {
      return new Outcome.NotOwed(
          account.postedBalance().negated().max(Money.zero(account.postedBalance().currency())));
    }
    var today = clock.businessDate();
    var refund =
        new CreditRefundView(
            CreditRefundId.create(),
            account.id(),
            amount.get(),
            command.origin(),
            today,
            CreditRefundPolicy.payBy(today),
            Optional.empty(),
            Optional.empty());
    refunds.add(refund, clock.now());
    book.post(
        Posting.of(
                "credit_refund:" + refund.id(),
                PostingKind.ADJUSTMENT,
                account.id(),
                refund.amount(),
                today,
                clock.now(),
                "Credit balance paid back",
                command.actor().channel())
            .against(PAYABLE));
    outbox.append(CreditRefundEvents.of("credit_refund.ordered", refund));
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "credit_refund.order",
            account.id().toString(),
            refund.id() + " " + refund.amount()));
    return new Outcome.Ordered(refund);
  }
}

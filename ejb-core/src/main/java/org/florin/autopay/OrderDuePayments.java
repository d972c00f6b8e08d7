package org.florin.autopay;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.payments.MakePayment;
import org.florin.statements.FindStatements;

/**
 * Orders the automatic payments of statements that are due in some days, so that a rail has time to
 * answer and a person to step in. An order is kept with its statement and never made twice.
 */
@Stateless
public class OrderDuePayments {

  /** So many days before the due date a payment is ordered. */
  public static final int DAYS_BEFORE = 3;

  @Inject Autopays autopays;
  @Inject FindAccounts accounts;
  @Inject FindStatements statements;
  @Inject MakePayment pay;

  /**
   * Orders up to {@code countMax} payments, in one transaction.
   *
   * @param day business date that is closed
   * @return how many accounts were looked at; call again while that is {@code countMax}
   */
  public int handle(LocalDate day, int countMax) {
    var dueOn = day.plusDays(DAYS_BEFORE);
    var due = autopays.due(dueOn, countMax);
    due.forEach(account -> autopays.ordered(account, dueOn, order(account)));
    return due.size();
  }

  private Optional<PaymentId> order(AccountId id) {
    var plan = autopays.find(id).orElseThrow();
    var account = accounts.byId(id).orElseThrow();
    var standing = statements.standing(id).orElseThrow();
    var latest = standing.statement().orElseThrow();
    var minor =
        AutopayPolicy.amountMinor(
            plan,
            new AutopayPolicy.Owed(
                standing.required().minor(),
                latest.balance().minus(latest.disputed()).minor(),
                latest.settled().minor(),
                account.postedBalance().minus(standing.disputed()).minor()));
    if (minor == 0) {
      return Optional.empty();
    }
    return switch (pay.handle(
        new MakePayment.Command(
            id,
            new Money(Math.min(minor, MakePayment.AMOUNT_MAX_MINOR), latest.balance().currency()),
            plan.rail(),
            plan.method(),
            Optional.empty(),
            Optional.empty(),
            "autopay",
            "batch"))) {
      case MakePayment.Outcome.Taken taken -> Optional.of(taken.payment().id());
      case MakePayment.Outcome.AccountUnknown unknown -> Optional.empty();
      case MakePayment.Outcome.AmountRefused refused -> Optional.empty();
      case MakePayment.Outcome.DuplicateExternalId duplicate -> Optional.empty();
    };
  }
}

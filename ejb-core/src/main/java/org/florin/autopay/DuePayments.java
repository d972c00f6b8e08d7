package org.florin.autopay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.payments.MakePayment;
import org.florin.statements.FindStatements;

/** Orders what an account's plan pays as things stand. */
@ApplicationScoped
class DuePayments {

  @Inject Autopays autopays;
  @Inject FindAccounts accounts;
  @Inject FindStatements statements;
  @Inject MakePayment pay;

  /** The payment; empty where nothing is owed. */
  Optional<PaymentId> order(AccountId id) {
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

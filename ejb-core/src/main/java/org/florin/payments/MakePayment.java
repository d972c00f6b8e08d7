package org.florin.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;

/** Takes a cardholder's order to pay; the rail gets it after the commit, from the outbox. */
@Stateless
public class MakePayment {

  /** Most that one payment may be, in minor units. */
  public static final long AMOUNT_MAX_MINOR = 100_000_000;

  /**
   * @param amount above zero, at most {@link #AMOUNT_MAX_MINOR}
   * @param method what the rail takes it from: a Stripe payment method id, or a bank account
   *     reference
   */
  public record Command(
      AccountId account,
      Money amount,
      Rail rail,
      String method,
      Optional<ClientId> client,
      Optional<String> externalId,
      String actor,
      String channel) {}

  /** What became of the order. */
  public sealed interface Outcome {

    /** The intent is stored and on its way. */
    record Taken(PaymentView payment) implements Outcome {}

    /** No such account. */
    record AccountUnknown() implements Outcome {}

    /** The amount is out of range or not in the account's currency. */
    record AmountRefused(String why) implements Outcome {}

    /** The partner's own id was used before. */
    record DuplicateExternalId(PaymentId original) implements Outcome {}
  }

  @Inject Payments payments;
  @Inject FindAccounts accounts;
  @Inject FindPayments find;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  public Outcome handle(Command command) {
    var account = accounts.byId(command.account());
    if (account.isEmpty()) {
      return new Outcome.AccountUnknown();
    }
    var amount = command.amount();
    if (!amount.currency().equals(account.get().creditLimit().currency())) {
      return new Outcome.AmountRefused(
          "the account is kept in " + account.get().creditLimit().currency());
    }
    if (!amount.isPositive() || amount.minor() > AMOUNT_MAX_MINOR) {
      return new Outcome.AmountRefused("1 to " + AMOUNT_MAX_MINOR + " minor units");
    }
    if (command.externalId().isPresent() && command.client().isPresent()) {
      var original =
          find.page(Optional.empty(), command.client(), command.externalId(), Optional.empty(), 1);
      if (!original.isEmpty()) {
        return new Outcome.DuplicateExternalId(original.getFirst().id());
      }
    }
    var now = SystemTime.now();
    var payment =
        new PaymentView(
            PaymentId.create(),
            command.account(),
            command.rail(),
            command.method(),
            amount,
            PaymentStatus.INITIATED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            command.client(),
            command.externalId(),
            0,
            now,
            now);
    payments.add(payment, command.actor(), command.channel());
    outbox.append(PaymentEvents.of("payment.initiated", payment));
    audit.record(
        AuditEntry.done(
            command.actor(),
            command.channel(),
            "payment.make",
            payment.id().toString(),
            amount + " by " + command.rail().code()));
    return new Outcome.Taken(payment);
  }
}

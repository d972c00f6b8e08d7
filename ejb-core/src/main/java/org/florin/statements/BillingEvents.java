package org.florin.statements;

import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.kernel.StatementId;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.statements.delinquency.Bucket;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.ClosedDay;
import org.florin.statements.tape.LastStatement;

/** What the close of a day has to tell of an account. */
final class BillingEvents {

  /** A payment that is due in so many days is reminded of. */
  static final int REMINDER_DAYS = 5;

  private BillingEvents() {}

  static List<OutboxEvent> of(
      AccountId account, String currency, AccountDay yesterday, ClosedDay closed) {
    var events = new ArrayList<OutboxEvent>();
    var day = closed.day();
    closed
        .cycle()
        .ifPresent(
            cycle ->
                events.add(
                    event(
                        "statement.ready",
                        StatementId.of(account, day.day()).toString(),
                        account,
                        about(account, currency)
                            .add("statement", StatementId.of(account, day.day()).toString())
                            .add("new_balance", cycle.statement().balanceMinor())
                            .add("minimum_payment", cycle.minimumMinor())
                            .add("payment_due_on", cycle.statement().dueOn().toString()))));
    if (isReminderDay(day)) {
      events.add(
          event(
              "payment.due_soon",
              account.toString(),
              account,
              about(account, currency)
                  .add("amount", DelinquencyPolicy.requiredMinor(day.standing().dues()))
                  .add("payment_due_on", day.day().plusDays(REMINDER_DAYS).toString())));
    }
    var bucket = Bucket.of(day.daysPastDue());
    if (bucket != Bucket.of(yesterday.daysPastDue())) {
      events.add(
          event(
              bucket == Bucket.CURRENT ? "account.cured" : "account.past_due",
              account.toString(),
              account,
              about(account, currency)
                  .add("bucket", bucket.code())
                  .add("days_past_due", day.daysPastDue())
                  .add(
                      "past_due",
                      DelinquencyPolicy.pastDueMinor(day.standing().dues(), day.day()))));
    }
    if (closed.chargedOffMinor() > 0) {
      events.add(
          event(
              "account.charged_off",
              account.toString(),
              account,
              about(account, currency).add("amount", closed.chargedOffMinor())));
    }
    return events;
  }

  private static boolean isReminderDay(AccountDay day) {
    return !day.standing().dues().isEmpty()
        && day.standing()
            .statement()
            .map(LastStatement::dueOn)
            .filter(day.day().plusDays(REMINDER_DAYS)::equals)
            .isPresent();
  }

  private static JsonObjectBuilder about(AccountId account, String currency) {
    return JsonParts.object().add("account", account.toString()).add("currency", currency);
  }

  private static OutboxEvent event(
      String type, String aggregate, AccountId account, JsonObjectBuilder payload) {
    return OutboxEvent.of(type, aggregate, account, payload.build().toString());
  }
}

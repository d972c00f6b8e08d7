package org.florin.autopay;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;

/**
 * Tries an automatic payment once more that was refused for lack of funds, as long as it can still
 * come in time. The cardholder is told the day before.
 */
@Stateless
public class RetryRefusedPayments {

  @Inject Autopays autopays;
  @Inject DuePayments payments;
  @Inject Outbox outbox;

  /**
   * Makes the tries that are announced for the date and announces those of the next, up to {@code
   * countMax} of each, in one transaction.
   *
   * @param day business date that is closed
   * @return whether there may be more
   */
  public boolean handle(LocalDate day, int countMax) {
    var due = autopays.toRetry(day, countMax);
    due.forEach(
        refused ->
            autopays.retried(refused, payments.order(refused.account()).orElse(refused.payment())));
    var news = autopays.refused(day, countMax);
    news.forEach(refused -> announce(refused, day.plusDays(1)));
    return due.size() == countMax || news.size() == countMax;
  }

  private void announce(Autopays.Refused refused, LocalDate retryOn) {
    autopays.announce(refused, retryOn);
    outbox.append(
        OutboxEvent.of(
            "autopay.retry_announced",
            refused.account().toString(),
            refused.account(),
            JsonParts.object()
                .add("account", refused.account().toString())
                .add("payment", refused.payment().toString())
                .add("retry_on", retryOn.toString())
                .build()
                .toString()));
  }
}

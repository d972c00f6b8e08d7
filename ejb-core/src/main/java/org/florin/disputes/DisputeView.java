package org.florin.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.ClientId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.DisputeId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;

/**
 * A dispute as it is now.
 *
 * @param lateReason why staff took it although it came late
 * @param creditedMinor credited by postings, for good or for the time being
 */
public record DisputeView(
    DisputeId id,
    AccountId account,
    TransactionId transaction,
    Optional<ClientId> client,
    DisputeReason reason,
    String explanation,
    Optional<String> lateReason,
    DisputeState state,
    CurrencyCode currency,
    Liability liability,
    long creditedMinor,
    LocalDate receivedOn,
    DisputeDeadlines deadlines,
    Instant createdAt,
    Instant changedAt) {

  /** What is in dispute, or was. */
  public Money amount() {
    return money(liability.originalMinor());
  }

  /** An amount in the dispute's currency. */
  public Money money(long minor) {
    return new Money(minor, currency);
  }

  /** Until when the next step must be taken. */
  public LocalDate nextDeadline() {
    return state == DisputeState.RECEIVED ? deadlines.acknowledgeBy() : deadlines.resolveBy();
  }

  /** Whether a step that the law asks for was not taken in time. */
  public boolean isOverdue(LocalDate today) {
    return state.isOpen() && today.isAfter(nextDeadline());
  }
}

package org.florin.creditrefunds;

import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CreditRefundId;
import org.florin.kernel.Money;

/**
 * A credit balance that is paid back.
 *
 * @param payBy last day to send the money
 * @param reference of the money that was sent; empty before
 */
public record CreditRefundView(
    CreditRefundId id,
    AccountId account,
    Money amount,
    CreditRefundOrigin origin,
    LocalDate orderedOn,
    LocalDate payBy,
    Optional<LocalDate> sentOn,
    Optional<String> reference) {

  /** Whether the money should have been sent. */
  public boolean isOverdue(LocalDate today) {
    return sentOn.isEmpty() && today.isAfter(payBy);
  }

  /** Ordered or sent. */
  public String status() {
    return sentOn.isPresent() ? "sent" : "ordered";
  }
}

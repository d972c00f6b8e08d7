package org.florin.authorization.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * A row of the hold table: for which payments it is and how long they are held. Rows are tried by
 * rank; what a row leaves empty it accepts.
 *
 * @param network lower case, such as {@code visa}
 * @param cardPresent whether the card was at the merchant
 * @param merchantInitiated whether the merchant asks without the cardholder taking part
 * @param kind code of the kind of payment
 * @param days 1 to 31; with {@code untilCompletion} the fallback if no completion comes
 * @param extendsOnIncrement whether an increment starts the days anew
 */
public record HoldRule(
    int rank,
    Optional<String> network,
    Optional<Boolean> cardPresent,
    Optional<Boolean> merchantInitiated,
    Optional<String> kind,
    MccRange categories,
    int days,
    boolean untilCompletion,
    boolean extendsOnIncrement) {

  /**
   * A payment that asks for its row.
   *
   * @param network empty if none is known
   */
  public record Payment(
      Optional<String> network,
      boolean cardPresent,
      boolean merchantInitiated,
      String kind,
      int mcc) {}

  public HoldRule {
    if (days < 1 || days > 31) {
      throw new IllegalArgumentException("a hold lives 1 to 31 days");
    }
  }

  boolean isFor(Payment payment) {
    return (network.isEmpty() || network.equals(payment.network()))
        && cardPresent.filter(present -> present != payment.cardPresent()).isEmpty()
        && merchantInitiated.filter(alone -> alone != payment.merchantInitiated()).isEmpty()
        && kind.filter(code -> !code.equals(payment.kind())).isEmpty()
        && categories.contains(payment.mcc());
  }

  /** How long what is held lives. */
  public Duration life() {
    return Duration.ofDays(days);
  }
}

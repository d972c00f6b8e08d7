package org.florin.disputes;

/** How a dispute ends. Amounts are minor units of its currency. */
public sealed interface Resolution {

  /**
   * There was an error: all of it is credited for good.
   *
   * @param recoveredMinor what the merchant gives back; the rest is the bank's loss
   */
  record ForCardholder(long recoveredMinor) implements Resolution {}

  /** There was no error: the cardholder owes it. */
  record ForMerchant() implements Resolution {}

  /**
   * There was another or a smaller error.
   *
   * @param creditedMinor above 0 and below the amount in dispute
   * @param recoveredMinor part of it that the merchant gives back
   */
  record InPart(long creditedMinor, long recoveredMinor) implements Resolution {}
}

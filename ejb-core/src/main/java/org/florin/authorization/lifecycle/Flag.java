package org.florin.authorization.lifecycle;

import java.util.Locale;

/** What was remarkable about an element; it took effect all the same. */
public enum Flag {
  /** More was reversed than was left to reverse; what was left was given back. */
  OVER_REVERSAL,
  /** More was cleared than authorized, beyond the tolerance of the merchant's category. */
  OVER_CAPTURE,
  /** Cleared after its hold had expired. */
  LATE_CLEARING,
  /** Cleared without an approval to lean on. */
  UNMATCHED_FORCE_POST,
  /** More was refunded than was cleared. */
  OVER_REFUND,
  /** A completion above what was held for it. */
  ABOVE_HOLD,
  /** Came after the payment had ended. */
  AFTER_END,
  /** Decided by somebody else in our place. */
  STAND_IN,
  /** Applied although it exceeded the available credit. */
  OVER_LIMIT,
  /** An increment that was declined; the original stands. */
  DECLINED,
  /** Arrived before the authorization it belongs to. */
  PARKED;

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

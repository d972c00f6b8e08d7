package org.florin.authorization.lifecycle;

import java.util.Locale;

/** What a message does to a card payment. */
public enum Effect {
  /** The payment begins, by our decision. */
  OPEN,
  /** The payment begins, decided by somebody else in our place; applied even over the limit. */
  OPEN_FORCED,
  /** The message waits for the payment it belongs to. */
  PARK,
  /** More is authorized, if a new decision on the difference says yes. */
  RAISE,
  /** Part or all of what is not yet cleared is given back. */
  GIVE_BACK,
  /** The final amount is known and replaces what was authorized. */
  CONFIRM,
  /** Counts against what was authorized; booked. */
  CLEAR,
  /** Booked although its hold had expired. */
  CLEAR_LATE,
  /** Booked on its own: there is no approval to lean on. */
  POST_UNLINKED,
  /** A credit for the payment; booked. */
  CREDIT,
  /** The hold ends because its time is over. */
  RELEASE,
  /** Recorded and flagged; changes no sum. */
  NOTE,
  /** Known already or pointless; changes nothing and is answered as done. */
  NOTHING,
  /** Declined: the hold it wants to raise has expired. */
  DECLINE_EXPIRED,
  /** Declined: the payment takes no more. */
  DECLINE_CLOSED;

  static Effect ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The name in the table, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.florin.offers;

import java.util.List;

/** What came of an order about an account's rates. */
public sealed interface RateChange {

  /** It is noted and counts from its first day. */
  record Done() implements RateChange {}

  /** The law or the account's books forbid it; nothing was changed. */
  record Refused(List<Fault> faults) implements RateChange {}

  /** There is no such account. */
  record NoAccount() implements RateChange {}

  /**
   * One thing wrong.
   *
   * @param member of the order, such as {@code ends_on}
   */
  record Fault(String member, String message) {}
}

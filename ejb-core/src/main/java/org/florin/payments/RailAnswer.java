package org.florin.payments;

import java.util.Optional;

/** What a rail says of a payment. */
public sealed interface RailAnswer {

  /** The money is on its way to us for certain. */
  record Succeeded(String reference) implements RailAnswer {}

  /** Taken, not decided yet. */
  record Processing(Optional<String> reference) implements RailAnswer {}

  /**
   * Refused for good.
   *
   * @param code the rail's own code, such as {@code insufficient_funds}
   */
  record Failed(Optional<String> reference, String code, String text) implements RailAnswer {}

  /**
   * The money came back after all.
   *
   * @param code why, such as {@code R01} (Nacha)
   */
  record Returned(String code, String text) implements RailAnswer {}

  /** The rail has never heard of the payment. */
  record NotFound() implements RailAnswer {}

  /** No telling; ask again. */
  record Unknown(String why) implements RailAnswer {}
}

package org.florin.authorization.lifecycle;

/** What arrives for a payment that was decided; amounts in its minor units. */
public sealed interface Message {

  /** More, by the difference; the decision on it was yes. */
  record Increment(long minor) implements Message {}

  /** Less. */
  record Reversal(ReversalAmount amount) implements Message {}

  /** The final amount. */
  record Completion(long minor) implements Message {}

  /**
   * What the merchant presents.
   *
   * @param last releases what is left of the hold
   * @param tolerance how far above the authorization it may be without a flag
   */
  record Clearing(long minor, boolean last, Tolerance tolerance) implements Message {}

  /** What the merchant pays back. */
  record Refund(long minor) implements Message {}

  /** The hold's time is over. */
  record Expiry() implements Message {}

  /** The message's column in the table of transitions. */
  default MessageKind kind() {
    return switch (this) {
      case Increment ignored -> MessageKind.INCREMENT;
      case Reversal ignored -> MessageKind.REVERSAL;
      case Completion ignored -> MessageKind.COMPLETION;
      case Clearing ignored -> MessageKind.CLEARING;
      case Refund ignored -> MessageKind.REFUND;
      case Expiry ignored -> MessageKind.EXPIRY;
    };
  }
}

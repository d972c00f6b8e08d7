package org.florin.risk;

/** What an attribute is for one authorization. */
public sealed interface AttributeValue {

  /** An amount in minor units, or any other whole number. */
  record Whole(long number) implements AttributeValue {}

  /** One of several words. */
  record Code(String text) implements AttributeValue {}

  /** Yes or no. */
  record Flag(boolean on) implements AttributeValue {}

  /** Not known, or not applicable. */
  record Missing() implements AttributeValue {}

  /** There is only one way not to be there. */
  Missing MISSING = new Missing();

  /** The value for people and messages. */
  default String written() {
    return switch (this) {
      case Whole whole -> Long.toString(whole.number());
      case Code code -> code.text();
      case Flag flag -> flag.on() ? "yes" : "no";
      case Missing ignored -> "missing";
    };
  }
}

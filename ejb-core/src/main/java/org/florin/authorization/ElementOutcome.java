package org.florin.authorization;

import java.util.List;

/** What became of a message for an authorization. */
public sealed interface ElementOutcome {

  /** It took effect, or there was nothing left to do. */
  record Done(AuthorizationSnapshot authorization) implements ElementOutcome {}

  /**
   * It was declined; the authorization is as it was.
   *
   * @param reasons in order of precedence
   */
  record Declined(AuthorizationSnapshot authorization, List<DeclineReason> reasons)
      implements ElementOutcome {}

  /** Its authorization isn't known yet; it waits and takes effect when that comes. */
  record Parked() implements ElementOutcome {}

  /** There is no such authorization, and nothing waits. */
  record Unknown() implements ElementOutcome {}

  /** ISO 8583 data element 39 of the answer. */
  default String responseCode() {
    return switch (this) {
      case Done ignored -> "00";
      case Declined declined -> declined.reasons().getFirst().responseCode();
      case Parked ignored -> "00";
      case Unknown ignored -> "12";
    };
  }
}

package org.florin.authorization.hooks;

import java.util.Optional;

/** What a partner said, or why there is nothing it said. */
public sealed interface HookAnswer {

  /**
   * Yes.
   *
   * @param amountMinor to a part of what was asked; empty for all of it
   */
  record Approved(Optional<Long> amountMinor) implements HookAnswer {}

  /** No. */
  record Declined() implements HookAnswer {}

  /** Nothing in time. */
  record TimedOut() implements HookAnswer {}

  /**
   * Nothing that could be used.
   *
   * @param why for people; never what the partner sent
   */
  record Failed(String why) implements HookAnswer {}

  /** As it is stored and shown. */
  default String code() {
    return switch (this) {
      case Approved ignored -> "approved";
      case Declined ignored -> "declined";
      case TimedOut ignored -> "timeout";
      case Failed ignored -> "error";
    };
  }

  /** What a person wants to know beside the code. */
  default String detail() {
    return switch (this) {
      case Approved approved -> approved.amountMinor().map(part -> "amount " + part).orElse("");
      case Declined ignored -> "";
      case TimedOut ignored -> "";
      case Failed failed -> failed.why();
    };
  }

  /** Whether the partner took part in the decision. */
  default boolean isSaid() {
    return this instanceof Approved || this instanceof Declined;
  }
}

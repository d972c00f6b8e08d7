package org.florin.authorization;

import java.time.YearMonth;
import java.util.Optional;
import org.florin.authorization.rules.Program;
import org.florin.kernel.Money;

/** All that a decision depends on. */
record AuthorizationFacts(Request request, Optional<CardFacts> card, YearMonth today) {

  /** What is asked. */
  record Request(
      AuthorizationKind kind,
      EntryMode entryMode,
      Money amount,
      boolean partialApproval,
      Merchant merchant,
      Optional<YearMonth> expiry,
      Optional<Boolean> securityCodeRight) {}

  /** The card and its account, as they are under the lock. */
  record CardFacts(
      String cardState,
      Optional<String> closedReason,
      YearMonth expiry,
      boolean securityCodeVerifiable,
      String accountStatus,
      Money creditLimit,
      Money posted,
      Money held,
      Money cashLimit,
      Money cashUsed,
      CardControls controls,
      Program program) {

    Money available() {
      return creditLimit.minus(posted).minus(held);
    }

    Money availableCash() {
      return cashLimit.minus(cashUsed).min(available());
    }
  }
}

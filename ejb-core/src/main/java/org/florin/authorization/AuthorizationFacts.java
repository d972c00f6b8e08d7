package org.florin.authorization;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.rules.Program;
import org.florin.kernel.Money;
import org.florin.risk.Finding;

/**
 * All that a decision depends on.
 *
 * @param findings of the risk rules that decide
 */
record AuthorizationFacts(
    Request request, Optional<CardFacts> card, YearMonth today, List<Finding> findings) {

  /** Where no risk rule decides. */
  AuthorizationFacts(Request request, Optional<CardFacts> card, YearMonth today) {
    this(request, card, today, List.of());
  }

  /**
   * What is asked.
   *
   * @param amount what is to be decided on; for an increment the difference
   * @param network the card network's name, if one is known
   * @param authorizedBefore what an increment comes on top of; zero for a new authorization
   */
  record Request(
      AuthorizationKind kind,
      EntryMode entryMode,
      Money amount,
      boolean partialApproval,
      Merchant merchant,
      Optional<YearMonth> expiry,
      Optional<Boolean> securityCodeRight,
      Evidence evidence,
      Optional<String> network,
      Money authorizedBefore) {

    boolean isIncrement() {
      return authorizedBefore.isPositive();
    }
  }

  /**
   * The card and its account, as they are under the lock.
   *
   * @param pinTries wrong PINs in a row before this request
   * @param controls of the card and of the account
   * @param uses what counts against their limits, without this request
   */
  record CardFacts(
      String cardState,
      Optional<String> closedReason,
      YearMonth expiry,
      boolean securityCodeVerifiable,
      int pinTries,
      String accountStatus,
      Set<String> accountFlags,
      int daysPastDue,
      Money creditLimit,
      Money posted,
      Money held,
      Money cashLimit,
      Money cashUsed,
      List<SpendingControls> controls,
      List<LimitUse> uses,
      Program program) {

    Money available() {
      return creditLimit.minus(posted).minus(held);
    }

    /** What may be approved: cash never beyond the limit or its sub-limit. */
    Money openToBuy() {
      return available().plus(new Money(program.overLimitMinor(), creditLimit.currency()));
    }

    Money availableCash() {
      return cashLimit.minus(cashUsed).min(available());
    }
  }
}

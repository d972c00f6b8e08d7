package org.florin.authorization;

import java.util.ArrayList;
import java.util.List;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationFacts.Request;
import org.florin.authorization.DeclineReason.Restriction;
import org.florin.authorization.Evidence.AddressMatch;
import org.florin.authorization.Evidence.CryptogramResult;
import org.florin.authorization.Evidence.PinResult;
import org.florin.authorization.controls.SpendingControls;
import org.florin.kernel.Money;

/**
 * Decides an authorization: a pure function of the facts. Checks run in the order of precedence;
 * all that are safe to run are run, so that a decline lists every reason and not only the first.
 */
final class AuthorizationPolicy {

  private AuthorizationPolicy() {}

  static AuthorizationDecision decide(AuthorizationFacts facts) {
    if (facts.card().isEmpty()) {
      return new Declined(List.of(new DeclineReason.CardUnknown()));
    }
    var card = facts.card().get();
    var request = facts.request();
    var reasons = new ArrayList<DeclineReason>(0);
    checkCard(facts, card, reasons);
    checkEvidence(request, card, reasons);
    checkAccount(request, card, reasons);
    if (!request.amount().currency().equals(card.creditLimit().currency())) {
      reasons.add(new DeclineReason.CurrencyNotAllowed(request.amount().currency().code()));
      return new Declined(reasons);
    }
    if (request.kind() != AuthorizationKind.REFUND) {
      checkProgram(request, card, reasons);
      card.controls().forEach(controls -> checkControls(request, controls, reasons));
      checkLimits(request, card, reasons);
      checkRisk(card, reasons);
      checkRules(facts, reasons);
    }
    return request.kind().reserves() && !request.amount().isZero()
        ? decideReservation(request, card, reasons)
        : reasons.isEmpty()
            ? new Approved(request.amount(), Money.zero(request.amount().currency()), false, false)
            : new Declined(reasons);
  }

  private static void checkCard(
      AuthorizationFacts facts, CardFacts card, List<DeclineReason> reasons) {
    switch (card.cardState()) {
      case "active" -> {}
      case "pending_activation" -> reasons.add(new DeclineReason.CardNotActivated());
      case "paused" -> reasons.add(new DeclineReason.CardPaused());
      default ->
          reasons.add(
              switch (card.closedReason().orElse("")) {
                case "lost" -> new DeclineReason.CardLost();
                case "stolen" -> new DeclineReason.CardStolen();
                default -> new DeclineReason.CardClosed();
              });
    }
    if (card.expiry().isBefore(facts.today())) {
      reasons.add(
          new DeclineReason.CardExpired(card.expiry().getMonthValue(), card.expiry().getYear()));
    }
  }

  private static void checkEvidence(Request request, CardFacts card, List<DeclineReason> reasons) {
    var evidence = request.evidence();
    if (evidence.cryptogram() == CryptogramResult.WRONG) {
      reasons.add(new DeclineReason.CryptogramWrong());
    }
    if (card.securityCodeVerifiable()
        && request.securityCodeRight().filter(right -> !right).isPresent()) {
      reasons.add(new DeclineReason.SecurityCodeWrong());
    }
    if (request.expiry().filter(given -> !given.equals(card.expiry())).isPresent()) {
      reasons.add(new DeclineReason.ExpiryMismatch());
    }
    checkPin(evidence.pin(), card, reasons);
    switch (evidence.challenge()) {
      case NOT_NEEDED, PASSED -> {}
      case REQUIRED -> reasons.add(new DeclineReason.ChallengeRequired(request.network()));
      case FAILED -> reasons.add(new DeclineReason.ChallengeFailed());
    }
    if (evidence.address() == AddressMatch.DIFFERS && card.program().addressMismatchDeclines()) {
      reasons.add(new DeclineReason.AddressMismatch());
    }
  }

  private static void checkPin(PinResult pin, CardFacts card, List<DeclineReason> reasons) {
    if (pin == PinResult.NOT_CHECKED) {
      return;
    }
    if (pin == PinResult.BLOCKED || card.pinTries() >= card.program().pinTriesMax()) {
      reasons.add(new DeclineReason.PinBlocked(card.pinTries()));
    } else if (pin == PinResult.WRONG) {
      reasons.add(new DeclineReason.PinWrong(card.pinTries() + 1));
    }
  }

  private static void checkAccount(Request request, CardFacts card, List<DeclineReason> reasons) {
    switch (card.accountStatus()) {
      case "open" -> {}
      case "suspended" -> reasons.add(new DeclineReason.AccountBlocked(card.accountStatus()));
      default -> reasons.add(new DeclineReason.AccountClosed(card.accountStatus()));
    }
    for (var ending : List.of("deceased", "bankrupt")) {
      if (card.accountFlags().contains(ending)) {
        reasons.add(new DeclineReason.AccountClosed(ending));
      }
    }
    var daysMax = card.program().daysPastDueMax();
    if (request.kind() != AuthorizationKind.REFUND && card.daysPastDue() > daysMax) {
      reasons.add(new DeclineReason.AccountDelinquent(card.daysPastDue(), daysMax));
    }
    if (card.accountFlags().contains("under_review")) {
      reasons.add(new DeclineReason.AccountUnderReview());
    }
  }

  private static void checkProgram(Request request, CardFacts card, List<DeclineReason> reasons) {
    var allowed =
        switch (request.kind()) {
          case CASH_ADVANCE -> card.program().cashAllowed();
          case QUASI_CASH -> card.program().quasiCashAllowed();
          case PURCHASE, PREAUTHORIZATION, ACCOUNT_VERIFICATION, REFUND -> true;
        };
    if (!allowed) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.TYPE, request.kind().code()));
    }
    if (card.program().blockedCountries().contains(request.merchant().country())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.COUNTRY, request.merchant().country()));
    }
  }

  private static void checkControls(
      Request request, SpendingControls controls, List<DeclineReason> reasons) {
    if (controls.blockedEntryModes().contains(request.entryMode().code())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.TYPE, request.entryMode().code()));
    }
    if (controls.blockedCountries().contains(request.merchant().country())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.COUNTRY, request.merchant().country()));
    }
    if (controls.blockedMccs().contains(request.merchant().mcc())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.MCC, request.merchant().mcc()));
    }
    if (request.entryMode().isMerchantInitiated()
        && controls.stoppedMerchants().contains(request.merchant().id())) {
      reasons.add(new DeclineReason.RecurringStopped(request.merchant().id()));
    }
    controls
        .transactionLimitMinor()
        .filter(limit -> total(request).minor() > limit)
        .map(limit -> new Money(limit, request.amount().currency()))
        .ifPresent(limit -> reasons.add(new DeclineReason.LimitAmount(limit)));
  }

  private static void checkLimits(Request request, CardFacts card, List<DeclineReason> reasons) {
    if (request.amount().isZero()) {
      return;
    }
    for (var use : card.uses()) {
      if (use.exceedsAmount(request.amount().minor())) {
        reasons.add(new DeclineReason.LimitAmountOver(use.limit(), use.spentMinor()));
      }
      if (use.exceedsCount(request.isIncrement() ? 0 : 1)) {
        reasons.add(new DeclineReason.LimitCount(use.limit(), use.count()));
      }
    }
  }

  private static void checkRisk(CardFacts card, List<DeclineReason> reasons) {
    if (card.accountFlags().contains("fraud_watch")) {
      reasons.add(new DeclineReason.FraudSuspected("fraud_watch"));
    }
    if (card.accountFlags().contains("aml_hold")) {
      reasons.add(new DeclineReason.MoneyLaundering("aml_hold"));
    }
  }

  private static void checkRules(AuthorizationFacts facts, List<DeclineReason> reasons) {
    for (var finding : facts.findings()) {
      if (finding.isAgainst()) {
        var rule = finding.rule();
        switch (rule.action()) {
          case DECLINE_FRAUD -> reasons.add(new DeclineReason.FraudSuspected(rule.id()));
          case DECLINE_AML -> reasons.add(new DeclineReason.MoneyLaundering(rule.id()));
          case CHALLENGE ->
              reasons.add(new DeclineReason.ChallengeRequired(facts.request().network()));
          case FLAG -> {}
        }
      }
    }
  }

  private static AuthorizationDecision decideReservation(
      Request request, CardFacts card, List<DeclineReason> reasons) {
    var amount = request.amount();
    var cash = request.kind().isCash();
    var openToBuy = cash ? card.available() : card.openToBuy();
    checkPreauthorization(request, card, reasons);
    if (cash && amount.compareTo(card.availableCash()) > 0) {
      reasons.add(new DeclineReason.CashSublimit(amount, card.availableCash()));
    }
    var held = request.isIncrement() ? amount : amount.plus(uplift(request, card));
    var shortOfCredit = held.compareTo(openToBuy) > 0;
    if (reasons.isEmpty()
        && shortOfCredit
        && request.partialApproval()
        && !cash
        && !request.isIncrement()
        && amount.compareTo(openToBuy) > 0
        && openToBuy.minor() >= card.program().partialMinMinor()) {
      return approved(openToBuy, openToBuy, true, card);
    }
    if (shortOfCredit) {
      reasons.add(new DeclineReason.InsufficientCredit(held, openToBuy));
    }
    return reasons.isEmpty() ? approved(amount, held, false, card) : new Declined(reasons);
  }

  private static void checkPreauthorization(
      Request request, CardFacts card, List<DeclineReason> reasons) {
    var max = new Money(card.program().preauthorizationMaxMinor(), request.amount().currency());
    if (request.kind() == AuthorizationKind.PREAUTHORIZATION && total(request).compareTo(max) > 0) {
      reasons.add(new DeclineReason.OverPreauthorization(total(request), max));
    }
  }

  private static Approved approved(Money amount, Money held, boolean partial, CardFacts card) {
    return new Approved(amount, held, partial, held.compareTo(card.available()) > 0);
  }

  /** With the increment, if it is one. */
  private static Money total(Request request) {
    return request.authorizedBefore().plus(request.amount());
  }

  private static Money uplift(Request request, CardFacts card) {
    var amount = request.amount();
    return new Money(
        card.program().uplift(request.merchant().category(), amount.minor()), amount.currency());
  }
}

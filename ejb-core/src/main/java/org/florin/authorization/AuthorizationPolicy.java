package org.florin.authorization;

import java.util.ArrayList;
import java.util.List;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationFacts.Request;
import org.florin.authorization.DeclineReason.Restriction;
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
    var reasons = new ArrayList<DeclineReason>();
    checkCard(card, reasons);
    checkExpiry(facts, card, reasons);
    checkSecurityCode(request, card, reasons);
    checkAccount(card, reasons);
    if (!request.amount().currency().equals(card.creditLimit().currency())) {
      reasons.add(new DeclineReason.CurrencyNotAllowed(request.amount().currency().code()));
      return new Declined(reasons);
    }
    checkControls(request, card, reasons);
    return request.kind().reserves() && !request.amount().isZero()
        ? decideReservation(request, card, reasons)
        : reasons.isEmpty()
            ? new Approved(request.amount(), Money.zero(request.amount().currency()), false)
            : new Declined(reasons);
  }

  private static void checkCard(CardFacts card, List<DeclineReason> reasons) {
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
  }

  private static void checkExpiry(
      AuthorizationFacts facts, CardFacts card, List<DeclineReason> reasons) {
    if (card.expiry().isBefore(facts.today())) {
      reasons.add(
          new DeclineReason.CardExpired(card.expiry().getMonthValue(), card.expiry().getYear()));
    }
    if (facts.request().expiry().filter(given -> !given.equals(card.expiry())).isPresent()) {
      reasons.add(new DeclineReason.ExpiryMismatch());
    }
  }

  private static void checkSecurityCode(
      Request request, CardFacts card, List<DeclineReason> reasons) {
    if (card.securityCodeVerifiable()
        && request.securityCodeRight().filter(right -> !right).isPresent()) {
      reasons.add(new DeclineReason.SecurityCodeWrong());
    }
  }

  private static void checkAccount(CardFacts card, List<DeclineReason> reasons) {
    switch (card.accountStatus()) {
      case "open" -> {}
      case "suspended" -> reasons.add(new DeclineReason.AccountBlocked(card.accountStatus()));
      default -> reasons.add(new DeclineReason.AccountClosed(card.accountStatus()));
    }
  }

  private static void checkControls(Request request, CardFacts card, List<DeclineReason> reasons) {
    if (request.kind() == AuthorizationKind.REFUND) {
      return;
    }
    var controls = card.controls();
    if (controls.blockedEntryModes().contains(request.entryMode().code())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.TYPE, request.entryMode().code()));
    }
    if (controls.blockedCountries().contains(request.merchant().country())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.COUNTRY, request.merchant().country()));
    }
    if (controls.blockedMccs().contains(request.merchant().mcc())) {
      reasons.add(new DeclineReason.NotAllowed(Restriction.MCC, request.merchant().mcc()));
    }
    controls
        .transactionLimitMinor()
        .filter(limit -> request.amount().minor() > limit)
        .map(limit -> new Money(limit, request.amount().currency()))
        .ifPresent(limit -> reasons.add(new DeclineReason.LimitAmount(limit)));
  }

  private static AuthorizationDecision decideReservation(
      Request request, CardFacts card, List<DeclineReason> reasons) {
    var amount = request.amount();
    var available = card.available();
    if (request.kind().isCash() && amount.compareTo(card.availableCash()) > 0) {
      reasons.add(new DeclineReason.CashSublimit(amount, card.availableCash()));
    }
    var held = amount.plus(uplift(request, card));
    var shortOfCredit = held.compareTo(available) > 0;
    if (reasons.isEmpty()
        && shortOfCredit
        && request.partialApproval()
        && !request.kind().isCash()
        && amount.compareTo(available) > 0
        && available.minor() >= card.program().partialMinMinor()) {
      return new Approved(available, available, true);
    }
    if (shortOfCredit) {
      reasons.add(new DeclineReason.InsufficientCredit(held, available));
    }
    return reasons.isEmpty() ? new Approved(amount, held, false) : new Declined(reasons);
  }

  private static Money uplift(Request request, CardFacts card) {
    var amount = request.amount();
    return new Money(
        card.program().uplift(request.merchant().category(), amount.minor()), amount.currency());
  }
}

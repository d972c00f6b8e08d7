package org.florin.authorization;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.AuthorizePurchase.Command;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.ElementType;
import org.florin.authorization.lifecycle.Flag;
import org.florin.kernel.Money;

/**
 * What a payment begins with: our decision, or the advised one with ours beside it.
 *
 * @param reasons why it is declined; empty if approved
 * @param shadow what our own rules had against an advised approval
 */
record Verdict(
    String responseCode,
    List<String> reasons,
    Money approved,
    Money held,
    List<String> shadow,
    Set<Flag> flags) {

  private static final String APPROVED = "00";
  private static final String APPROVED_IN_PART = "10";
  private static final String VERIFIED = "85";

  /** An advice that can't be booked at all, having no account in its currency, is declined. */
  static Verdict of(Command command, AuthorizationDecision ours) {
    var objections =
        switch (ours) {
          case Approved ignored -> List.<DeclineReason>of();
          case Declined declined -> declined.reasons();
        };
    return command.advice().isPresent() && objections.stream().noneMatch(Verdict::isFinal)
        ? advised(command, command.advice().get(), objections)
        : decided(command, ours);
  }

  private static boolean isFinal(DeclineReason reason) {
    return reason instanceof DeclineReason.CardUnknown
        || reason instanceof DeclineReason.CurrencyNotAllowed;
  }

  private static Verdict decided(Command command, AuthorizationDecision decision) {
    return switch (decision) {
      case Approved approved ->
          new Verdict(
              approved.partial() ? APPROVED_IN_PART : approvalCode(command),
              List.of(),
              approved.approved(),
              approved.held(),
              List.of(),
              approved.overLimit() ? Set.of(Flag.OVER_LIMIT) : Set.of());
      case Declined declined ->
          new Verdict(
              declined.reasons().getFirst().responseCode(),
              codes(declined.reasons()),
              nothing(command),
              nothing(command),
              List.of(),
              Set.of());
    };
  }

  private static Verdict advised(Command command, Advice advice, List<DeclineReason> objections) {
    var flags = EnumSet.of(Flag.STAND_IN);
    if (!advice.approved()) {
      return new Verdict(
          ReasonCode.STAND_IN_DECLINED.responseCode(),
          List.of(ReasonCode.STAND_IN_DECLINED.name()),
          nothing(command),
          nothing(command),
          codes(objections),
          flags);
    }
    if (objections.stream().anyMatch(DeclineReason.InsufficientCredit.class::isInstance)) {
      flags.add(Flag.OVER_LIMIT);
    }
    return new Verdict(
        approvalCode(command),
        List.of(),
        command.amount(),
        command.reserves() ? command.amount() : nothing(command),
        codes(objections),
        flags);
  }

  private static String approvalCode(Command command) {
    return command.amount().isZero() ? VERIFIED : APPROVED;
  }

  /** The same, said by stand-in limits for a partner that didn't answer. */
  Verdict asStandIn() {
    var both = EnumSet.of(Flag.STAND_IN);
    both.addAll(flags);
    return new Verdict(responseCode, reasons, approved, held, shadow, both);
  }

  boolean isApproved() {
    return reasons.isEmpty();
  }

  CardPayment payment(Command command) {
    return isApproved()
        ? CardPayment.approved(
            command.reserves(), approved.minor(), Math.max(0, held.minor() - approved.minor()))
        : CardPayment.declined();
  }

  AuthorizationSnapshot.Element element(Command command, Instant now) {
    return new AuthorizationSnapshot.Element(
        1,
        type(command),
        approved,
        command.amount(),
        held.minus(approved).max(nothing(command)),
        false,
        now,
        command.channel(),
        shadow,
        flags,
        Optional.empty());
  }

  private ElementType type(Command command) {
    if (command.advice().isPresent()) {
      return ElementType.ADVICE;
    }
    if (command.amount().isZero()) {
      return ElementType.VERIFICATION;
    }
    return command.kind() == AuthorizationKind.REFUND
        ? ElementType.REFUND_AUTHORIZATION
        : ElementType.AUTHORIZATION;
  }

  private static Money nothing(Command command) {
    return Money.zero(command.amount().currency());
  }

  private static List<String> codes(List<DeclineReason> reasons) {
    return reasons.stream().map(DeclineReason::code).distinct().toList();
  }
}

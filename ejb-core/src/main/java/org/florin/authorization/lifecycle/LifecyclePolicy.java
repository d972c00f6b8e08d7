package org.florin.authorization.lifecycle;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Applies a message to a card payment: which effect it has says the table, how much the sums say.
 * Whatever comes in whatever order, the sums stay at zero or more.
 */
public final class LifecyclePolicy {

  /**
   * What a message did.
   *
   * @param after the payment with the element, or unchanged if there is none
   */
  public record Step(Effect effect, CardPayment after, Optional<Element> element) {

    /** What was remarkable; empty if nothing was recorded. */
    public Set<Flag> flags() {
      return element.map(Element::flags).orElse(Set.of());
    }
  }

  private LifecyclePolicy() {}

  /** Applies a message; an increment is one that was decided with yes. */
  public static Step apply(CardPayment payment, Message message) {
    var effect = effectOn(payment, message.kind());
    return switch (effect) {
      case NOTHING, DECLINE_EXPIRED, DECLINE_CLOSED, POST_UNLINKED ->
          new Step(effect, payment, Optional.empty());
      case NOTE -> recorded(effect, payment, note(message));
      case RAISE, GIVE_BACK, CONFIRM, CLEAR, CLEAR_LATE, CREDIT, RELEASE ->
          element(payment, message, effect)
              .map(element -> recorded(effect, payment, element))
              .orElseGet(() -> new Step(Effect.NOTHING, payment, Optional.empty()));
      case OPEN, OPEN_FORCED, PARK ->
          throw new IllegalStateException(effect + " needs no original");
    };
  }

  /**
   * What a message does to a payment. A credit to come or a verification can't be raised, and a
   * verification approved no amount that a clearing could lean on.
   */
  public static Effect effectOn(CardPayment payment, MessageKind message) {
    var effect = Transitions.of(payment.status(), message);
    if (effect == Effect.RAISE && !payment.reserves()) {
      return Effect.DECLINE_CLOSED;
    }
    if (effect == Effect.CLEAR && payment.isVerification()) {
      return Effect.POST_UNLINKED;
    }
    return effect;
  }

  private static Step recorded(Effect effect, CardPayment payment, Element element) {
    return new Step(effect, payment.after(element), Optional.of(element));
  }

  /** Empty if the message asks for what is so already. */
  private static Optional<Element> element(CardPayment payment, Message message, Effect effect) {
    return switch (message) {
      case Message.Increment increment ->
          Optional.of(Element.of(ElementType.INCREMENT, increment.minor(), Set.of()));
      case Message.Reversal reversal -> reversal(payment, reversal.amount());
      case Message.Completion completion ->
          Optional.of(
              Element.of(
                  ElementType.COMPLETION,
                  completion.minor(),
                  flags(
                      completion.minor() > Math.addExact(payment.authorized(), payment.uplift()),
                      Flag.ABOVE_HOLD)));
      case Message.Clearing clearing -> Optional.of(clearing(payment, clearing, effect));
      case Message.Refund refund ->
          Optional.of(
              Element.of(
                  ElementType.REFUND,
                  refund.minor(),
                  flags(
                      Math.addExact(payment.refunded(), refund.minor()) > payment.captured(),
                      Flag.OVER_REFUND)));
      case Message.Expiry ignored ->
          Optional.of(new Element(ElementType.EXPIRY, payment.released(), 0, true, Set.of()));
    };
  }

  private static Optional<Element> reversal(CardPayment payment, ReversalAmount amount) {
    var remaining = payment.remaining();
    return switch (amount) {
      case ReversalAmount.All ignored ->
          Optional.of(new Element(ElementType.REVERSAL, remaining, 0, true, Set.of()));
      case ReversalAmount.GiveBack giveBack ->
          Optional.of(
              new Element(
                  ElementType.REVERSAL,
                  Math.min(giveBack.minor(), remaining),
                  0,
                  giveBack.minor() >= remaining,
                  flags(giveBack.minor() > remaining, Flag.OVER_REVERSAL)));
      case ReversalAmount.LeaveOnly leave -> {
        var back = payment.authorized() - Math.max(leave.minor(), payment.captured());
        yield back <= 0
            ? Optional.empty()
            : Optional.of(
                new Element(
                    ElementType.REVERSAL,
                    back,
                    0,
                    back == remaining,
                    flags(leave.minor() < payment.captured(), Flag.OVER_REVERSAL)));
      }
    };
  }

  private static Element clearing(CardPayment payment, Message.Clearing clearing, Effect effect) {
    var flags = EnumSet.noneOf(Flag.class);
    if (effect == Effect.CLEAR_LATE) {
      flags.add(Flag.LATE_CLEARING);
    }
    var captured = Math.addExact(payment.captured(), clearing.minor());
    if (clearing.tolerance().isExceededBy(captured, payment.authorized())) {
      flags.add(Flag.OVER_CAPTURE);
    }
    return new Element(ElementType.CLEARING, clearing.minor(), 0, clearing.last(), flags);
  }

  /** A reversal or completion that came when all was over. */
  private static Element note(Message message) {
    return switch (message) {
      case Message.Reversal ignored ->
          Element.of(ElementType.REVERSAL, 0, EnumSet.of(Flag.OVER_REVERSAL, Flag.AFTER_END));
      case Message.Completion completion ->
          Element.of(ElementType.COMPLETION, completion.minor(), Set.of(Flag.AFTER_END));
      case Message.Increment ignored -> throw new IllegalStateException("increments are decided");
      case Message.Clearing ignored -> throw new IllegalStateException("clearings are booked");
      case Message.Refund ignored -> throw new IllegalStateException("refunds are booked");
      case Message.Expiry ignored -> throw new IllegalStateException("nothing is left to expire");
    };
  }

  private static Set<Flag> flags(boolean raised, Flag flag) {
    return raised ? Set.of(flag) : Set.of();
  }
}

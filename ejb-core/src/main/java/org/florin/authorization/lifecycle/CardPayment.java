package org.florin.authorization.lifecycle;

import java.util.List;

/**
 * The sums of a card payment's elements, in minor units of its currency.
 *
 * @param reserves whether an open amount is held; a refund or a verification holds nothing
 * @param authorized approved + increments - reversals, or the completed amount
 * @param uplift held above what is authorized while no final amount is known (fuel, tips)
 * @param captured sum of clearings
 * @param refunded sum of refunds
 * @param held what is still reserved
 */
public record CardPayment(
    AuthorizationStatus status,
    boolean reserves,
    long authorized,
    long uplift,
    long captured,
    long refunded,
    long held) {

  public CardPayment {
    if (authorized < 0 || uplift < 0 || captured < 0 || refunded < 0 || held < 0) {
      throw new IllegalArgumentException("sums of a card payment are zero or more");
    }
    if (held > 0 && !(reserves && isOpen(status))) {
      throw new IllegalArgumentException("held without being open");
    }
  }

  /** A payment that was approved. */
  public static CardPayment approved(boolean reserves, long approved, long uplift) {
    return new CardPayment(
        AuthorizationStatus.PENDING,
        reserves,
        approved,
        reserves ? uplift : 0,
        0,
        0,
        reserves ? Math.addExact(approved, uplift) : 0);
  }

  /** A payment that was declined. */
  public static CardPayment declined() {
    return new CardPayment(AuthorizationStatus.DECLINED, false, 0, 0, 0, 0, 0);
  }

  /**
   * The payment that these elements add up to.
   *
   * @param approved whether the first element was a yes
   */
  public static CardPayment of(boolean approved, boolean reserves, List<Element> elements) {
    if (elements.isEmpty() || !elements.getFirst().type().isOpening()) {
      throw new IllegalArgumentException("a card payment begins with a decision");
    }
    var first = elements.getFirst();
    var payment = approved ? approved(reserves, first.amount(), first.uplift()) : declined();
    for (var element : elements.subList(1, elements.size())) {
      payment = payment.after(element);
    }
    return payment;
  }

  /** This payment with one more element. */
  CardPayment after(Element element) {
    return switch (element.type()) {
      case INCREMENT ->
          with(Math.addExact(authorized, element.amount()), uplift, captured, element.closes());
      case REVERSAL -> with(authorized - element.amount(), 0, captured, element.closes());
      case COMPLETION ->
          element.flags().contains(Flag.AFTER_END)
              ? this
              : with(Math.max(element.amount(), captured), 0, captured, element.closes());
      case CLEARING ->
          with(authorized, uplift, Math.addExact(captured, element.amount()), element.closes());
      case REFUND ->
          new CardPayment(
              status,
              reserves,
              authorized,
              uplift,
              captured,
              Math.addExact(refunded, element.amount()),
              held);
      case EXPIRY ->
          new CardPayment(
              captured > 0 ? AuthorizationStatus.CLEARED : AuthorizationStatus.EXPIRED,
              reserves,
              authorized,
              0,
              captured,
              refunded,
              0);
      case AUTHORIZATION, VERIFICATION, REFUND_AUTHORIZATION, ADVICE ->
          throw new IllegalArgumentException("a card payment begins once");
    };
  }

  /** What a reversal can still give back. */
  public long remaining() {
    return isOpen() ? Math.max(0, authorized - captured) : 0;
  }

  /** Whether it may still hold, clear in part or be raised. */
  public boolean isOpen() {
    return isOpen(status);
  }

  /** Whether clearings lean on it: it was approved and not taken back in full. */
  public boolean takesClearings() {
    return LifecyclePolicy.effectOn(this, MessageKind.CLEARING) != Effect.POST_UNLINKED;
  }

  /** Whether it only asked if the card is good. */
  boolean isVerification() {
    return !reserves && authorized == 0 && status == AuthorizationStatus.PENDING;
  }

  /** What ends with the payment: its hold, or the credit that was announced. */
  long released() {
    return reserves ? held : remaining();
  }

  private static boolean isOpen(AuthorizationStatus status) {
    return status == AuthorizationStatus.PENDING || status == AuthorizationStatus.PARTIALLY_CLEARED;
  }

  private CardPayment with(long authorized, long uplift, long captured, boolean closes) {
    var left = Math.addExact(authorized, uplift) - captured;
    var goesOn = isOpen() && !closes && left > 0;
    return new CardPayment(
        statusAfter(goesOn, captured),
        reserves,
        authorized,
        goesOn ? uplift : 0,
        captured,
        refunded,
        goesOn && reserves ? left : 0);
  }

  private AuthorizationStatus statusAfter(boolean goesOn, long captured) {
    if (captured > 0) {
      return goesOn ? AuthorizationStatus.PARTIALLY_CLEARED : AuthorizationStatus.CLEARED;
    }
    if (goesOn || status == AuthorizationStatus.EXPIRED) {
      return status;
    }
    return AuthorizationStatus.REVERSED;
  }
}

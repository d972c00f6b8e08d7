package org.florin.authorization.lifecycle;

import static org.florin.authorization.lifecycle.AuthorizationStatus.CLEARED;
import static org.florin.authorization.lifecycle.AuthorizationStatus.EXPIRED;
import static org.florin.authorization.lifecycle.AuthorizationStatus.PARTIALLY_CLEARED;
import static org.florin.authorization.lifecycle.AuthorizationStatus.PENDING;
import static org.florin.authorization.lifecycle.AuthorizationStatus.REVERSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.lifecycle.Message.Clearing;
import org.florin.authorization.lifecycle.Message.Completion;
import org.florin.authorization.lifecycle.Message.Expiry;
import org.florin.authorization.lifecycle.Message.Increment;
import org.florin.authorization.lifecycle.Message.Refund;
import org.florin.authorization.lifecycle.Message.Reversal;
import org.junit.jupiter.api.Test;

class LifecyclePolicyTest {

  private static final Reversal ALL = new Reversal(new ReversalAmount.All());

  private static CardPayment authorized(long minor) {
    return CardPayment.approved(true, minor, 0);
  }

  private static Clearing last(long minor) {
    return new Clearing(minor, true, Tolerance.NONE);
  }

  private static Clearing part(long minor) {
    return new Clearing(minor, false, Tolerance.NONE);
  }

  private static Reversal giveBack(long minor) {
    return new Reversal(new ReversalAmount.GiveBack(minor));
  }

  private static Reversal leaveOnly(long minor) {
    return new Reversal(new ReversalAmount.LeaveOnly(minor));
  }

  private static CardPayment after(CardPayment payment, Message... messages) {
    for (var message : messages) {
      payment = LifecyclePolicy.apply(payment, message).after();
    }
    return payment;
  }

  private static CardPayment sums(
      AuthorizationStatus status, long authorized, long captured, long held) {
    return new CardPayment(status, true, authorized, 0, captured, 0, held);
  }

  private static Set<Flag> flags(CardPayment payment, Message message) {
    return LifecyclePolicy.apply(payment, message).flags();
  }

  @Test
  void tip_clears_above_the_hold() {
    assertEquals(sums(CLEARED, 4_500, 5_500, 0), after(authorized(4_500), last(5_500)));
  }

  @Test
  void fuel_holds_the_maximum_until_the_amount_is_known() {
    var checked = CardPayment.approved(true, 100, 7_400);
    assertEquals(7_500, checked.held());
    var completed = after(checked, new Completion(3_000));
    assertEquals(sums(PENDING, 3_000, 0, 3_000), completed);
    assertEquals(sums(CLEARED, 3_000, 3_000, 0), after(completed, last(3_000)));
  }

  @Test
  void completion_above_the_hold_is_applied_and_flagged() {
    var checked = CardPayment.approved(true, 100, 7_400);
    assertEquals(Set.of(Flag.ABOVE_HOLD), flags(checked, new Completion(7_501)));
    assertEquals(Set.of(), flags(checked, new Completion(7_500)));
    assertEquals(7_501, after(checked, new Completion(7_501)).held());
  }

  @Test
  void nothing_pumped_gives_all_back() {
    assertEquals(
        sums(REVERSED, 0, 0, 0), after(CardPayment.approved(true, 100, 7_400), new Completion(0)));
  }

  @Test
  void completion_below_what_is_cleared_ends_the_payment() {
    assertEquals(
        sums(CLEARED, 2_000, 2_000, 0),
        after(authorized(5_000), part(2_000), new Completion(1_000)));
  }

  @Test
  void completion_after_the_end_is_noted_only() {
    var cleared = after(authorized(100), last(100));
    var step = LifecyclePolicy.apply(cleared, new Completion(50));
    assertEquals(Effect.NOTE, step.effect());
    assertEquals(Set.of(Flag.AFTER_END), step.flags());
    assertEquals(cleared, step.after());
  }

  @Test
  void partial_reversal_then_clearing() {
    var reversed = after(authorized(3_000), giveBack(2_000));
    assertEquals(sums(PENDING, 1_000, 0, 1_000), reversed);
    assertEquals(sums(CLEARED, 1_000, 1_000, 0), after(reversed, last(1_000)));
  }

  @Test
  void replacement_amount_repeated_changes_nothing() {
    var reversed = after(authorized(3_000), leaveOnly(1_000));
    assertEquals(sums(PENDING, 1_000, 0, 1_000), reversed);
    var again = LifecyclePolicy.apply(reversed, leaveOnly(1_000));
    assertEquals(Effect.NOTHING, again.effect());
    assertEquals(Optional.empty(), again.element());
    assertEquals(reversed, again.after());
  }

  @Test
  void replacement_below_what_is_cleared_is_an_over_reversal() {
    var part = after(authorized(5_000), part(2_000));
    assertEquals(Set.of(), flags(part, leaveOnly(2_000)));
    assertEquals(Set.of(Flag.OVER_REVERSAL), flags(part, leaveOnly(1_999)));
    assertEquals(sums(CLEARED, 2_000, 2_000, 0), after(part, leaveOnly(1_999)));
  }

  @Test
  void replacement_by_zero_takes_all_back() {
    assertEquals(sums(REVERSED, 0, 0, 0), after(authorized(3_000), leaveOnly(0)));
  }

  @Test
  void reversal_ends_what_was_held_above_the_amount() {
    var restaurant = CardPayment.approved(true, 10_000, 2_000);
    assertEquals(12_000, restaurant.held());
    assertEquals(sums(PENDING, 6_000, 0, 6_000), after(restaurant, giveBack(4_000)));
  }

  @Test
  void partial_clearing_counts_against_the_hold_with_its_uplift() {
    var cleared = after(CardPayment.approved(true, 10_000, 2_000), part(4_000));
    assertEquals(8_000, cleared.held());
    assertEquals(PARTIALLY_CLEARED, cleared.status());
  }

  @Test
  void late_clearing_holds_nothing_again() {
    var expired = after(authorized(3_500), new Expiry());
    assertEquals(sums(EXPIRED, 3_500, 0, 0), expired);
    assertEquals(Set.of(Flag.LATE_CLEARING), flags(expired, last(3_500)));
    assertEquals(sums(CLEARED, 3_500, 3_500, 0), after(expired, part(3_500)));
  }

  @Test
  void split_shipment_keeps_the_rest_held() {
    var first = after(authorized(10_000), part(4_000));
    assertEquals(sums(PARTIALLY_CLEARED, 10_000, 4_000, 6_000), first);
    assertEquals(sums(CLEARED, 10_000, 10_000, 0), after(first, part(6_000)));
  }

  @Test
  void last_part_releases_the_rest() {
    assertEquals(
        sums(CLEARED, 10_000, 9_000, 0), after(authorized(10_000), part(4_000), last(5_000)));
  }

  @Test
  void reversal_beyond_the_hold_gives_back_the_hold() {
    assertEquals(sums(REVERSED, 0, 0, 0), after(authorized(3_000), giveBack(9_000)));
    assertEquals(Set.of(Flag.OVER_REVERSAL), flags(authorized(3_000), giveBack(3_001)));
    assertEquals(Set.of(), flags(authorized(3_000), giveBack(3_000)));
  }

  @Test
  void reversal_after_part_was_cleared_ends_as_cleared() {
    assertEquals(
        sums(CLEARED, 2_000, 2_000, 0), after(authorized(5_000), part(2_000), giveBack(3_000)));
    assertEquals(sums(CLEARED, 2_000, 2_000, 0), after(authorized(5_000), part(2_000), ALL));
  }

  @Test
  void second_full_reversal_changes_nothing() {
    var reversed = after(authorized(3_000), ALL);
    assertEquals(
        new LifecyclePolicy.Step(Effect.NOTHING, reversed, Optional.empty()),
        LifecyclePolicy.apply(reversed, ALL));
  }

  @Test
  void reversal_of_what_is_cleared_is_noted() {
    var cleared = after(authorized(3_000), last(3_000));
    var step = LifecyclePolicy.apply(cleared, ALL);
    assertEquals(Effect.NOTE, step.effect());
    assertEquals(Set.of(Flag.OVER_REVERSAL, Flag.AFTER_END), step.flags());
    assertEquals(cleared, step.after());
  }

  @Test
  void increment_raises_what_is_held() {
    assertEquals(sums(PENDING, 4_000, 0, 4_000), after(authorized(3_000), new Increment(1_000)));
    assertEquals(
        sums(PARTIALLY_CLEARED, 4_000, 500, 3_500),
        after(authorized(3_000), part(500), new Increment(1_000)));
  }

  @Test
  void increment_of_what_is_over_is_declined() {
    assertEquals(
        Effect.DECLINE_EXPIRED,
        LifecyclePolicy.apply(after(authorized(1), new Expiry()), new Increment(1)).effect());
    assertEquals(
        Effect.DECLINE_CLOSED,
        LifecyclePolicy.apply(after(authorized(1), ALL), new Increment(1)).effect());
    assertEquals(
        Effect.DECLINE_CLOSED,
        LifecyclePolicy.apply(CardPayment.approved(false, 1, 0), new Increment(1)).effect());
  }

  @Test
  void nothing_leans_on_what_was_reversed_declined_or_only_verified() {
    for (var payment :
        List.of(
            after(authorized(1), ALL), CardPayment.declined(), CardPayment.approved(false, 0, 0))) {
      assertEquals(Effect.POST_UNLINKED, LifecyclePolicy.apply(payment, last(1)).effect());
      assertEquals(false, payment.takesClearings());
    }
    assertEquals(true, authorized(1).takesClearings());
  }

  @Test
  void over_capture_is_flagged_beyond_the_tolerance() {
    var restaurant = new Tolerance.Percent(20);
    assertEquals(Set.of(), flags(authorized(4_500), new Clearing(5_400, true, restaurant)));
    assertEquals(
        Set.of(Flag.OVER_CAPTURE), flags(authorized(4_500), new Clearing(5_401, true, restaurant)));
    assertEquals(Set.of(), flags(authorized(100), new Clearing(9_000, true, new Tolerance.Any())));
    assertEquals(Set.of(Flag.OVER_CAPTURE), flags(authorized(100), last(101)));
  }

  @Test
  void over_capture_counts_all_clearings() {
    assertEquals(Set.of(Flag.OVER_CAPTURE), flags(after(authorized(100), part(60)), part(41)));
  }

  @Test
  void refund_is_flagged_above_what_was_cleared() {
    var cleared = after(authorized(1_000), last(1_000));
    assertEquals(Set.of(), flags(cleared, new Refund(1_000)));
    assertEquals(Set.of(Flag.OVER_REFUND), flags(cleared, new Refund(1_001)));
    assertEquals(Set.of(Flag.OVER_REFUND), flags(after(cleared, new Refund(400)), new Refund(601)));
    assertEquals(400, after(cleared, new Refund(400)).refunded());
  }

  @Test
  void announced_credit_holds_nothing_and_expires() {
    var credit = CardPayment.approved(false, 1_000, 50);
    assertEquals(0, credit.held());
    assertEquals(0, credit.uplift());
    var step = LifecyclePolicy.apply(credit, new Expiry());
    assertEquals(EXPIRED, step.after().status());
    assertEquals(1_000, step.element().orElseThrow().amount());
  }

  @Test
  void expiry_after_a_part_ends_as_cleared() {
    var expired = after(authorized(1_000), part(400), new Expiry());
    assertEquals(sums(CLEARED, 1_000, 400, 0), expired);
    assertEquals(Effect.NOTHING, LifecyclePolicy.apply(expired, new Expiry()).effect());
  }

  @Test
  void impossible_sums_cannot_be_made() {
    assertThrows(IllegalArgumentException.class, () -> sums(PENDING, -1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> sums(CLEARED, 1, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new CardPayment(PENDING, false, 1, 0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ReversalAmount.GiveBack(0));
    assertThrows(IllegalArgumentException.class, () -> new ReversalAmount.LeaveOnly(-1));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Percent(101));
    assertThrows(IllegalArgumentException.class, () -> new Tolerance.Percent(-1));
    assertThrows(
        IllegalArgumentException.class,
        () -> CardPayment.of(true, true, List.of(Element.of(ElementType.EXPIRY, 1, Set.of()))));
    assertThrows(ArithmeticException.class, () -> CardPayment.approved(true, Long.MAX_VALUE, 1));
  }
}

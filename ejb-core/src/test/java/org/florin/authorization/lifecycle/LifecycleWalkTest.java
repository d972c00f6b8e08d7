package org.florin.authorization.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks the state machine exhaustively: every payment that small amounts can lead to, every message
 * on each of them. Checked against the allowed paths of the specification, written down again here.
 */
class LifecycleWalkTest {

  private static final int AMOUNT_MAX = 3;
  private static final long SUM_MAX = 7;

  /** Where a payment may go from each status; staying is always allowed. */
  private static final Map<AuthorizationStatus, Set<AuthorizationStatus>> ALLOWED =
      new EnumMap<>(
          Map.of(
              AuthorizationStatus.PENDING,
              EnumSet.of(
                  AuthorizationStatus.PARTIALLY_CLEARED,
                  AuthorizationStatus.CLEARED,
                  AuthorizationStatus.REVERSED,
                  AuthorizationStatus.EXPIRED),
              AuthorizationStatus.PARTIALLY_CLEARED,
              EnumSet.of(AuthorizationStatus.CLEARED),
              AuthorizationStatus.CLEARED,
              EnumSet.noneOf(AuthorizationStatus.class),
              AuthorizationStatus.REVERSED,
              EnumSet.noneOf(AuthorizationStatus.class),
              AuthorizationStatus.EXPIRED,
              EnumSet.of(AuthorizationStatus.CLEARED),
              AuthorizationStatus.DECLINED,
              EnumSet.noneOf(AuthorizationStatus.class)));

  private record Cell(AuthorizationStatus status, MessageKind message) {}

  @Test
  void every_reachable_payment_takes_every_message() {
    var seen = new HashSet<CardPayment>();
    var cells = new HashSet<Cell>();
    var paths = new HashSet<List<AuthorizationStatus>>();
    var waiting = new ArrayDeque<CardPayment>();
    openings().forEach(waiting::add);
    while (!waiting.isEmpty()) {
      var payment = waiting.remove();
      if (!seen.add(payment)) {
        continue;
      }
      for (var message : messages()) {
        var step = LifecyclePolicy.apply(payment, message);
        check(payment, message, step);
        cells.add(new Cell(payment.status(), message.kind()));
        paths.add(List.of(payment.status(), step.after().status()));
        if (isSmall(step.after())) {
          waiting.add(step.after());
        }
      }
    }
    assertEquals(
        AuthorizationStatus.values().length * (MessageKind.values().length - 1), cells.size());
    for (var from : ALLOWED.keySet()) {
      for (var to : ALLOWED.get(from)) {
        assertTrue(paths.contains(List.of(from, to)), from + " never became " + to);
      }
    }
    assertTrue(seen.size() > 500, "only " + seen.size());
  }

  @Test
  void table_is_complete() {
    for (var message : MessageKind.values()) {
      Transitions.withoutOriginal(message);
      for (var status : AuthorizationStatus.values()) {
        Transitions.of(status, message);
      }
    }
  }

  @Test
  void documentation_shows_the_table() throws IOException {
    var documentation = Files.readString(Path.of("../docs/authorization.md"));

    assertTrue(documentation.contains(Transitions.TABLE));
  }

  @Test
  void table_has_the_effects_of_the_specification() {
    assertEquals(Effect.PARK, Transitions.withoutOriginal(MessageKind.REVERSAL));
    assertEquals(Effect.OPEN_FORCED, Transitions.withoutOriginal(MessageKind.COMPLETION));
    assertEquals(Effect.POST_UNLINKED, Transitions.withoutOriginal(MessageKind.CLEARING));
    assertEquals(Effect.CREDIT, Transitions.withoutOriginal(MessageKind.REFUND));
    assertEquals(Effect.OPEN, Transitions.withoutOriginal(MessageKind.INCREMENT));
    for (var status : AuthorizationStatus.values()) {
      assertEquals(Effect.NOTHING, Transitions.of(status, MessageKind.AUTHORIZATION));
      assertEquals(Effect.CREDIT, Transitions.of(status, MessageKind.REFUND));
    }
  }

  private static void check(CardPayment before, Message message, LifecyclePolicy.Step step) {
    var after = step.after();
    var what = before + " " + message + " -> " + step;
    assertTrue(
        before.status() == after.status() || ALLOWED.get(before.status()).contains(after.status()),
        what);
    assertTrue(after.captured() >= before.captured(), what);
    assertTrue(after.refunded() >= before.refunded(), what);
    assertEquals(
        after.isOpen() && after.reserves()
            ? after.authorized() + after.uplift() - after.captured()
            : 0,
        after.held(),
        what);
    if (!(message instanceof Message.Increment) && !(message instanceof Message.Completion)) {
      assertTrue(after.held() <= before.held(), what);
      assertTrue(after.authorized() <= before.authorized(), what);
    }
    if (step.element().isEmpty()) {
      assertEquals(before, after, what);
    }
    if (step.effect() == Effect.NOTE) {
      assertEquals(before, after, what);
    }
    if (before.status() == AuthorizationStatus.DECLINED
        || before.status() == AuthorizationStatus.REVERSED) {
      assertEquals(before.captured(), after.captured(), what);
    }
    var expected =
        switch (message) {
          case Message.Clearing clearing ->
              before.takesClearings() ? before.captured() + clearing.minor() : before.captured();
          case Message.Increment ignored -> before.captured();
          case Message.Reversal ignored -> before.captured();
          case Message.Completion ignored -> before.captured();
          case Message.Refund ignored -> before.captured();
          case Message.Expiry ignored -> before.captured();
        };
    assertEquals(expected, after.captured(), what);
  }

  private static boolean isSmall(CardPayment payment) {
    return payment.authorized() <= SUM_MAX
        && payment.captured() <= SUM_MAX
        && payment.refunded() <= 2;
  }

  private static Stream<CardPayment> openings() {
    var openings = new ArrayList<CardPayment>();
    openings.add(CardPayment.declined());
    for (var amount = 0; amount <= AMOUNT_MAX; amount++) {
      openings.add(CardPayment.approved(false, amount, 0));
      for (var uplift = 0; amount > 0 && uplift <= 2; uplift++) {
        openings.add(CardPayment.approved(true, amount, uplift));
      }
    }
    return openings.stream();
  }

  private static List<Message> messages() {
    var messages = new ArrayList<Message>();
    messages.add(new Message.Expiry());
    messages.add(new Message.Reversal(new ReversalAmount.All()));
    messages.add(new Message.Reversal(new ReversalAmount.LeaveOnly(0)));
    messages.add(new Message.Completion(0));
    for (var amount = 1L; amount <= AMOUNT_MAX; amount++) {
      messages.add(new Message.Increment(amount));
      messages.add(new Message.Reversal(new ReversalAmount.GiveBack(amount)));
      messages.add(new Message.Reversal(new ReversalAmount.LeaveOnly(amount)));
      messages.add(new Message.Completion(amount));
      messages.add(new Message.Clearing(amount, true, Tolerance.NONE));
      messages.add(new Message.Clearing(amount, false, Tolerance.NONE));
      messages.add(new Message.Refund(amount));
    }
    return messages;
  }
}

package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.florin.authorization.SimulatedBank.Died;
import org.florin.authorization.SimulatedMessage.Type;
import org.florin.authorization.lifecycle.CardPayment;
import org.junit.jupiter.api.Test;

/**
 * Random lives of accounts on the real policies, beside a reference model: messages in any order,
 * repeated, lost answers, a store that dies before or after its commit. One seed is one life and
 * always the same; {@code -Dflorin.simulation.messages} says how many messages in all.
 */
class PaymentSimulationTest {

  private static final long MESSAGES = Long.getLong("florin.simulation.messages", 10_000_000L);
  private static final int MESSAGES_A_LIFE = 5_000;
  private static final long FIRST_SEED = Long.getLong("florin.simulation.seed", 1L);
  private static final int PAYMENTS_KEPT = 12;
  private static final int REPEATABLE = 48;
  private static final int FAULTS_PER_THOUSAND = 20;

  /** What has to happen at least once a life on average, so that the figures mean something. */
  private static final List<String> EXPECTED =
      List.of(
          "died",
          "replayed",
          "approved",
          "NO_FUNDS",
          "CASH_SUBLIMIT",
          "LIMIT_AMOUNT",
          "raise",
          "give_back",
          "confirm",
          "clear",
          "clear_late",
          "posted",
          "credit",
          "release",
          "note",
          "nothing",
          "decline_closed",
          "decline_expired",
          "parked",
          "paid");

  @Test
  void random_lives_agree_with_the_reference_model() {
    var outcomes = new ConcurrentHashMap<String, Long>();
    var lives = (MESSAGES + MESSAGES_A_LIFE - 1) / MESSAGES_A_LIFE;
    LongStream.range(FIRST_SEED, FIRST_SEED + lives)
        .parallel()
        .forEach(
            seed ->
                new Life(seed)
                    .live(MESSAGES_A_LIFE)
                    .forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum)));

    for (var outcome : EXPECTED) {
      assertTrue(
          outcomes.getOrDefault(outcome, 0L) >= lives,
          () -> outcome + " happened too seldom: " + new TreeMap<>(outcomes));
    }
  }

  /** Seeds that failed once stay here for ever. */
  @Test
  void lives_that_failed_once_agree_now() throws IOException {
    for (var seed : failedSeeds()) {
      new Life(seed).live(MESSAGES_A_LIFE);
    }
  }

  private static List<Long> failedSeeds() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PaymentSimulationTest.class.getResourceAsStream("failed-seeds.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Long::valueOf)
          .toList();
    }
  }

  /** One account and what happens to it. */
  private static final class Life {

    private final long seed;
    private final Random random;
    private final ReferenceBank reference = new ReferenceBank();
    private final SimulatedBank bank;
    private final ArrayDeque<Integer> payments = new ArrayDeque<>();
    private final List<SimulatedMessage> sent = new ArrayList<>();
    private final ArrayDeque<SimulatedMessage> unanswered = new ArrayDeque<>();
    private long keys;
    private int numbers;
    private final Map<String, Long> outcomes = new HashMap<>();

    Life(long seed) {
      this.seed = seed;
      random = new Random(seed);
      bank = new SimulatedBank(new Random(~seed), FAULTS_PER_THOUSAND, reference::take);
    }

    Map<String, Long> live(int messages) {
      for (var step = 0; step < messages; step++) {
        var message = next();
        try {
          send(message);
          check(message);
        } catch (RuntimeException | AssertionError e) {
          return fail("seed " + seed + " step " + step + " " + message, e);
        }
      }
      return outcomes;
    }

    /** New, again, or once more what was never answered. */
    private SimulatedMessage next() {
      var dice = random.nextInt(100);
      if (dice < 10 && !unanswered.isEmpty()) {
        return unanswered.remove();
      }
      if (dice < 20 && !sent.isEmpty()) {
        return sent.get(random.nextInt(sent.size()));
      }
      var message =
          new SimulatedMessage(
              keys++,
              type(),
              number(),
              1 + random.nextInt(random.nextInt(8) == 0 ? 400 : 60),
              random.nextInt(SimulatedMessage.OPTIONS));
      if (sent.size() == REPEATABLE) {
        sent.removeFirst();
      }
      sent.add(message);
      return message;
    }

    private Type type() {
      var dice = random.nextInt(100);
      if (dice < 26) {
        return Type.AUTHORIZE;
      }
      if (dice < 29) {
        return Type.ADVISE;
      }
      if (dice < 40) {
        return Type.INCREMENT;
      }
      if (dice < 55) {
        return Type.REVERSE;
      }
      if (dice < 61) {
        return Type.COMPLETE;
      }
      if (dice < 76) {
        return Type.CLEAR;
      }
      if (dice < 80) {
        return Type.REFUND;
      }
      if (dice < 88) {
        return Type.EXPIRE;
      }
      return dice < 98 ? Type.PAY : Type.NEXT_DAY;
    }

    /** One of the payments under way, or one nobody has heard of yet. */
    private int number() {
      if (payments.size() >= 2 && random.nextInt(4) > 0) {
        return payments.stream().skip(random.nextInt(payments.size())).findFirst().orElseThrow();
      }
      if (payments.size() == PAYMENTS_KEPT) {
        retire(payments.remove());
      }
      payments.add(numbers);
      return numbers++;
    }

    /** The oldest payment ends and is forgotten on both sides, with all messages about it. */
    private void retire(int payment) {
      var last = new SimulatedMessage(keys++, Type.EXPIRE, payment, 1, 0);
      while (true) {
        try {
          bank.take(last);
          break;
        } catch (Died e) {
          count("died");
        }
      }
      sent.removeIf(message -> message.payment() == payment);
      unanswered.removeIf(message -> message.payment() == payment);
      bank.forget(payment);
      reference.forget(payment);
    }

    private void send(SimulatedMessage message) {
      try {
        var answer = bank.take(message);
        count(outcome(answer));
        if (random.nextInt(16) == 0) {
          assertEquals(answer, again(message));
          count("replayed");
        }
      } catch (Died e) {
        count("died");
        if (random.nextBoolean()) {
          unanswered.add(message);
        } else {
          again(message);
        }
      }
    }

    /** The answer's word; for a decline with its first reason. */
    private static String outcome(String answer) {
      var reasons = answer.indexOf('[');
      if (reasons >= 0) {
        var comma = answer.indexOf(',');
        return answer.substring(reasons + 1, comma < 0 ? answer.length() - 1 : comma);
      }
      var space = answer.indexOf(' ');
      return space < 0 ? answer : answer.substring(0, space);
    }

    private void count(String outcome) {
      outcomes.merge(outcome, 1L, Long::sum);
    }

    private String again(SimulatedMessage message) {
      while (true) {
        try {
          return bank.take(message);
        } catch (Died e) {
          count("died");
        }
      }
    }

    private void check(SimulatedMessage message) {
      long held = 0;
      for (var payment : bank.payments()) {
        held += payment.sums().held();
      }
      assertEquals(held, bank.held, "held is the sum of holds");
      assertEquals(reference.held(), bank.held, "held");
      assertEquals(reference.cashHeld(), bank.cashHeld, "cash held");
      assertEquals(reference.booked(), bank.posted, "posted");
      var touched = bank.payment(message.payment());
      assertEquals(reference.knows(message.payment()), touched.isPresent(), "known");
      if (touched.isPresent()) {
        var stored = touched.get();
        var sums = stored.sums();
        var figures = reference.figures(message.payment());
        assertEquals(figures.status, sums.status().code(), "status");
        assertEquals(figures.authorized, sums.authorized(), "authorized");
        assertEquals(figures.held, sums.held(), "held of the payment");
        assertEquals(figures.captured, sums.captured(), "captured");
        assertEquals(figures.refunded, sums.refunded(), "refunded");
        assertEquals(
            CardPayment.of(stored.approved(), sums.reserves(), stored.elements()),
            sums,
            "sums are those of the elements");
      }
    }
  }
}

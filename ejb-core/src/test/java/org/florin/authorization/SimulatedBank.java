package org.florin.authorization;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationFacts.Request;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.authorization.lifecycle.AuthorizationStatus;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.Effect;
import org.florin.authorization.lifecycle.Element;
import org.florin.authorization.lifecycle.ElementType;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.lifecycle.MessageKind;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.authorization.lifecycle.Transitions;
import org.florin.authorization.rules.Program;
import org.florin.kernel.Money;

/**
 * One account on the real policies, with a store that dies: before a commit, so that nothing was
 * done, or after it, so that only the answer is lost.
 */
final class SimulatedBank {

  static final long LIMIT = 1_000;
  static final long CASH_LIMIT = 200;
  static final long DAY_LIMIT = 700;
  static final int DAY_COUNT = 40;
  static final long OVER_LIMIT = 50;
  static final long FUEL_HOLD = 75;
  static final int TIP_PERCENT = 20;
  static final long PART_MIN = 5;

  /** The server died; whether the commit took place the sender can't know. */
  static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Died() {
      super("died", null, false, false);
    }
  }

  /** A payment as it is stored: its sums, and the elements they come from. */
  record Stored(CardPayment sums, boolean approved, boolean cash, int day, List<Element> elements) {

    Stored with(CardPayment after, Element element) {
      var more = new ArrayList<>(elements);
      more.add(element);
      return new Stored(after, approved, cash, day, more);
    }
  }

  /** What one message changes; nothing of it is seen before it is committed. */
  private record Change(
      String answer,
      Optional<Stored> payment,
      Optional<ReversalAmount> parked,
      long posted,
      long held,
      long cashPosted,
      long cashHeld,
      int day) {}

  private static final Program PROGRAM =
      new Program(
          "any",
          1,
          FUEL_HOLD,
          TIP_PERCENT,
          PART_MIN,
          OVER_LIMIT,
          true,
          true,
          false,
          30,
          3,
          1_000_000,
          Set.of(),
          false);
  private static final SpendingLimit A_DAY =
      new SpendingLimit(
          Window.DAY, 0, ZoneOffset.UTC, Optional.of(DAY_LIMIT), Optional.of(DAY_COUNT));
  private static final YearMonth TODAY = YearMonth.of(2026, 11);
  private static final Merchant SHOP = merchant("5411");
  private static final Merchant FUEL = merchant("5542");
  private static final Merchant RESTAURANT = merchant("5812");
  private static final int ANSWERS_KEPT = 512;

  private final Random faults;
  private final int faultsPerThousand;
  private final Consumer<SimulatedMessage> committed;
  private final Map<Integer, Stored> payments = new HashMap<>();
  private final Map<Integer, ReversalAmount> parked = new HashMap<>();
  private final Map<Long, String> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
          return size() > ANSWERS_KEPT;
        }
      };

  long posted;
  long held;
  long cashPosted;
  long cashHeld;
  int day;

  SimulatedBank(Random faults, int faultsPerThousand, Consumer<SimulatedMessage> committed) {
    this.faults = faults;
    this.faultsPerThousand = faultsPerThousand;
    this.committed = committed;
  }

  /** Takes a message as a door does: once per key, however often it comes. */
  String take(SimulatedMessage message) {
    var before = answers.get(message.key());
    if (before != null) {
      return before;
    }
    var change = decide(message);
    dieSometimes();
    commit(message, change);
    dieSometimes();
    return change.answer();
  }

  Optional<Stored> payment(int number) {
    return Optional.ofNullable(payments.get(number));
  }

  Iterable<Stored> payments() {
    return payments.values();
  }

  /** What is over leaves the memory; what it booked stays in the balance. */
  void forget(int number) {
    payments.remove(number);
    parked.remove(number);
  }

  private void dieSometimes() {
    if (faults.nextInt(1_000) < faultsPerThousand) {
      throw new Died();
    }
  }

  private void commit(SimulatedMessage message, Change change) {
    change.payment().ifPresent(stored -> payments.put(message.payment(), stored));
    if (change.parked().isPresent()) {
      parked.put(message.payment(), change.parked().get());
    } else if (change.payment().isPresent()) {
      parked.remove(message.payment());
    }
    posted = change.posted();
    held = change.held();
    cashPosted = change.cashPosted();
    cashHeld = change.cashHeld();
    day = change.day();
    answers.put(message.key(), change.answer());
    committed.accept(message);
  }

  private Change decide(SimulatedMessage message) {
    var known = payments.get(message.payment());
    return switch (message.type()) {
      case AUTHORIZE -> known == null ? open(message, Optional.empty()) : unchanged("known");
      case ADVISE ->
          known == null ? open(message, Optional.of(message.amount())) : unchanged("known");
      case INCREMENT -> known == null ? unchanged("unknown") : increment(message, known);
      case REVERSE -> known == null ? park(message) : later(known, message);
      case COMPLETE -> known == null ? unchanged("unknown") : later(known, message);
      case CLEAR -> clear(message, Optional.ofNullable(known));
      case REFUND -> refund(message, Optional.ofNullable(known));
      case EXPIRE -> known == null ? unchanged("unknown") : later(known, message);
      case PAY ->
          new Change(
              "paid",
              Optional.empty(),
              Optional.empty(),
              posted - message.amount(),
              held,
              cashPosted,
              cashHeld,
              day);
      case NEXT_DAY ->
          new Change(
              "day",
              Optional.empty(),
              Optional.empty(),
              posted,
              held,
              cashPosted,
              cashHeld,
              day + 1);
    };
  }

  private Change open(SimulatedMessage message, Optional<Long> advised) {
    var kind = kind(message);
    var decision =
        AuthorizationPolicy.decide(
            new AuthorizationFacts(
                request(kind, message, message.amount(), 0), Optional.of(card()), TODAY));
    var approved = decision instanceof Approved yes ? Optional.of(yes) : Optional.<Approved>empty();
    if (approved.isEmpty() && advised.isEmpty()) {
      return stored(
          new Stored(
              CardPayment.declined(),
              false,
              kind.isCash(),
              day,
              List.of(new Element(ElementType.AUTHORIZATION, 0, 0, false, Set.of()))),
          answer("declined", decision));
    }
    var amount = advised.orElseGet(() -> approved.orElseThrow().approved().minor());
    var uplift = advised.isPresent() ? 0 : approved.orElseThrow().held().minor() - amount;
    var sums = CardPayment.approved(kind.reserves(), amount, Math.max(0, uplift));
    var first =
        new Element(
            advised.isPresent() ? ElementType.ADVICE : ElementType.AUTHORIZATION,
            amount,
            Math.max(0, uplift),
            false,
            Set.of());
    var payment = new Stored(sums, true, kind.isCash(), day, List.of(first));
    var waiting = parked.get(message.payment());
    if (waiting != null) {
      var step = LifecyclePolicy.apply(sums, new Message.Reversal(waiting));
      payment =
          step.element().isPresent() ? payment.with(step.after(), step.element().get()) : payment;
    }
    return stored(payment, "approved " + amount);
  }

  private Change increment(SimulatedMessage message, Stored known) {
    var effect = LifecyclePolicy.effectOn(known.sums(), MessageKind.INCREMENT);
    if (effect != Effect.RAISE) {
      return unchanged(effect.code());
    }
    var kind = known.cash() ? AuthorizationKind.CASH_ADVANCE : AuthorizationKind.PURCHASE;
    var decision =
        AuthorizationPolicy.decide(
            new AuthorizationFacts(
                request(kind, message, message.amount(), known.sums().authorized()),
                Optional.of(card()),
                TODAY));
    return decision instanceof Approved
        ? applied(known, new Message.Increment(message.amount()), 0)
        : unchanged(answer("declined", decision));
  }

  private Change park(SimulatedMessage message) {
    return new Change(
        "parked",
        Optional.empty(),
        Optional.of(parked.getOrDefault(message.payment(), reversal(message))),
        posted,
        held,
        cashPosted,
        cashHeld,
        day);
  }

  private Change later(Stored known, SimulatedMessage message) {
    return applied(
        known,
        switch (message.type()) {
          case REVERSE -> new Message.Reversal(reversal(message));
          case COMPLETE -> new Message.Completion(message.amount());
          case EXPIRE -> new Message.Expiry();
          default -> throw new IllegalArgumentException(message.toString());
        },
        0);
  }

  private Change clear(SimulatedMessage message, Optional<Stored> known) {
    var effect =
        known
            .map(stored -> LifecyclePolicy.effectOn(stored.sums(), MessageKind.CLEARING))
            .orElse(Transitions.withoutOriginal(MessageKind.CLEARING));
    if (effect == Effect.POST_UNLINKED) {
      return posting(message.amount(), "posted alone");
    }
    var stored = known.orElseThrow();
    var credit = !stored.sums().reserves();
    return applied(
        stored,
        new Message.Clearing(message.amount(), message.isLast(), Tolerance.NONE),
        credit ? -message.amount() : message.amount());
  }

  private Change refund(SimulatedMessage message, Optional<Stored> known) {
    return known
        .map(stored -> applied(stored, new Message.Refund(message.amount()), -message.amount()))
        .orElseGet(() -> posting(-message.amount(), "credited"));
  }

  private Change applied(Stored known, Message what, long postedMore) {
    var step = LifecyclePolicy.apply(known.sums(), what);
    if (step.element().isEmpty()) {
      return unchanged(step.effect().code());
    }
    var after = known.with(step.after(), step.element().get());
    var heldMore = step.after().held() - known.sums().held();
    var cashMore = known.cash() && what instanceof Message.Clearing ? postedMore : 0;
    return new Change(
        step.effect().code(),
        Optional.of(after),
        Optional.empty(),
        posted + postedMore,
        held + heldMore,
        Math.max(0, cashPosted + cashMore),
        cashHeld + (known.cash() ? heldMore : 0),
        day);
  }

  private Change stored(Stored payment, String answer) {
    var heldMore = payment.sums().held();
    return new Change(
        answer,
        Optional.of(payment),
        Optional.empty(),
        posted,
        held + heldMore,
        cashPosted,
        cashHeld + (payment.cash() ? heldMore : 0),
        day);
  }

  private Change posting(long amount, String answer) {
    return new Change(
        answer,
        Optional.empty(),
        Optional.empty(),
        posted + amount,
        held,
        cashPosted,
        cashHeld,
        day);
  }

  private Change unchanged(String answer) {
    return new Change(
        answer, Optional.empty(), Optional.empty(), posted, held, cashPosted, cashHeld, day);
  }

  private static ReversalAmount reversal(SimulatedMessage message) {
    return switch (message.option() % 3) {
      case 0 -> new ReversalAmount.All();
      case 1 -> new ReversalAmount.GiveBack(message.amount());
      default -> new ReversalAmount.LeaveOnly(message.amount() - 1);
    };
  }

  private static AuthorizationKind kind(SimulatedMessage message) {
    if (message.isCredit()) {
      return AuthorizationKind.REFUND;
    }
    return message.isCash() ? AuthorizationKind.CASH_ADVANCE : AuthorizationKind.PURCHASE;
  }

  private static Request request(
      AuthorizationKind kind, SimulatedMessage message, long amount, long before) {
    return new Request(
        kind,
        EntryMode.CHIP,
        Money.usd(amount),
        message.takesPart(),
        message.isFuel() ? FUEL : message.isRestaurant() ? RESTAURANT : SHOP,
        Optional.empty(),
        Optional.empty(),
        Evidence.NONE,
        Optional.empty(),
        Money.usd(before));
  }

  private CardFacts card() {
    return new CardFacts(
        "active",
        Optional.empty(),
        YearMonth.of(2099, 12),
        false,
        0,
        "open",
        Set.of(),
        0,
        Money.usd(LIMIT),
        Money.usd(posted),
        Money.usd(held),
        Money.usd(CASH_LIMIT),
        Money.usd(cashPosted + cashHeld),
        List.of(SpendingControls.NONE),
        List.of(today()),
        PROGRAM);
  }

  /** As the counters' statement counts: open with what is authorized, ended with what cleared. */
  private LimitUse today() {
    long spent = 0;
    var count = 0;
    for (var payment : payments.values()) {
      var sums = payment.sums();
      if (payment.day() == day && payment.approved() && sums.reserves()) {
        var counted =
            sums.status() == AuthorizationStatus.REVERSED
                ? 0
                : sums.isOpen() ? Math.max(sums.authorized(), sums.captured()) : sums.captured();
        spent += counted;
        count += counted > 0 ? 1 : 0;
      }
    }
    return new LimitUse(A_DAY, spent, count);
  }

  private static String answer(String word, AuthorizationDecision decision) {
    return decision instanceof AuthorizationDecision.Declined declined
        ? word + " " + declined.reasons().stream().map(DeclineReason::code).distinct().toList()
        : word;
  }

  private static Merchant merchant(String mcc) {
    return new Merchant(
        "M1", "Shop", mcc, Optional.empty(), Optional.empty(), "US", Optional.empty());
  }
}

package org.florin.authorization;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationFacts.Request;
import org.florin.authorization.ScenarioBook.Step;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.Effect;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.lifecycle.Message;
import org.florin.authorization.lifecycle.MessageKind;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.authorization.rules.Programs;
import org.florin.kernel.Money;

/** The policies themselves as a door: nothing but values. */
final class PureDoor implements ScenarioBook.Door {

  private static final YearMonth TODAY = YearMonth.of(2026, 11);

  private record Payment(AuthorizationKind kind, CardPayment sums) {}

  private final Map<String, Payment> payments = new HashMap<>();
  private final Map<String, ReversalAmount> parked = new HashMap<>();
  private String cardState = "active";
  private long posted;
  private long cashPosted;
  private String answer = "";

  @Override
  public long available() {
    return ScenarioBook.CREDIT_LIMIT - posted - held(false);
  }

  @Override
  public String perform(Step step) {
    if (!step.verb().equals("again")) {
      answer = answer(step);
    }
    return answer;
  }

  private String answer(Step step) {
    return switch (step.verb()) {
      case "authorize", "verify" -> authorize(step, AuthorizationKind.ofCode(step.kind()));
      case "announce" -> authorize(step, AuthorizationKind.REFUND);
      case "advise" -> {
        begin(step, AuthorizationKind.PURCHASE, step.minor(), 0);
        yield "APPROVED";
      }
      case "increment" -> increment(step);
      case "reverse", "reverse_to" -> reverse(step);
      case "complete" -> later(step, new Message.Completion(step.minor()));
      case "expire" -> later(step, new Message.Expiry());
      case "clear", "clear_part" -> clear(step);
      case "refund" -> refund(step);
      case "pause" -> become("paused");
      case "resume" -> become("active");
      default -> throw new IllegalArgumentException(step.verb());
    };
  }

  private String become(String state) {
    cardState = state;
    return "-";
  }

  private String authorize(Step step, AuthorizationKind kind) {
    var amount = Math.max(0, step.minor());
    return switch (decide(step, kind, amount, 0)) {
      case Approved approved -> {
        begin(
            step,
            kind,
            approved.approved().minor(),
            Math.max(0, approved.held().minor() - approved.approved().minor()));
        yield amount == 0
            ? "VERIFIED_NO_AMOUNT"
            : approved.partial() ? "APPROVED_PARTIAL" : "APPROVED";
      }
      case Declined declined -> {
        payments.put(step.payment(), new Payment(kind, CardPayment.declined()));
        yield declined.reasons().getFirst().code();
      }
    };
  }

  private void begin(Step step, AuthorizationKind kind, long approved, long uplift) {
    var sums = CardPayment.approved(kind.reserves() && approved > 0, approved, uplift);
    var early = parked.remove(step.payment());
    payments.put(
        step.payment(),
        new Payment(
            kind,
            early == null
                ? sums
                : LifecyclePolicy.apply(sums, new Message.Reversal(early)).after()));
  }

  private AuthorizationDecision decide(
      Step step, AuthorizationKind kind, long amount, long before) {
    return AuthorizationPolicy.decide(
        new AuthorizationFacts(
            new Request(
                kind,
                EntryMode.ofCode(step.entryMode()),
                Money.usd(amount),
                step.takesPart(),
                new Merchant(
                    "M1",
                    "Corner Shop",
                    step.mcc(),
                    Optional.empty(),
                    Optional.empty(),
                    "US",
                    Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Evidence.NONE,
                Optional.empty(),
                Money.usd(before)),
            Optional.of(card()),
            TODAY));
  }

  private CardFacts card() {
    return new CardFacts(
        cardState,
        Optional.empty(),
        YearMonth.of(2099, 12),
        false,
        0,
        "open",
        Set.of(),
        0,
        Money.usd(ScenarioBook.CREDIT_LIMIT),
        Money.usd(posted),
        Money.usd(held(false)),
        Money.usd(ScenarioBook.CASH_LIMIT),
        Money.usd(cashPosted + held(true)),
        List.of(SpendingControls.NONE),
        List.of(),
        Programs.USUAL);
  }

  private String increment(Step step) {
    var payment = payments.get(step.payment());
    return switch (LifecyclePolicy.effectOn(payment.sums(), MessageKind.INCREMENT)) {
      case DECLINE_EXPIRED -> ReasonCode.AUTH_EXPIRED.name();
      case DECLINE_CLOSED -> ReasonCode.NOT_ALLOWED_TYPE.name();
      default ->
          switch (decide(step, payment.kind(), step.minor(), payment.sums().authorized())) {
            case Approved ignored -> {
              later(step, new Message.Increment(step.minor()));
              yield "APPROVED";
            }
            case Declined declined -> declined.reasons().getFirst().code();
          };
    };
  }

  private String reverse(Step step) {
    var amount =
        step.verb().equals("reverse_to")
            ? new ReversalAmount.LeaveOnly(step.minor())
            : step.minor() < 0
                ? new ReversalAmount.All()
                : new ReversalAmount.GiveBack(step.minor());
    if (!payments.containsKey(step.payment())) {
      parked.put(step.payment(), amount);
      return "parked";
    }
    return later(step, new Message.Reversal(amount));
  }

  private String clear(Step step) {
    var payment = payments.get(step.payment());
    if (payment == null || !payment.sums().takesClearings()) {
      posted += step.minor();
      return "unmatched";
    }
    var credit = payment.kind() == AuthorizationKind.REFUND;
    posted += credit ? -step.minor() : step.minor();
    cashPosted += payment.kind().isCash() ? step.minor() : 0;
    return later(
        step, new Message.Clearing(step.minor(), step.verb().equals("clear"), Tolerance.NONE));
  }

  private String refund(Step step) {
    posted -= step.minor();
    return payments.containsKey(step.payment())
        ? later(step, new Message.Refund(step.minor()))
        : "credited";
  }

  private String later(Step step, Message message) {
    var payment = payments.get(step.payment());
    var applied = LifecyclePolicy.apply(payment.sums(), message);
    if (applied.effect() != Effect.NOTHING) {
      payments.put(step.payment(), new Payment(payment.kind(), applied.after()));
    }
    return applied.after().status().code();
  }

  private long held(boolean cashOnly) {
    return payments.values().stream()
        .filter(payment -> !cashOnly || payment.kind().isCash())
        .mapToLong(payment -> payment.sums().held())
        .sum();
  }
}

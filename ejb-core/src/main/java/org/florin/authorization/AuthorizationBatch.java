package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationOutcome.Busy;
import org.florin.authorization.AuthorizationOutcome.Decided;
import org.florin.authorization.AuthorizationOutcome.DuplicateExternalId;
import org.florin.authorization.AuthorizationOutcome.KeyReused;
import org.florin.authorization.AuthorizationOutcome.Replayed;
import org.florin.authorization.Evidence.PinResult;
import org.florin.authorization.ParkedReversals.Parked;
import org.florin.authorization.Turn.Answered;
import org.florin.authorization.Turn.AskFirst;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingCounters.Owner;
import org.florin.authorization.hooks.HookBook;
import org.florin.authorization.hooks.HookCall;
import org.florin.authorization.hooks.HookQuestion;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.authorization.hooks.StandInUse;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.Element;
import org.florin.authorization.lifecycle.Flag;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.rules.PaymentRules;
import org.florin.authorization.rules.RuleBook;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.HotPath;

/**
 * One transaction for requests that came together: look up keys, lock accounts in id order, read,
 * decide in order of arrival so that each request sees those before it, write, commit.
 */
@ApplicationScoped
class AuthorizationBatch {

  private static final char[] CODE_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();
  private static final int CODE_LENGTH = 6;

  /** What was decided was written too late to be kept. */
  static final class DeadlinePassed extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    DeadlinePassed() {
      super("a deadline passed while its decision was written", null, false, false);
    }
  }

  /** A partner's key or own id. */
  record ClientKey(ClientId client, String key) {}

  /** What was answered under a key before. */
  record Stored(Fingerprint fingerprint, StoredAnswer answer) {}

  /** A card under the lock of its account, with what this batch has done to it so far. */
  static final class LockedCard {
    final CardId card;
    final LockedAccount account;
    final String state;
    final Optional<String> closedReason;
    final YearMonth expiry;
    final boolean securityCodeVerifiable;
    final SpendingControls controls;
    List<LimitUse> uses = List.of();
    int pinTries;
    boolean pinTried;

    LockedCard(
        CardId card,
        LockedAccount account,
        String state,
        Optional<String> closedReason,
        YearMonth expiry,
        boolean securityCodeVerifiable,
        int pinTries,
        SpendingControls controls) {
      this.card = card;
      this.account = account;
      this.state = state;
      this.closedReason = closedReason;
      this.expiry = expiry;
      this.securityCodeVerifiable = securityCodeVerifiable;
      this.pinTries = pinTries;
      this.controls = controls;
    }

    Owner owner() {
      return new Owner(account.id, Optional.of(card));
    }

    CardFacts facts(PaymentRules rules) {
      return new CardFacts(
          state,
          closedReason,
          expiry,
          securityCodeVerifiable,
          pinTries,
          account.status,
          account.flags,
          account.daysPastDue,
          account.creditLimit,
          account.posted,
          account.held,
          account.cashLimit,
          account.cashBalance.plus(account.cashHeld),
          List.of(controls, account.controls),
          Stream.concat(uses.stream(), account.uses.stream()).toList(),
          rules.program(account.productCode).withAnnounced(account.announcedMinor));
    }

    /** Reserves, and counts it against the limits of the card and of the account. */
    void approve(CardPayment payment, AuthorizationKind kind) {
      account.hold(payment.held(), kind.isCash());
      if (kind == AuthorizationKind.REFUND) {
        account.announcedMinor += payment.authorized();
      }
      if (payment.authorized() > 0 && kind != AuthorizationKind.REFUND) {
        uses = uses.stream().map(use -> use.with(payment.authorized(), 1)).toList();
        account.uses = account.uses.stream().map(use -> use.with(payment.authorized(), 1)).toList();
      }
    }

    /** A wrong PIN counts, a right one starts anew; a blocked one stays blocked. */
    void tried(PinResult pin, int triesMax) {
      if (pinTries >= triesMax || (pin != PinResult.WRONG && pin != PinResult.RIGHT)) {
        return;
      }
      pinTries = pin == PinResult.WRONG ? pinTries + 1 : 0;
      pinTried = true;
    }
  }

  /** An account under the lock; held amounts move as the batch decides. */
  static final class LockedAccount {
    final AccountId id;
    final String status;
    final String productCode;
    final Money creditLimit;
    final Money posted;
    final Money cashLimit;
    final Money cashBalance;
    final Set<String> flags;
    final int daysPastDue;
    final SpendingControls controls;
    List<LimitUse> uses = List.of();
    StandInUse standIn = StandInUse.NONE;
    long announcedMinor;
    Money held;
    Money cashHeld;
    boolean moved;

    LockedAccount(
        AccountId id,
        String status,
        String productCode,
        Money creditLimit,
        Money posted,
        Money held,
        Money cashLimit,
        Money cashBalance,
        Money cashHeld,
        Set<String> flags,
        int daysPastDue,
        SpendingControls controls) {
      this.id = id;
      this.status = status;
      this.productCode = productCode;
      this.creditLimit = creditLimit;
      this.posted = posted;
      this.held = held;
      this.cashLimit = cashLimit;
      this.cashBalance = cashBalance;
      this.cashHeld = cashHeld;
      this.flags = flags;
      this.daysPastDue = daysPastDue;
      this.controls = controls;
    }

    Owner owner() {
      return new Owner(id, Optional.empty());
    }

    void hold(long minor, boolean cash) {
      if (minor == 0) {
        return;
      }
      var amount = new Money(minor, held.currency());
      held = held.plus(amount);
      if (cash) {
        cashHeld = cashHeld.plus(amount);
      }
      moved = true;
    }

    /** Counts what stand-in limits approved today. */
    void standIn(Verdict verdict) {
      standIn = standIn.with(verdict.approved().minor());
    }

    Money available() {
      return creditLimit.minus(posted).minus(held);
    }
  }

  private final SecureRandom random = new SecureRandom();

  @Inject @HotPath Database database;
  @Inject AuthorizationStore store;
  @Inject RuleBook rules;
  @Inject HookBook hooks;
  @Inject RiskScreening risk;

  /** Decides all, or throws and has decided none. Turns are in the order of the requests. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<Turn> decide(List<PendingAuthorization> together) {
    var known = new HashMap<>(store.answers(together));
    var originals = new HashMap<>(store.originals(together));
    var cards = store.lock(together);
    var waiting = new ArrayList<>(store.parked(together, cards));
    var applied = new LinkedHashMap<Parked, AuthorizationId>();
    var now = SystemTime.now();
    var screen = risk.open(database, cards.byId().values(), now);
    var businessDate = store.businessDate();
    store.readStandIn(together, cards, now);
    AuthorizationStore.readAnnounced(store.database, cards, rules.current());
    var decided = new ArrayList<AuthorizationStore.Written>();
    var turns = new ArrayList<Turn>(together.size());
    var firstDeadline = Instant.MAX;
    for (var pending : together) {
      var command = pending.command();
      var key = new ClientKey(command.key().client(), command.key().key());
      var before = known.get(key);
      if (before != null) {
        turns.add(
            new Answered(
                before.fingerprint().equals(command.key().fingerprint())
                    ? new Replayed(before.answer())
                    : new KeyReused()));
        continue;
      }
      var externalKey =
          command.externalId().map(externalId -> new ClientKey(key.client(), externalId));
      var original = externalKey.map(originals::get);
      if (original.isPresent()) {
        turns.add(new Answered(new DuplicateExternalId(original.get())));
        continue;
      }
      if (now.isAfter(pending.deadline())) {
        turns.add(new Answered(new Busy()));
        continue;
      }
      var card = cards.of(pending);
      var reversal =
          card.flatMap(locked -> ParkedReversals.of(waiting, locked.card, command.network()));
      var look =
          screen.look(
              facts(pending, card, now), card, command.channel(), command.advice().isPresent());
      var ours = AuthorizationPolicy.decide(look.facts());
      var question = question(pending, card, ours, now);
      if (question.isPresent()) {
        turns.add(new AskFirst(question.get()));
        continue;
      }
      var snapshot = decide(pending, card, ours, reversal, now);
      screen.note(look, snapshot.id(), 1);
      screen.remember(snapshot);
      reversal.ifPresent(
          parked -> {
            waiting.remove(parked);
            applied.put(parked, snapshot.id());
          });
      var answer = command.answer().apply(snapshot);
      decided.add(new AuthorizationStore.Written(command, snapshot, answer));
      known.put(key, new Stored(command.key().fingerprint(), answer));
      externalKey.ifPresent(external -> originals.put(external, snapshot.id()));
      turns.add(new Answered(new Decided(answer)));
      firstDeadline = earlier(firstDeadline, pending.deadline());
    }
    store.write(decided, cards, businessDate);
    store.applied(applied);
    screen.write(database);
    if (SystemTime.now().isAfter(firstDeadline)) {
      throw new DeadlinePassed();
    }
    return turns;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private AuthorizationFacts facts(
      PendingAuthorization pending, Optional<LockedCard> card, Instant now) {
    var command = pending.command();
    var current = rules.current();
    return new AuthorizationFacts(
        new AuthorizationFacts.Request(
            command.kind(),
            command.entryMode(),
            command.amount(),
            command.partialApproval(),
            command.merchant(),
            pending.expiry(),
            pending.securityCodeRight(),
            command.evidence(),
            command.network().map(NetworkReference::name),
            Money.zero(command.amount().currency())),
        card.map(locked -> locked.facts(current)),
        YearMonth.from(now.atOffset(ZoneOffset.UTC)));
  }

  /** What the program's partner has to be asked before this is approved. */
  private Optional<HookQuestion> question(
      PendingAuthorization pending,
      Optional<LockedCard> card,
      AuthorizationDecision ours,
      Instant now) {
    return pending.partner().isEmpty() && ours instanceof Approved approved
        ? card.flatMap(
            locked ->
                hook(pending.command(), locked)
                    .map(
                        hook ->
                            PartnerQuestions.of(hook, pending.command(), locked, approved, now)))
        : Optional.empty();
  }

  /** The partner of what reserves; an advice has been decided already. */
  private Optional<PartnerHook> hook(AuthorizePurchase.Command command, LockedCard card) {
    return command.reserves() && command.advice().isEmpty()
        ? hooks.of(card.account.productCode)
        : Optional.empty();
  }

  private AuthorizationSnapshot decide(
      PendingAuthorization pending,
      Optional<LockedCard> card,
      AuthorizationDecision ours,
      Optional<Parked> reversal,
      Instant now) {
    var command = pending.command();
    var current = rules.current();
    var partner =
        card.flatMap(
            locked ->
                pending
                    .partner()
                    .flatMap(
                        result ->
                            hook(command, locked)
                                .map(hook -> PartnerSay.of(hook, result, ours, locked))));
    var decision = partner.map(PartnerSay::decision).orElse(ours);
    var plain = Verdict.of(command, decision);
    var verdict = partner.filter(PartnerSay::isStandIn).map(say -> plain.asStandIn()).orElse(plain);
    var first = verdict.payment(command);
    var step = reversal.map(parked -> LifecyclePolicy.apply(first, parked.message()));
    var payment = step.map(LifecyclePolicy.Step::after).orElse(first);
    card.ifPresent(
        locked -> {
          locked.approve(payment, command.kind());
          partner.filter(PartnerSay::isStandIn).ifPresent(say -> locked.account.standIn(verdict));
          locked.tried(
              command.evidence().pin(), current.program(locked.account.productCode).pinTriesMax());
        });
    var elements = new ArrayList<AuthorizationSnapshot.Element>(2);
    elements.add(verdict.element(command, now));
    step.flatMap(LifecyclePolicy.Step::element)
        .ifPresent(element -> elements.add(parked(element, command, reversal.orElseThrow(), now)));
    var id = AuthorizationId.create();
    return snapshot(
        id,
        command,
        card,
        verdict,
        payment,
        expiresAt(command, first, now),
        now,
        partner.map(say -> say.call(id, now)),
        elements);
  }

  private static AuthorizationSnapshot.Element parked(
      Element element, AuthorizePurchase.Command command, Parked parked, Instant now) {
    var amount = new Money(element.amount(), command.amount().currency());
    var flags = EnumSet.of(Flag.PARKED);
    flags.addAll(element.flags());
    return new AuthorizationSnapshot.Element(
        2,
        element.type(),
        amount,
        amount,
        Money.zero(amount.currency()),
        element.closes(),
        now,
        parked.origin().channel(),
        List.of(),
        flags,
        Optional.empty());
  }

  /** What is held, or announced as a credit, ends by itself. */
  private Optional<Instant> expiresAt(
      AuthorizePurchase.Command command, CardPayment payment, Instant now) {
    return payment.authorized() > 0 && payment.isOpen()
        ? Optional.of(now.plus(rules.current().hold(command.heldAs()).life()))
        : Optional.empty();
  }

  private AuthorizationSnapshot snapshot(
      AuthorizationId id,
      AuthorizePurchase.Command command,
      Optional<LockedCard> card,
      Verdict verdict,
      CardPayment payment,
      Optional<Instant> expiresAt,
      Instant now,
      Optional<HookCall> partner,
      List<AuthorizationSnapshot.Element> elements) {
    var currency = command.amount().currency();
    return new AuthorizationSnapshot(
        id,
        card.map(locked -> locked.account.id),
        card.map(locked -> locked.card),
        command.key().client(),
        command.kind(),
        command.entryMode(),
        payment.status(),
        verdict.responseCode(),
        verdict.reasons(),
        command.amount(),
        verdict.approved(),
        new Money(payment.authorized(), currency),
        new Money(payment.uplift(), currency),
        new Money(payment.captured(), currency),
        new Money(payment.refunded(), currency),
        new Money(payment.held(), currency),
        verdict.isApproved()
            ? command
                .advice()
                .flatMap(Advice::authorizationCode)
                .or(() -> Optional.of(authorizationCode()))
            : Optional.empty(),
        card.map(locked -> locked.account.available()),
        command.merchant(),
        command.network(),
        command.externalId(),
        command.metadata(),
        command.advice().map(Advice::by),
        expiresAt,
        now,
        partner,
        elements);
  }

  private String authorizationCode() {
    var code = new char[CODE_LENGTH];
    for (var i = 0; i < CODE_LENGTH; i++) {
      code[i] = CODE_CHARACTERS[random.nextInt(CODE_CHARACTERS.length)];
    }
    return new String(code);
  }
}

package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationOutcome.Busy;
import org.florin.authorization.AuthorizationOutcome.Decided;
import org.florin.authorization.AuthorizationOutcome.DuplicateExternalId;
import org.florin.authorization.AuthorizationOutcome.KeyReused;
import org.florin.authorization.AuthorizationOutcome.Replayed;
import org.florin.authorization.Evidence.PinResult;
import org.florin.authorization.ParkedReversals.Parked;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingCounters.Owner;
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

/**
 * One transaction for requests that came together: look up keys, lock accounts in id order, read,
 * decide in order of arrival so that each request sees those before it, write, commit.
 */
@ApplicationScoped
class AuthorizationBatch {

  private static final char[] CODE_CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();
  private static final int CODE_LENGTH = 6;

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
          rules.program(account.productCode));
    }

    /** Reserves, and counts it against the limits of the card and of the account. */
    void approve(CardPayment payment, AuthorizationKind kind) {
      account.hold(payment.held(), kind.isCash());
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

    Money available() {
      return creditLimit.minus(posted).minus(held);
    }
  }

  private final SecureRandom random = new SecureRandom();

  @Inject AuthorizationStore store;
  @Inject RuleBook rules;

  /** Decides all, or throws and has decided none. Outcomes are in the order of the requests. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<AuthorizationOutcome> decide(List<PendingAuthorization> together) {
    var known = new HashMap<>(store.answers(together));
    var originals = new HashMap<>(store.originals(together));
    var cards = store.lock(together);
    var waiting = new ArrayList<>(store.parked(together, cards));
    var applied = new LinkedHashMap<Parked, AuthorizationId>();
    var now = SystemTime.now();
    var businessDate = store.businessDate();
    var decided = new ArrayList<AuthorizationStore.Written>();
    var outcomes = new ArrayList<AuthorizationOutcome>(together.size());
    for (var pending : together) {
      var command = pending.command();
      var key = new ClientKey(command.key().client(), command.key().key());
      var before = known.get(key);
      if (before != null) {
        outcomes.add(
            before.fingerprint().equals(command.key().fingerprint())
                ? new Replayed(before.answer())
                : new KeyReused());
        continue;
      }
      var externalKey =
          command.externalId().map(externalId -> new ClientKey(key.client(), externalId));
      var original = externalKey.map(originals::get);
      if (original.isPresent()) {
        outcomes.add(new DuplicateExternalId(original.get()));
        continue;
      }
      if (now.isAfter(pending.deadline())) {
        outcomes.add(new Busy());
        continue;
      }
      var card = cards.of(pending);
      var reversal =
          card.flatMap(locked -> ParkedReversals.of(waiting, locked.card, command.network()));
      var snapshot = decide(pending, card, reversal, now);
      reversal.ifPresent(
          parked -> {
            waiting.remove(parked);
            applied.put(parked, snapshot.id());
          });
      var answer = command.answer().apply(snapshot);
      decided.add(new AuthorizationStore.Written(command, snapshot, answer));
      known.put(key, new Stored(command.key().fingerprint(), answer));
      externalKey.ifPresent(external -> originals.put(external, snapshot.id()));
      outcomes.add(new Decided(answer));
    }
    store.write(decided, cards, businessDate);
    store.applied(applied);
    return outcomes;
  }

  private AuthorizationSnapshot decide(
      PendingAuthorization pending,
      Optional<LockedCard> card,
      Optional<Parked> reversal,
      Instant now) {
    var command = pending.command();
    var current = rules.current();
    var decision =
        AuthorizationPolicy.decide(
            new AuthorizationFacts(
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
                YearMonth.from(now.atOffset(ZoneOffset.UTC))));
    var verdict = Verdict.of(command, decision);
    var first = verdict.payment(command);
    var step = reversal.map(parked -> LifecyclePolicy.apply(first, parked.message()));
    var payment = step.map(LifecyclePolicy.Step::after).orElse(first);
    card.ifPresent(
        locked -> {
          locked.approve(payment, command.kind());
          locked.tried(
              command.evidence().pin(), current.program(locked.account.productCode).pinTriesMax());
        });
    var elements = new ArrayList<AuthorizationSnapshot.Element>(2);
    elements.add(verdict.element(command, now));
    step.flatMap(LifecyclePolicy.Step::element)
        .ifPresent(element -> elements.add(parked(element, command, reversal.orElseThrow(), now)));
    return snapshot(command, card, verdict, payment, expiresAt(command, first, now), now, elements);
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
      AuthorizePurchase.Command command,
      Optional<LockedCard> card,
      Verdict verdict,
      CardPayment payment,
      Optional<Instant> expiresAt,
      Instant now,
      List<AuthorizationSnapshot.Element> elements) {
    var currency = command.amount().currency();
    return new AuthorizationSnapshot(
        AuthorizationId.create(),
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

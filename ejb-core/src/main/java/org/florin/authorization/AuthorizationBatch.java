package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.AuthorizationFacts.CardFacts;
import org.florin.authorization.AuthorizationOutcome.Busy;
import org.florin.authorization.AuthorizationOutcome.Decided;
import org.florin.authorization.AuthorizationOutcome.DuplicateExternalId;
import org.florin.authorization.AuthorizationOutcome.KeyReused;
import org.florin.authorization.AuthorizationOutcome.Replayed;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
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

  /** A card under the lock of its account, with the balance as this batch has moved it so far. */
  static final class LockedCard {
    final org.florin.kernel.CardId card;
    final LockedAccount account;
    final String state;
    final Optional<String> closedReason;
    final YearMonth expiry;
    final boolean securityCodeVerifiable;
    final CardControls controls;

    LockedCard(
        org.florin.kernel.CardId card,
        LockedAccount account,
        String state,
        Optional<String> closedReason,
        YearMonth expiry,
        boolean securityCodeVerifiable,
        CardControls controls) {
      this.card = card;
      this.account = account;
      this.state = state;
      this.closedReason = closedReason;
      this.expiry = expiry;
      this.securityCodeVerifiable = securityCodeVerifiable;
      this.controls = controls;
    }

    CardFacts facts() {
      return new CardFacts(
          state,
          closedReason,
          expiry,
          securityCodeVerifiable,
          account.status,
          account.creditLimit,
          account.posted,
          account.held,
          account.cashLimit,
          account.cashBalance.plus(account.cashHeld),
          controls);
    }
  }

  /** An account under the lock; held amounts move as the batch decides. */
  static final class LockedAccount {
    final AccountId id;
    final String status;
    final Money creditLimit;
    final Money posted;
    final Money cashLimit;
    final Money cashBalance;
    Money held;
    Money cashHeld;
    boolean moved;

    LockedAccount(
        AccountId id,
        String status,
        Money creditLimit,
        Money posted,
        Money held,
        Money cashLimit,
        Money cashBalance,
        Money cashHeld) {
      this.id = id;
      this.status = status;
      this.creditLimit = creditLimit;
      this.posted = posted;
      this.held = held;
      this.cashLimit = cashLimit;
      this.cashBalance = cashBalance;
      this.cashHeld = cashHeld;
    }

    void hold(Money amount, boolean cash) {
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
  @Inject AuthorizationSettings settings;

  /** Decides all, or throws and has decided none. Outcomes are in the order of the requests. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public List<AuthorizationOutcome> decide(List<PendingAuthorization> together) {
    var known = new HashMap<>(store.answers(together));
    var originals = new HashMap<>(store.originals(together));
    var cards = store.lock(together);
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
      var snapshot = decide(pending, cards.of(pending), now);
      var answer = command.answer().apply(snapshot);
      decided.add(new AuthorizationStore.Written(command, snapshot, answer));
      known.put(key, new Stored(command.key().fingerprint(), answer));
      externalKey.ifPresent(external -> originals.put(external, snapshot.id()));
      outcomes.add(new Decided(answer));
    }
    store.write(decided, cards, businessDate);
    return outcomes;
  }

  private AuthorizationSnapshot decide(
      PendingAuthorization pending, Optional<LockedCard> card, Instant now) {
    var command = pending.command();
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
                    pending.securityCodeRight()),
                card.map(LockedCard::facts),
                YearMonth.from(now.atOffset(ZoneOffset.UTC))));
    var nothing = Money.zero(command.amount().currency());
    return switch (decision) {
      case Approved approved -> {
        card.ifPresent(locked -> locked.account.hold(approved.held(), command.kind().isCash()));
        var verification = command.amount().isZero();
        var holds = approved.held().isPositive();
        yield snapshot(
            command,
            card,
            AuthorizationStatus.PENDING,
            approved.partial() ? "10" : verification ? "85" : "00",
            List.of(),
            approved.approved(),
            approved.held(),
            Optional.of(authorizationCode()),
            holds ? Optional.of(now.plus(settings.holdExpiry())) : Optional.empty(),
            now);
      }
      case Declined declined ->
          snapshot(
              command,
              card,
              AuthorizationStatus.DECLINED,
              declined.reasons().getFirst().responseCode(),
              declined.reasons().stream().map(DeclineReason::code).distinct().toList(),
              nothing,
              nothing,
              Optional.empty(),
              Optional.empty(),
              now);
    };
  }

  private static AuthorizationSnapshot snapshot(
      AuthorizePurchase.Command command,
      Optional<LockedCard> card,
      AuthorizationStatus status,
      String responseCode,
      List<String> reasons,
      Money approved,
      Money held,
      Optional<String> authorizationCode,
      Optional<Instant> expiresAt,
      Instant now) {
    return new AuthorizationSnapshot(
        AuthorizationId.create(),
        card.map(locked -> locked.account.id),
        card.map(locked -> locked.card),
        command.key().client(),
        command.kind(),
        command.entryMode(),
        status,
        responseCode,
        reasons,
        command.amount(),
        approved,
        approved,
        Money.zero(command.amount().currency()),
        held,
        authorizationCode,
        card.map(locked -> locked.account.available()),
        command.merchant(),
        command.network(),
        command.externalId(),
        command.metadata(),
        expiresAt,
        now,
        List.of(
            new AuthorizationSnapshot.Element(
                1, "authorization", approved, now, command.channel())));
  }

  private String authorizationCode() {
    var code = new char[CODE_LENGTH];
    for (var i = 0; i < CODE_LENGTH; i++) {
      code[i] = CODE_CHARACTERS[random.nextInt(CODE_CHARACTERS.length)];
    }
    return new String(code);
  }
}

package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.florin.accounts.AccountBook;
import org.florin.authorization.lifecycle.CardPayment;
import org.florin.authorization.lifecycle.Effect;
import org.florin.authorization.lifecycle.Element;
import org.florin.authorization.lifecycle.ElementType;
import org.florin.authorization.lifecycle.Flag;
import org.florin.authorization.lifecycle.LifecyclePolicy;
import org.florin.authorization.lifecycle.Message;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.EventId;
import org.florin.kernel.SystemTime;
import org.florin.kernel.TransactionId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.json.JsonParts;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/**
 * Applies messages to card payments under the lock of their accounts: element, sums, what the
 * account holds, event and audit record, all in the caller's transaction.
 */
@ApplicationScoped
public class HeldAuthorizations {

  /** Who changes and through which door. */
  public record Origin(String actor, String channel) {}

  @Inject Database database;
  @Inject FindAuthorizations find;
  @Inject NamedCards cards;
  @Inject AccountBook book;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /**
   * Locks the account of an authorization and reads it; empty if there is no such authorization.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<AuthorizationSnapshot> lock(AuthorizationId id) {
    find.accountOf(id).ifPresent(account -> book.lock(List.of(account)));
    return find.byId(id);
  }

  /** Locks the account of the card or of the authorization that is named, and reads it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<AuthorizationSnapshot> lock(Original original) {
    return switch (original) {
      case Original.ById byId -> lock(byId.id());
      case Original.ByNetwork byNetwork ->
          cards
              .find(byNetwork.card())
              .flatMap(
                  named -> {
                    book.lock(List.of(named.account()));
                    return find.byNetwork(named.card(), named.account(), byNetwork.network());
                  })
              .flatMap(find::byId);
    };
  }

  /** Applies a message; one that has nothing to do leaves no trace. */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuthorizationSnapshot apply(AuthorizationSnapshot locked, Message message, Origin origin) {
    var step = LifecyclePolicy.apply(locked.payment(), message);
    return record(locked, step, requested(message, step), Optional.empty(), origin);
  }

  /**
   * Keeps what a message did.
   *
   * @param requestedMinor what it asked for
   * @param transaction what was booked with it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuthorizationSnapshot record(
      AuthorizationSnapshot locked,
      LifecyclePolicy.Step step,
      long requestedMinor,
      Optional<TransactionId> transaction,
      Origin origin) {
    if (step.element().isEmpty()) {
      return locked;
    }
    var element = step.element().get();
    append(locked, element, requestedMinor, List.of(), transaction, origin);
    keep(locked, step.after());
    tell(locked, eventType(element), element, requestedMinor, step.after(), transaction, origin);
    return find.byId(locked.id()).orElseThrow();
  }

  /** Keeps an increment that was declined; no sum changes. */
  @Transactional(Transactional.TxType.MANDATORY)
  AuthorizationSnapshot recordDeclined(
      AuthorizationSnapshot locked,
      long requestedMinor,
      List<DeclineReason> reasons,
      Origin origin) {
    var element = new Element(ElementType.INCREMENT, 0, 0, false, Set.of(Flag.DECLINED));
    append(
        locked,
        element,
        requestedMinor,
        reasons.stream().map(DeclineReason::code).distinct().toList(),
        Optional.empty(),
        origin);
    tell(
        locked,
        "authorization.increment_declined",
        element,
        requestedMinor,
        locked.payment(),
        Optional.empty(),
        origin);
    return find.byId(locked.id()).orElseThrow();
  }

  /** Moves the time at which what is held is released. */
  @Transactional(Transactional.TxType.MANDATORY)
  void extend(AuthorizationId authorization, Instant expiresAt) {
    database.update(
        "update card_authorization set expires_at = ? where id = ?",
        expiresAt,
        authorization.value());
  }

  private void append(
      AuthorizationSnapshot locked,
      Element element,
      long requestedMinor,
      List<String> reasons,
      Optional<TransactionId> transaction,
      Origin origin) {
    database.update(
        """
        insert into authorization_element (authorization_id, number, type, amount_minor, requested_minor,
          uplift_minor, closes, at, channel, reasons, flags, transaction_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), string_to_array(?, ','), ?)
        """,
        locked.id().value(),
        locked.elements().getLast().number() + 1,
        element.type().code(),
        element.amount(),
        requestedMinor,
        element.uplift(),
        element.closes(),
        SystemTime.now(),
        origin.channel(),
        String.join(",", reasons),
        flags(element),
        transaction.map(TransactionId::value));
  }

  private void keep(AuthorizationSnapshot locked, CardPayment after) {
    database.update(
        """
        update card_authorization set status = ?, authorized_minor = ?, uplift_minor = ?, captured_minor = ?,
          refunded_minor = ?, held_minor = ? where id = ?
        """,
        after.status().code(),
        after.authorized(),
        after.uplift(),
        after.captured(),
        after.refunded(),
        after.held(),
        locked.id().value());
    var moved = after.held() - locked.held().minor();
    if (moved != 0) {
      book.moveHeld(account(locked), moved, locked.kind().isCash() ? moved : 0);
    }
  }

  private void tell(
      AuthorizationSnapshot locked,
      String event,
      Element element,
      long requestedMinor,
      CardPayment after,
      Optional<TransactionId> transaction,
      Origin origin) {
    var payload =
        JsonParts.object()
            .add("authorization", locked.id().toString())
            .add("account", account(locked).toString())
            .add("amount", element.amount())
            .add("requested_amount", requestedMinor)
            .add("held_amount", after.held())
            .add("currency", locked.requested().currency().code())
            .add("status", after.status().code())
            .add("merchant_name", locked.merchant().name())
            .add("flags", JsonParts.array(codes(element)));
    transaction.ifPresent(booked -> payload.add("transaction", booked.toString()));
    outbox.append(
        new OutboxEvent(
            EventId.create(),
            event,
            locked.id().toString(),
            Optional.of(account(locked)),
            element.flags().contains(Flag.OVER_CAPTURE)
                ? Map.of(Flag.OVER_CAPTURE.code(), "true")
                : Map.of(),
            payload.build().toString()));
    audit.record(
        AuditEntry.done(
            origin.actor(),
            origin.channel(),
            "authorization." + element.type().code(),
            locked.id().toString(),
            "amount "
                + element.amount()
                + (element.flags().isEmpty() ? "" : " " + codes(element))));
  }

  private static AccountId account(AuthorizationSnapshot locked) {
    return locked.account().orElseThrow();
  }

  private static long requested(Message message, LifecyclePolicy.Step step) {
    return switch (message) {
      case Message.Increment increment -> increment.minor();
      case Message.Completion completion -> completion.minor();
      case Message.Clearing clearing -> clearing.minor();
      case Message.Refund refund -> refund.minor();
      case Message.Reversal ignored -> step.element().map(Element::amount).orElse(0L);
      case Message.Expiry ignored -> step.element().map(Element::amount).orElse(0L);
    };
  }

  private static String flags(Element element) {
    return String.join(",", codes(element));
  }

  private static List<String> codes(Element element) {
    return element.flags().stream().sorted().map(Flag::code).collect(Collectors.toList());
  }

  private static String eventType(Element element) {
    return switch (element.type()) {
      case INCREMENT -> "authorization.incremented";
      case REVERSAL -> "authorization.reversed";
      case COMPLETION -> "authorization.completed";
      case CLEARING -> "authorization.cleared";
      case REFUND -> "authorization.refunded";
      case EXPIRY -> "authorization.expired";
      case AUTHORIZATION, VERIFICATION, REFUND_AUTHORIZATION, ADVICE ->
          throw new IllegalArgumentException("a payment begins with its decision");
    };
  }

  /** Whether a message would be declined, and why. */
  static Optional<DeclineReason> closedFor(AuthorizationSnapshot locked, Effect effect) {
    return switch (effect) {
      case DECLINE_EXPIRED -> Optional.of(new DeclineReason.AuthorizationExpired(locked.id()));
      case DECLINE_CLOSED ->
          Optional.of(new DeclineReason.AuthorizationClosed(locked.status().code()));
      case OPEN,
          OPEN_FORCED,
          PARK,
          RAISE,
          GIVE_BACK,
          CONFIRM,
          CLEAR,
          CLEAR_LATE,
          POST_UNLINKED,
          CREDIT,
          RELEASE,
          NOTE,
          NOTHING ->
          Optional.empty();
    };
  }
}

package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.florin.accounts.AccountBook;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;

/** Changes what authorizations reserve, under the lock of their accounts. */
@ApplicationScoped
public class HeldAuthorizations {

  /** Who changes and through which door. */
  public record Origin(String actor, String channel) {}

  @Inject Database database;
  @Inject FindAuthorizations find;
  @Inject AccountBook book;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /**
   * Locks the account of an authorization and reads it; empty if there is no such authorization.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<AuthorizationSnapshot> lock(AuthorizationId id) {
    database
        .first(
            "select account_id from card_authorization where id = ?",
            row -> row.optionalUuid("account_id"),
            id.value())
        .flatMap(account -> account)
        .ifPresent(account -> book.lock(List.of(new AccountId(account))));
    return find.byId(id);
  }

  /** Gives back part or all of the hold; giving back nothing changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuthorizationSnapshot reverse(AuthorizationSnapshot locked, Money amount, Origin origin) {
    var after = HoldPolicy.reverse(sums(locked), amount.minor());
    var given = locked.held().minor() - after.held();
    return given == 0 ? locked : change(locked, after, "reversal", given, List.of(), origin);
  }

  /** Counts a clearing; the caller posts it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuthorizationSnapshot clear(
      AuthorizationSnapshot locked, Money amount, boolean last, List<String> flags, Origin origin) {
    var after = HoldPolicy.clear(sums(locked), amount.minor(), last);
    return change(locked, after, "clearing", amount.minor(), flags, origin);
  }

  /** Releases the hold because its time is over. */
  @Transactional(Transactional.TxType.MANDATORY)
  public AuthorizationSnapshot expire(AuthorizationSnapshot locked, Origin origin) {
    return locked.held().isZero()
        ? locked
        : change(
            locked,
            HoldPolicy.expire(sums(locked)),
            "expiry",
            locked.held().minor(),
            List.of(),
            origin);
  }

  private AuthorizationSnapshot change(
      AuthorizationSnapshot locked,
      HoldPolicy.Sums after,
      String type,
      long amountMinor,
      List<String> flags,
      Origin origin) {
    var now = SystemTime.now();
    var account = locked.account().orElseThrow();
    database.update(
        """
        insert into authorization_element (authorization_id, number, type, amount_minor, at, channel, flags)
        values (?, ?, ?, ?, ?, ?, string_to_array(?, ','))
        """,
        locked.id().value(),
        locked.elements().getLast().number() + 1,
        type,
        amountMinor,
        now,
        origin.channel(),
        String.join(",", flags));
    database.update(
        "update card_authorization set status = ?, authorized_minor = ?, captured_minor = ?, held_minor = ? where id = ?",
        after.status().code(),
        after.authorized(),
        after.captured(),
        after.held(),
        locked.id().value());
    var released = after.held() - locked.held().minor();
    if (released != 0) {
      book.moveHeld(account, released, locked.kind().isCash() ? released : 0);
    }
    outbox.append(
        OutboxEvent.of(
            "authorization." + pastTense(type),
            locked.id().toString(),
            account,
            Json.createObjectBuilder()
                .add("authorization", locked.id().toString())
                .add("account", account.toString())
                .add("amount", amountMinor)
                .add("held_amount", after.held())
                .add("currency", locked.requested().currency().code())
                .add("status", after.status().code())
                .build()
                .toString()));
    audit.record(
        AuditEntry.done(
            origin.actor(),
            origin.channel(),
            "authorization." + type,
            locked.id().toString(),
            "amount " + amountMinor));
    return find.byId(locked.id()).orElseThrow();
  }

  private static String pastTense(String type) {
    return switch (type) {
      case "reversal" -> "reversed";
      case "clearing" -> "cleared";
      case "expiry" -> "expired";
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static HoldPolicy.Sums sums(AuthorizationSnapshot snapshot) {
    return new HoldPolicy.Sums(
        snapshot.status(),
        snapshot.authorized().minor(),
        snapshot.captured().minor(),
        snapshot.held().minor());
  }
}

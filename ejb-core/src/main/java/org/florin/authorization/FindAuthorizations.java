package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.florin.authorization.AuthorizationSnapshot.Element;
import org.florin.authorization.hooks.HookCalls;
import org.florin.authorization.lifecycle.AuthorizationStatus;
import org.florin.authorization.lifecycle.ElementType;
import org.florin.authorization.lifecycle.Flag;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.platform.sql.Database;

/** Reads card payments. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindAuthorizations {

  @Inject Database database;

  public Optional<AuthorizationSnapshot> byId(AuthorizationId id) {
    return database
        .first("select * from card_authorization where id = ?", this::withoutElements, id.value())
        .map(this::withElements);
  }

  /** A partner's, newest first; {@code after} is the last one of the page before. */
  public List<AuthorizationSnapshot> ofClient(
      ClientId client,
      Optional<AccountId> account,
      Optional<String> externalId,
      Optional<AuthorizationId> after,
      int countMax) {
    return database
        .list(
            """
            select * from card_authorization where client_id = ?
              and (?::uuid is null or account_id = ?::uuid) and (?::text is null or external_id = ?::text)
              and (?::uuid is null or id < ?::uuid)
            order by id desc limit ?
            """,
            this::withoutElements,
            client.value(),
            account.map(AccountId::value),
            account.map(AccountId::value),
            externalId,
            externalId,
            after.map(AuthorizationId::value),
            after.map(AuthorizationId::value),
            countMax)
        .stream()
        .map(this::withElements)
        .toList();
  }

  /** An account's, newest first, decided or open. */
  public List<AuthorizationSnapshot> ofAccount(
      AccountId account, Optional<AuthorizationId> after, int countMax) {
    return database.list(
        """
        select * from card_authorization where account_id = ? and (?::uuid is null or id < ?::uuid)
        order by id desc limit ?
        """,
        this::withoutElements,
        account.value(),
        after.map(AuthorizationId::value),
        after.map(AuthorizationId::value),
        countMax);
  }

  /** What an account has reserved now, newest first. */
  public List<AuthorizationSnapshot> openHolds(AccountId account) {
    return database.list(
        "select * from card_authorization where account_id = ? and held_minor > 0 order by id desc",
        this::withoutElements,
        account.value());
  }

  /** Whose an authorization is; empty if there is none, or none of a known card. */
  public Optional<AccountId> accountOf(AuthorizationId id) {
    return database
        .first(
            "select account_id from card_authorization where id = ?",
            row -> row.optionalUuid("account_id"),
            id.value())
        .flatMap(account -> account)
        .map(AccountId::new);
  }

  /** A card's authorization that carries the network's marks of another message; the newest. */
  public Optional<AuthorizationId> byNetwork(
      CardId card, AccountId account, NetworkReference network) {
    return database
        .list(
            """
            select id, network_name, network_transaction_id, network_retrieval_reference, network_stan,
              network_acquirer_id, network_transmission_time
            from card_authorization where account_id = ? and card_id = ? and network_name = ?
              and (network_transaction_id = ?::text or network_stan = ?::text)
            order by id desc
            """,
            row -> new Marked(new AuthorizationId(row.uuid("id")), network(row).orElseThrow()),
            account.value(),
            card.value(),
            network.name(),
            network.transactionId(),
            network.stan())
        .stream()
        .filter(marked -> marked.network().names(network))
        .map(Marked::id)
        .findFirst();
  }

  /** A card's authorizations under a code that the merchant was given, newest first. */
  public List<AuthorizationSnapshot> byCode(
      CardId card, AccountId account, String authorizationCode, Instant since) {
    return database.list(
        """
        select * from card_authorization
        where account_id = ? and card_id = ? and authorization_code = ? and created_at >= ?
        order by id desc
        """,
        this::withoutElements,
        account.value(),
        card.value(),
        authorizationCode,
        since);
  }

  private record Marked(AuthorizationId id, NetworkReference network) {}

  private AuthorizationSnapshot withElements(AuthorizationSnapshot snapshot) {
    var currency = snapshot.requested().currency();
    var elements =
        database.list(
            "select * from authorization_element where authorization_id = ? order by number",
            row -> element(row, currency),
            snapshot.id().value());
    return snapshot.with(
        elements, HookCalls.of(database, snapshot.id()), currentlyAvailable(snapshot));
  }

  private static Element element(Database.Row row, CurrencyCode currency) throws SQLException {
    var amount = row.number("amount_minor");
    return new Element(
        row.integer("number"),
        ElementType.ofCode(row.text("type")),
        new Money(amount, currency),
        new Money(row.optionalText("requested_minor").map(Long::valueOf).orElse(amount), currency),
        new Money(row.number("uplift_minor"), currency),
        row.flag("closes"),
        row.instant("at"),
        row.text("channel"),
        row.texts("reasons"),
        row.texts("flags").stream()
            .map(flag -> Flag.valueOf(flag.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet()),
        row.optionalUuid("transaction_id").map(TransactionId::new));
  }

  /** A single authorization shows what the account has available now. */
  private Optional<Money> currentlyAvailable(AuthorizationSnapshot snapshot) {
    return snapshot
        .account()
        .flatMap(
            account ->
                database.first(
                    """
                    select credit_limit_minor - posted_balance_minor - held_minor as available, currency
                    from credit_account where id = ?
                    """,
                    row -> Money.of(row.number("available"), row.text("currency")),
                    account.value()));
  }

  private AuthorizationSnapshot withoutElements(Database.Row row) throws SQLException {
    var currency = new CurrencyCode(row.text("currency"));
    var available = row.optionalText("available_minor").map(Long::valueOf);
    return new AuthorizationSnapshot(
        new AuthorizationId(row.uuid("id")),
        row.optionalUuid("account_id").map(AccountId::new),
        row.optionalUuid("card_id").map(CardId::new),
        new ClientId(row.uuid("client_id")),
        AuthorizationKind.ofCode(row.text("kind")),
        EntryMode.ofCode(row.text("entry_mode")),
        AuthorizationStatus.ofCode(row.text("status")),
        row.text("response_code"),
        row.texts("reasons"),
        new Money(row.number("requested_minor"), currency),
        new Money(row.number("approved_minor"), currency),
        new Money(row.number("authorized_minor"), currency),
        new Money(row.number("uplift_minor"), currency),
        new Money(row.number("captured_minor"), currency),
        new Money(row.number("refunded_minor"), currency),
        new Money(row.number("held_minor"), currency),
        row.optionalText("authorization_code"),
        available.map(minor -> new Money(minor, currency)),
        new Merchant(
            row.text("merchant_id"),
            row.text("merchant_name"),
            row.text("merchant_mcc"),
            row.optionalText("merchant_city"),
            row.optionalText("merchant_state"),
            row.text("merchant_country"),
            row.optionalText("merchant_postal_code"),
            location(row)),
        network(row),
        row.optionalText("external_id"),
        row.text("metadata"),
        row.optionalText("stand_in_by"),
        row.optionalInstant("expires_at"),
        row.instant("created_at"),
        Optional.empty(),
        List.of());
  }

  /** Where the merchant says it is, if it does. */
  static Optional<GeoPoint> location(Database.Row row) throws SQLException {
    return row.optionalText("merchant_latitude").isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GeoPoint(row.decimal("merchant_latitude"), row.decimal("merchant_longitude")));
  }

  /** The network's marks in a row, if it has any. */
  static Optional<NetworkReference> network(Database.Row row) throws SQLException {
    var name = row.optionalText("network_name");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NetworkReference(
                name.get(),
                row.optionalText("network_transaction_id"),
                row.optionalText("network_retrieval_reference"),
                row.optionalText("network_stan"),
                row.optionalText("network_acquirer_id"),
                row.optionalText("network_transmission_time")));
  }
}

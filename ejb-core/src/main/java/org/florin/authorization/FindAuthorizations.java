package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationSnapshot.Element;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
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

  private AuthorizationSnapshot withElements(AuthorizationSnapshot snapshot) {
    var elements =
        database.list(
            "select * from authorization_element where authorization_id = ? order by number",
            row ->
                new Element(
                    row.integer("number"),
                    row.text("type"),
                    new Money(row.number("amount_minor"), snapshot.requested().currency()),
                    row.instant("at"),
                    row.text("channel")),
            snapshot.id().value());
    return new AuthorizationSnapshot(
        snapshot.id(),
        snapshot.account(),
        snapshot.card(),
        snapshot.client(),
        snapshot.kind(),
        snapshot.entryMode(),
        snapshot.status(),
        snapshot.responseCode(),
        snapshot.reasons(),
        snapshot.requested(),
        snapshot.approved(),
        snapshot.authorized(),
        snapshot.captured(),
        snapshot.held(),
        snapshot.authorizationCode(),
        currentlyAvailable(snapshot),
        snapshot.merchant(),
        snapshot.network(),
        snapshot.externalId(),
        snapshot.metadata(),
        snapshot.expiresAt(),
        snapshot.createdAt(),
        elements);
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
    var networkName = row.optionalText("network_name");
    var transactionId = row.optionalText("network_transaction_id");
    var retrievalReference = row.optionalText("network_retrieval_reference");
    var stan = row.optionalText("network_stan");
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
        new Money(row.number("captured_minor"), currency),
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
            row.optionalText("merchant_postal_code")),
        networkName.map(
            name -> new NetworkReference(name, transactionId, retrievalReference, stan)),
        row.optionalText("external_id"),
        row.text("metadata"),
        row.optionalInstant("expires_at"),
        row.instant("created_at"),
        List.of());
  }
}

package org.florin.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.florin.authorization.AuthorizationBatch.ClientKey;
import org.florin.authorization.AuthorizationBatch.LockedAccount;
import org.florin.authorization.AuthorizationBatch.LockedCard;
import org.florin.authorization.AuthorizationBatch.Stored;
import org.florin.authorization.AuthorizationSnapshot.Element;
import org.florin.authorization.ParkedReversals.Parked;
import org.florin.authorization.PendingAuthorization.PanIndex;
import org.florin.authorization.controls.ControlRows;
import org.florin.authorization.controls.SpendingControls;
import org.florin.authorization.controls.SpendingCounters;
import org.florin.authorization.controls.SpendingCounters.Owner;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.hooks.HookCalls;
import org.florin.authorization.hooks.StandInUse;
import org.florin.authorization.lifecycle.Flag;
import org.florin.authorization.rules.PaymentRules;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.EventId;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.HotPath;

/**
 * The statements of a batch: a handful for any number of requests, on the hot path's connection.
 */
@ApplicationScoped
class AuthorizationStore {

  private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

  private static final String LOCK =
      """
      select id from credit_account
      where id in (
        select account_id from card where id = any(?::uuid[])
        union
        select card.account_id from vault_pan join card on card.id = vault_pan.card_id
        where vault_pan.pan_index = any(?::bytea[]))
      order by id for update
      """;

  private static final String READ =
      """
      select card.id as card_id, vault_pan.pan_index, card.state, card.closed_reason, card.expiry_month,
        card.expiry_year, card.security_code_scheme, account.id as account_id, account.status, account.currency,
        account.product_code, account.credit_limit_minor, account.posted_balance_minor, account.held_minor, account.cash_limit_minor,
        account.cash_balance_minor, account.cash_held_minor, account.flags, account.days_past_due,
        coalesce(pin.wrong, 0) as pin_tries, control.card_id is not null as card_controlled,
        control.transaction_limit_minor as card_transaction_limit_minor, control.blocked_mccs as card_blocked_mccs,
        control.blocked_countries as card_blocked_countries,
        control.blocked_entry_modes as card_blocked_entry_modes,
        control.stopped_merchants as card_stopped_merchants, control.limits as card_limits,
        wide.account_id is not null as account_controlled,
        wide.transaction_limit_minor as account_transaction_limit_minor, wide.blocked_mccs as account_blocked_mccs,
        wide.blocked_countries as account_blocked_countries,
        wide.blocked_entry_modes as account_blocked_entry_modes,
        wide.stopped_merchants as account_stopped_merchants, wide.limits as account_limits
      from card
      join credit_account account on account.id = card.account_id
      left join vault_pan on vault_pan.card_id = card.id
      left join card_pin_tries pin on pin.card_id = card.id
      left join card_control control on control.card_id = card.id
      left join account_control wide on wide.account_id = account.id
      where card.id in (
        select unnest(?::uuid[])
        union
        select card_id from vault_pan where pan_index = any(?::bytea[]))
      """;

  private static final String INSERT_AUTHORIZATIONS =
      """
      insert into card_authorization (id, account_id, card_id, client_id, kind, entry_mode, status, response_code,
        reasons, requested_minor, approved_minor, authorized_minor, held_minor, currency, authorization_code,
        available_minor, merchant_id, merchant_name, merchant_mcc, merchant_city, merchant_state, merchant_country,
        merchant_postal_code, network_name, network_transaction_id, network_retrieval_reference, network_stan,
        network_acquirer_id, network_transmission_time, external_id, metadata, stand_in_by, stand_in_reason, channel,
        merchant_latitude, merchant_longitude, uplift_minor, expires_at, created_at, business_date)
      select id, account_id, card_id, client_id, kind, entry_mode, status, response_code,
        string_to_array(reasons, ','), requested_minor, approved_minor, authorized_minor, held_minor, currency,
        authorization_code, available_minor, merchant_id, merchant_name, merchant_mcc, merchant_city, merchant_state,
        merchant_country, merchant_postal_code, network_name, network_transaction_id, network_retrieval_reference,
        network_stan, network_acquirer_id, network_transmission_time, external_id, metadata, stand_in_by,
        stand_in_reason, channel, merchant_latitude, merchant_longitude, uplift_minor, expires_at, created_at, ?
      from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::bigint[],
        ?::timestamptz[], ?::timestamptz[])
        as decided(id, account_id, card_id, client_id, kind, entry_mode, status, response_code, reasons,
          requested_minor, approved_minor, authorized_minor, held_minor, currency, authorization_code,
          available_minor, merchant_id, merchant_name, merchant_mcc, merchant_city, merchant_state, merchant_country,
          merchant_postal_code, network_name, network_transaction_id, network_retrieval_reference, network_stan,
          network_acquirer_id, network_transmission_time, external_id, metadata, stand_in_by, stand_in_reason,
          channel, merchant_latitude, merchant_longitude, uplift_minor, expires_at, created_at)
      """;

  /** What a decision leaves behind. */
  record Written(
      AuthorizePurchase.Command command, AuthorizationSnapshot snapshot, StoredAnswer answer) {}

  /** The cards of a batch. */
  record Cards(Map<CardId, LockedCard> byId, Map<PanIndex, LockedCard> byNumber) {

    Stream<LockedCard> all() {
      return byId.values().stream();
    }

    Optional<LockedCard> of(PendingAuthorization pending) {
      return pending.cardId().map(byId::get).or(() -> pending.panIndex().map(byNumber::get));
    }
  }

  @Inject @HotPath Database database;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  LocalDate businessDate() {
    return database
        .first("select business_date from bank", row -> row.date("business_date"))
        .orElseThrow();
  }

  /** Answers given before under the batch's keys. */
  Map<ClientKey, Stored> answers(List<PendingAuthorization> together) {
    var answers = new HashMap<ClientKey, Stored>();
    database.list(
        """
        select record.client_id, record.key, record.fingerprint, record.status, record.content_type, record.body
        from unnest(?::uuid[], ?::text[]) as wanted(client_id, key)
        join idempotency_record record on record.client_id = wanted.client_id and record.key = wanted.key
        """,
        row ->
            answers.put(
                new ClientKey(new ClientId(row.uuid("client_id")), row.text("key")),
                new Stored(
                    Fingerprint.of(row.bytes("fingerprint")),
                    new StoredAnswer(
                        row.integer("status"), row.text("content_type"), row.text("body")))),
        together.stream().map(pending -> pending.command().key().client().value()).toList(),
        together.stream().map(pending -> pending.command().key().key()).toList());
    return answers;
  }

  /** Authorizations that already carry one of the batch's external ids. */
  Map<ClientKey, AuthorizationId> originals(List<PendingAuthorization> together) {
    var named =
        together.stream().filter(pending -> pending.command().externalId().isPresent()).toList();
    if (named.isEmpty()) {
      return Map.of();
    }
    var originals = new HashMap<ClientKey, AuthorizationId>();
    database.list(
        """
        select original.client_id, original.external_id, original.id
        from unnest(?::uuid[], ?::text[]) as wanted(client_id, external_id)
        join card_authorization original
          on original.client_id = wanted.client_id and original.external_id = wanted.external_id
        """,
        row ->
            originals.put(
                new ClientKey(new ClientId(row.uuid("client_id")), row.text("external_id")),
                new AuthorizationId(row.uuid("id"))),
        named.stream().map(pending -> pending.command().key().client().value()).toList(),
        named.stream().map(pending -> pending.command().externalId().orElseThrow()).toList());
    return originals;
  }

  /** Locks the accounts of the batch's cards in id order, and only then reads. */
  Cards lock(List<PendingAuthorization> together) {
    var ids = together.stream().flatMap(pending -> pending.cardId().stream()).toList();
    var cardIds = ids.stream().map(CardId::value).distinct().toList();
    var indexes =
        together.stream()
            .flatMap(pending -> pending.panIndex().stream())
            .distinct()
            .map(PanIndex::bytes)
            .toList();
    database.list(LOCK, row -> row.uuid("id"), cardIds, indexes);
    return read(database, cardIds, indexes);
  }

  /** Cards and their accounts as they are; what is decided on is locked before. */
  static Cards read(Database connection, List<UUID> cardIds, List<byte[]> indexes) {
    var accounts = new HashMap<AccountId, LockedAccount>();
    var byId = new HashMap<CardId, LockedCard>();
    var byNumber = new HashMap<PanIndex, LockedCard>();
    connection.list(
        READ,
        row -> {
          var card = card(row, accounts);
          byId.put(card.card, card);
          var index = row.bytes("pan_index");
          if (index != null) {
            byNumber.put(new PanIndex(index), card);
          }
          return card;
        },
        cardIds,
        indexes);
    count(connection, byId.values());
    return new Cards(byId, byNumber);
  }

  private static LockedCard card(Database.Row row, Map<AccountId, LockedAccount> accounts)
      throws java.sql.SQLException {
    var accountId = new AccountId(row.uuid("account_id"));
    var account = accounts.get(accountId);
    if (account == null) {
      var currency = new CurrencyCode(row.text("currency"));
      account =
          new LockedAccount(
              accountId,
              row.text("status"),
              row.text("product_code"),
              new Money(row.number("credit_limit_minor"), currency),
              new Money(row.number("posted_balance_minor"), currency),
              new Money(row.number("held_minor"), currency),
              new Money(row.number("cash_limit_minor"), currency),
              new Money(row.number("cash_balance_minor"), currency),
              new Money(row.number("cash_held_minor"), currency),
              Set.copyOf(row.texts("flags")),
              row.integer("days_past_due"),
              row.flag("account_controlled")
                  ? ControlRows.read(row, "account_")
                  : SpendingControls.NONE);
      accounts.put(accountId, account);
    }
    return new LockedCard(
        new CardId(row.uuid("card_id")),
        account,
        row.text("state"),
        row.optionalText("closed_reason"),
        YearMonth.of(row.integer("expiry_year"), row.integer("expiry_month")),
        row.text("security_code_scheme").equals("cvk"),
        row.integer("pin_tries"),
        row.flag("card_controlled") ? ControlRows.read(row, "card_") : SpendingControls.NONE);
  }

  /** What counts against the limits of the batch's cards and accounts; nothing is asked if none. */
  private static void count(Database connection, Collection<LockedCard> cards) {
    var limits = new HashMap<Owner, List<SpendingLimit>>();
    for (var card : cards) {
      if (!card.controls.limits().isEmpty()) {
        limits.put(card.owner(), card.controls.limits());
      }
      if (!card.account.controls.limits().isEmpty()) {
        limits.put(card.account.owner(), card.account.controls.limits());
      }
    }
    if (!limits.isEmpty()) {
      var uses = SpendingCounters.read(connection, limits, SystemTime.now());
      for (var card : cards) {
        card.uses = uses.getOrDefault(card.owner(), List.of());
        card.account.uses = uses.getOrDefault(card.account.owner(), List.of());
      }
    }
  }

  /** Refunds that are announced and not cleared, where the program lets them be spent. */
  static void readAnnounced(Database connection, Cards cards, PaymentRules rules) {
    var accounts =
        cards
            .all()
            .map(card -> card.account)
            .filter(account -> rules.program(account.productCode).refundRaisesCredit())
            .collect(Collectors.groupingBy(account -> account.id));
    if (!accounts.isEmpty()) {
      connection.list(
          """
          select account_id, sum(authorized_minor)::bigint as announced from card_authorization
          where account_id = any(?::uuid[]) and kind = 'refund' and status = 'pending' group by account_id
          """,
          row -> {
            var announced = row.number("announced");
            accounts
                .getOrDefault(new AccountId(row.uuid("account_id")), List.of())
                .forEach(account -> account.announcedMinor = announced);
            return announced;
          },
          accounts.keySet().stream().map(AccountId::value).toList());
    }
  }

  /** What stand-in approved today on the accounts whose partner didn't answer. */
  void readStandIn(List<PendingAuthorization> together, Cards cards, Instant now) {
    var accounts =
        together.stream()
            .filter(
                pending ->
                    pending.partner().filter(result -> !result.answer().isSaid()).isPresent())
            .flatMap(pending -> cards.of(pending).stream())
            .map(card -> card.account)
            .distinct()
            .toList();
    if (!accounts.isEmpty()) {
      var uses =
          HookCalls.standInSince(
              database,
              accounts.stream().map(account -> account.id).toList(),
              now.truncatedTo(ChronoUnit.DAYS));
      accounts.forEach(account -> account.standIn = uses.getOrDefault(account.id, StandInUse.NONE));
    }
  }

  /** Reversals that came before an authorization of the batch. */
  List<Parked> parked(List<PendingAuthorization> together, Cards cards) {
    var named =
        together.stream()
            .filter(pending -> pending.command().network().isPresent())
            .flatMap(pending -> cards.of(pending).stream())
            .map(card -> card.card)
            .toList();
    return named.isEmpty() ? List.of() : ParkedReversals.waiting(database, named);
  }

  /** Notes which of them took effect. */
  void applied(Map<Parked, AuthorizationId> applied) {
    ParkedReversals.applied(database, List.copyOf(applied.keySet()), List.copyOf(applied.values()));
  }

  /** Writes decisions, holds, answers, events and audit of the batch. */
  void write(List<Written> decided, Cards cards, LocalDate businessDate) {
    if (decided.isEmpty()) {
      return;
    }
    insertAuthorizations(decided, businessDate);
    insertElements(decided);
    HookCalls.keep(
        database,
        decided.stream().flatMap(written -> written.snapshot().partner().stream()).toList());
    database.update(
        """
        insert into idempotency_record (client_id, key, fingerprint, status, content_type, body)
        select * from unnest(?::uuid[], ?::text[], ?::bytea[], ?::int[], ?::text[], ?::text[])
        """,
        column(decided, written -> written.command().key().client().value()),
        column(decided, written -> written.command().key().key()),
        column(decided, written -> written.command().key().fingerprint().bytes()),
        column(decided, written -> written.answer().status()),
        column(decided, written -> written.answer().contentType()),
        column(decided, written -> written.answer().body()));
    updateAccounts(cards);
    updatePinTries(cards);
    outbox.appendAll(database, decided.stream().flatMap(AuthorizationStore::events).toList());
    audit.recordAll(database, decided.stream().map(AuthorizationStore::auditEntry).toList());
  }

  private void insertElements(List<Written> decided) {
    var authorizations = new ArrayList<UUID>(decided.size());
    var elements = new ArrayList<Element>(decided.size());
    for (var written : decided) {
      for (var element : written.snapshot().elements()) {
        authorizations.add(written.snapshot().id().value());
        elements.add(element);
      }
    }
    database.update(
        """
        insert into authorization_element (authorization_id, number, type, amount_minor, requested_minor,
          uplift_minor, closes, at, channel, reasons, flags)
        select authorization_id, number, type, amount_minor, requested_minor, uplift_minor, closes, at, channel,
          string_to_array(reasons, ','), string_to_array(flags, ',')
        from unnest(?::uuid[], ?::int[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::boolean[],
          ?::timestamptz[], ?::text[], ?::text[], ?::text[])
          as element(authorization_id, number, type, amount_minor, requested_minor, uplift_minor, closes, at, channel,
            reasons, flags)
        """,
        authorizations,
        elements.stream().map(Element::number).toList(),
        elements.stream().map(element -> element.type().code()).toList(),
        elements.stream().map(element -> element.amount().minor()).toList(),
        elements.stream().map(element -> element.requested().minor()).toList(),
        elements.stream().map(element -> element.uplift().minor()).toList(),
        elements.stream().map(Element::closes).toList(),
        elements.stream().map(Element::at).toList(),
        elements.stream().map(Element::channel).toList(),
        elements.stream().map(element -> String.join(",", element.reasons())).toList(),
        elements.stream()
            .map(
                element ->
                    element.flags().stream()
                        .sorted()
                        .map(Flag::code)
                        .collect(Collectors.joining(",")))
            .toList());
  }

  private void insertAuthorizations(List<Written> decided, LocalDate businessDate) {
    database.update(
        INSERT_AUTHORIZATIONS,
        businessDate,
        column(decided, written -> written.snapshot().id().value()),
        column(decided, written -> written.snapshot().account().map(AccountId::value)),
        column(decided, written -> written.snapshot().card().map(CardId::value)),
        column(decided, written -> written.snapshot().client().value()),
        column(decided, written -> written.snapshot().kind().code()),
        column(decided, written -> written.snapshot().entryMode().code()),
        column(decided, written -> written.snapshot().status().code()),
        column(decided, written -> written.snapshot().responseCode()),
        column(decided, written -> String.join(",", written.snapshot().reasons())),
        column(decided, written -> written.snapshot().requested().minor()),
        column(decided, written -> written.snapshot().approved().minor()),
        column(decided, written -> written.snapshot().authorized().minor()),
        column(decided, written -> written.snapshot().held().minor()),
        column(decided, written -> written.snapshot().requested().currency().code()),
        column(decided, written -> written.snapshot().authorizationCode()),
        column(decided, written -> written.snapshot().available().map(Money::minor)),
        column(decided, written -> written.snapshot().merchant().id()),
        column(decided, written -> written.snapshot().merchant().name()),
        column(decided, written -> written.snapshot().merchant().mcc()),
        column(decided, written -> written.snapshot().merchant().city()),
        column(decided, written -> written.snapshot().merchant().state()),
        column(decided, written -> written.snapshot().merchant().country()),
        column(decided, written -> written.snapshot().merchant().postalCode()),
        network(decided, network -> Optional.of(network.name())),
        network(decided, NetworkReference::transactionId),
        network(decided, NetworkReference::retrievalReference),
        network(decided, NetworkReference::stan),
        network(decided, NetworkReference::acquirerId),
        network(decided, NetworkReference::transmissionTime),
        column(decided, written -> written.snapshot().externalId()),
        column(decided, written -> written.snapshot().metadata()),
        column(decided, written -> written.command().advice().map(Advice::by)),
        column(decided, written -> written.command().advice().map(Advice::reason)),
        column(decided, written -> written.command().channel()),
        location(decided, GeoPoint::latitude),
        location(decided, GeoPoint::longitude),
        column(decided, written -> written.snapshot().uplift().minor()),
        column(decided, written -> written.snapshot().expiresAt()),
        column(decided, written -> written.snapshot().createdAt()));
  }

  private void updateAccounts(Cards cards) {
    var moved =
        cards.all().map(card -> card.account).filter(account -> account.moved).distinct().toList();
    if (!moved.isEmpty()) {
      database.update(
          """
          update credit_account set held_minor = moved.held, cash_held_minor = moved.cash_held, version = version + 1
          from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as moved(account_id, held, cash_held)
          where credit_account.id = moved.account_id
          """,
          moved.stream().map(account -> account.id.value()).toList(),
          moved.stream().map(account -> account.held.minor()).toList(),
          moved.stream().map(account -> account.cashHeld.minor()).toList());
    }
  }

  private void updatePinTries(Cards cards) {
    var tried = cards.all().filter(card -> card.pinTried).toList();
    if (tried.isEmpty()) {
      return;
    }
    database.update(
        "delete from card_pin_tries where card_id = any(?::uuid[])",
        tried.stream().map(card -> card.card.value()).toList());
    var wrong = tried.stream().filter(card -> card.pinTries > 0).toList();
    database.update(
        """
        insert into card_pin_tries (card_id, wrong, last_at)
        select card_id, wrong, ? from unnest(?::uuid[], ?::int[]) as tried(card_id, wrong)
        """,
        SystemTime.now(),
        wrong.stream().map(card -> card.card.value()).toList(),
        wrong.stream().map(card -> card.pinTries).toList());
  }

  private static <T> List<T> column(Collection<Written> decided, Function<Written, T> value) {
    var column = new ArrayList<T>(decided.size());
    decided.forEach(written -> column.add(value.apply(written)));
    return column;
  }

  private static List<Optional<String>> location(
      Collection<Written> decided, Function<GeoPoint, BigDecimal> degrees) {
    return column(
        decided,
        written ->
            written.snapshot().merchant().location().map(degrees).map(BigDecimal::toPlainString));
  }

  private static List<Optional<String>> network(
      Collection<Written> decided, Function<NetworkReference, Optional<String>> value) {
    return column(decided, written -> written.snapshot().network().flatMap(value));
  }

  /** The decision's event and, if its reversal was there before it, that one's. */
  private static Stream<OutboxEvent> events(Written written) {
    var snapshot = written.snapshot();
    return snapshot.elements().size() == 1
        ? Stream.of(decided(written))
        : Stream.of(decided(written), reversed(snapshot));
  }

  private static OutboxEvent reversed(AuthorizationSnapshot snapshot) {
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject()
          .write("authorization", snapshot.id().toString())
          .write("account", snapshot.account().orElseThrow().toString())
          .write("amount", snapshot.elements().getLast().amount().minor())
          .write("held_amount", snapshot.held().minor())
          .write("currency", snapshot.requested().currency().code())
          .write("status", snapshot.status().code())
          .write("merchant_name", snapshot.merchant().name())
          .writeEnd();
    }
    return OutboxEvent.of(
        "authorization.reversed",
        snapshot.id().toString(),
        snapshot.account().orElseThrow(),
        text.toString());
  }

  private static OutboxEvent decided(Written written) {
    var snapshot = written.snapshot();
    var text = new StringWriter();
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject().write("authorization", snapshot.id().toString());
      snapshot.account().ifPresent(account -> json.write("account", account.toString()));
      snapshot.card().ifPresent(card -> json.write("card", card.toString()));
      json.write("kind", snapshot.kind().code())
          .write("requested_amount", snapshot.requested().minor())
          .write("approved_amount", snapshot.approved().minor())
          .write("held_amount", snapshot.held().minor())
          .write("currency", snapshot.requested().currency().code())
          .write("reason", snapshot.reason())
          .write("merchant_name", snapshot.merchant().name())
          .write("merchant_mcc", snapshot.merchant().mcc())
          .write("merchant_country", snapshot.merchant().country())
          .write("at", snapshot.createdAt().toString())
          .writeEnd();
    }
    return new OutboxEvent(
        EventId.create(),
        snapshot.isApproved() ? "authorization.approved" : "authorization.declined",
        snapshot.id().toString(),
        snapshot.account(),
        Map.of("amount_digits", Integer.toString(digits(snapshot.approved().minor()))),
        text.toString());
  }

  /** How many digits the amount has in minor units: subscribers drop the small ones unread. */
  private static int digits(long minor) {
    return Long.toString(minor).length();
  }

  private static AuditEntry auditEntry(Written written) {
    var snapshot = written.snapshot();
    return AuditEntry.done(
        snapshot.client().toString(),
        written.command().channel(),
        "authorization.decide",
        snapshot.id().toString(),
        snapshot.reason());
  }
}

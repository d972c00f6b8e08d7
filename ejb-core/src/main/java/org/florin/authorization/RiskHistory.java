package org.florin.authorization;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.florin.authorization.controls.SpendingCounters;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.platform.sql.Database;
import org.florin.risk.History;
import org.florin.risk.PastAuthorization;
import org.florin.risk.Subject;

/** What risk rules ask the tables for, for any number of accounts in one statement each. */
final class RiskHistory {

  /** Ids carry their time in the first 48 bits, so that the account's index bounds the window. */
  private static final String LATEST =
      """
      select past.* from unnest(?::uuid[]) as wanted(account_id)
      cross join lateral (
        select id, account_id, card_id, created_at, kind, entry_mode, reasons, requested_minor, approved_minor,
          merchant_id, merchant_mcc, merchant_country, merchant_state, merchant_latitude, merchant_longitude
        from card_authorization
        where account_id = wanted.account_id and id >= ? and id < ? and kind <> 'refund'
        order by id desc limit ?) past
      order by past.id
      """;

  private static final UUID LAST_ID = new UUID(-1, -1);

  private RiskHistory() {}

  /** An earlier authorization with the id by which it sorts. */
  record Known(UUID id, PastAuthorization past) {}

  /** The latest authorizations of each account since the instant, oldest first. */
  static Map<AccountId, List<PastAuthorization>> read(
      Database connection, List<AccountId> accounts, Instant since) {
    var past = new HashMap<AccountId, List<PastAuthorization>>();
    until(connection, accounts, since, LAST_ID, History.LENGTH_MAX)
        .forEach(
            (account, known) ->
                past.put(account, known.stream().map(Known::past).collect(Collectors.toList())));
    return past;
  }

  /** The same up to, and without, an id. */
  static Map<AccountId, List<Known>> until(
      Database connection, List<AccountId> accounts, Instant since, UUID until, int countMax) {
    var known = new HashMap<AccountId, List<Known>>();
    if (!accounts.isEmpty()) {
      connection.list(
          LATEST,
          row ->
              known
                  .computeIfAbsent(
                      new AccountId(row.uuid("account_id")), account -> new ArrayList<>())
                  .add(new Known(row.uuid("id"), past(row))),
          accounts.stream().map(AccountId::value).toList(),
          SpendingCounters.firstId(since),
          until,
          countMax);
    }
    return known;
  }

  /** How old the cards and their accounts are. */
  static Map<CardId, Subject.Dates> dates(Database connection, List<CardId> cards) {
    var dates = new HashMap<CardId, Subject.Dates>();
    connection.list(
        """
        select card.id, card.kind, card.created_at, card.activated_at, account.opened_on
        from card join credit_account account on account.id = card.account_id where card.id = any(?::uuid[])
        """,
        row ->
            dates.put(
                new CardId(row.uuid("id")),
                new Subject.Dates(
                    row.date("opened_on"),
                    row.text("kind"),
                    row.instant("created_at"),
                    row.optionalInstant("activated_at"))),
        cards.stream().map(CardId::value).toList());
    return dates;
  }

  /** A row as history. */
  static PastAuthorization past(Database.Row row) throws SQLException {
    var entryMode = EntryMode.ofCode(row.text("entry_mode"));
    return new PastAuthorization(
        new CardId(row.uuid("card_id")),
        row.instant("created_at"),
        row.number("requested_minor"),
        row.number("approved_minor"),
        row.texts("reasons").isEmpty(),
        AuthorizationKind.ofCode(row.text("kind")).isCash(),
        entryMode.isCardPresent(),
        row.text("merchant_id"),
        row.text("merchant_mcc"),
        row.text("merchant_country"),
        row.optionalText("merchant_state"),
        FindAuthorizations.location(row));
  }

  /** A decision as history. */
  static PastAuthorization past(AuthorizationSnapshot snapshot) {
    return new PastAuthorization(
        snapshot.card().orElseThrow(),
        snapshot.createdAt(),
        snapshot.requested().minor(),
        snapshot.approved().minor(),
        snapshot.isApproved(),
        snapshot.kind().isCash(),
        snapshot.entryMode().isCardPresent(),
        snapshot.merchant().id(),
        snapshot.merchant().mcc(),
        snapshot.merchant().country(),
        snapshot.merchant().state(),
        snapshot.merchant().location());
  }

  /** A request as rules look at it. */
  static Subject.Request request(
      Instant at,
      ZoneId zone,
      AuthorizationFacts.Request request,
      String channel,
      boolean standIn,
      Optional<Subject.Checks> checks) {
    var merchant = request.merchant();
    return new Subject.Request(
        at,
        zone,
        request.amount(),
        request.authorizedBefore(),
        request.kind().code(),
        request.kind().isCash(),
        request.entryMode().code(),
        request.entryMode().isCardPresent(),
        request.entryMode().isMerchantInitiated(),
        merchant.id(),
        merchant.mcc(),
        merchant.country(),
        merchant.state(),
        merchant.location(),
        channel,
        request.network(),
        standIn,
        checks);
  }
}

package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.DisputeId;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;
import org.florin.statements.delinquency.Due;
import org.florin.statements.delinquency.PenaltyRate;
import org.florin.statements.interest.SegmentDay;
import org.florin.statements.interest.SegmentKey;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.Disputed;
import org.florin.statements.tape.LastStatement;
import org.florin.statements.tape.Standing;

/** The store of the daily account tape. */
@ApplicationScoped
class Tape {

  @Inject Database database;

  /** The latest day of each account, in its latest version. */
  Map<AccountId, TapeRow> latest(Collection<AccountId> accounts) {
    var rows = new HashMap<AccountId, TapeRow>();
    database
        .list(
            """
            select kept.* from unnest(?::uuid[]) as wanted(id) cross join lateral (
              select * from account_day where account_id = wanted.id order by day desc, version desc limit 1) as kept
            """,
            Tape::row,
            accounts.stream().map(AccountId::value).toList())
        .forEach(row -> rows.put(row.account(), row));
    return rows;
  }

  /** Days of accounts behind the first and up to the last date, in order, latest versions. */
  Map<AccountId, List<TapeRow>> days(
      Collection<AccountId> accounts, LocalDate behind, LocalDate until) {
    var rows = new HashMap<AccountId, List<TapeRow>>();
    if (accounts.isEmpty()) {
      return rows;
    }
    database
        .list(
            """
            select distinct on (account_id, day) * from account_day
            where account_id = any(?::uuid[]) and day > ? and day <= ? order by account_id, day, version desc
            """,
            Tape::row,
            accounts.stream().map(AccountId::value).toList(),
            behind,
            until)
        .forEach(row -> rows.computeIfAbsent(row.account(), account -> new ArrayList<>()).add(row));
    return rows;
  }

  /** Accounts in credit now and at the end of each day from one to another, in id order. */
  List<AccountId> inCreditSince(LocalDate from, LocalDate until, int countMax) {
    return database.list(
        """
        select id from credit_account a where posted_balance_minor < 0
          and exists (select 1 from account_day where account_id = a.id and day = ? and closing_minor < 0)
          and not exists (select 1 from account_day where account_id = a.id and day between ? and ? and closing_minor >= 0)
        order by id limit ?
        """,
        row -> new AccountId(row.uuid("id")),
        from,
        from,
        until,
        countMax);
  }

  /** Newest first, latest versions, before a day. */
  List<TapeRow> page(AccountId account, LocalDate before, int countMax) {
    return database.list(
        """
        select distinct on (day) * from account_day where account_id = ? and day < ?
        order by day desc, version desc limit ?
        """,
        Tape::row,
        account.value(),
        before,
        countMax);
  }

  void add(List<TapeRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var text = new StringWriter();
    try (var json = JsonParts.write(text)) {
      json.writeStartArray();
      rows.forEach(row -> write(json, row));
      json.writeEnd();
    }
    database.update(
        "insert into account_day select * from json_populate_recordset(null::account_day, ?::json)",
        text.toString());
  }

  private static void write(JsonGenerator json, TapeRow row) {
    var day = row.day();
    json.writeStartObject()
        .write("account_id", row.account().value().toString())
        .write("day", day.day().toString())
        .write("version", row.version())
        .write("cut_off", row.cutOff())
        .write("opening_minor", day.openingMinor())
        .write("debits_minor", day.debitsMinor())
        .write("credits_minor", day.creditsMinor())
        .write("payments_minor", day.paymentsMinor())
        .write("charges_minor", day.chargesMinor())
        .write("closing_minor", day.closingMinor())
        .write("credit_balance_minor", day.creditBalanceMinor());
    var segments = day.segments();
    array(json, "segments", segments, segment -> json.write(segment.key().toString()));
    array(json, "rates", segments, segment -> json.write(segment.rate().percent()));
    array(json, "segment_debits", segments, segment -> json.write(segment.debitMinor()));
    array(json, "segment_payments", segments, segment -> json.write(segment.paidMinor()));
    array(json, "segment_balances", segments, segment -> json.write(segment.balanceMinor()));
    array(json, "segment_closings", segments, segment -> json.write(segment.closingMinor()));
    array(json, "segment_interest", row.interest(), json::write);
    writeDisputes(json, day.disputes());
    json.write("in_grace", day.inGrace()).write("days_past_due", day.daysPastDue());
    writeStanding(json, day.standing());
    json.writeEnd();
  }

  /** Nothing at all for the many days without a dispute. */
  private static void writeDisputes(JsonGenerator json, List<Disputed> disputes) {
    if (disputes.isEmpty()) {
      return;
    }
    array(json, "disputes", disputes, each -> json.write(each.dispute().toString()));
    array(json, "dispute_segments", disputes, each -> json.write(each.segment().toString()));
    array(json, "dispute_amounts", disputes, each -> json.write(each.amountMinor()));
    array(json, "dispute_open", disputes, each -> json.write(each.openMinor()));
    array(json, "dispute_credited", disputes, each -> json.write(each.creditedMinor()));
    array(json, "dispute_upheld", disputes, each -> json.write(each.upheldMinor()));
    array(json, "dispute_forgone", disputes, each -> json.write(each.forgoneMinor()));
  }

  private static void writeStanding(JsonGenerator json, Standing standing) {
    standing
        .statement()
        .ifPresent(
            statement ->
                json.write("statement_on", statement.closedOn().toString())
                    .write("statement_due_on", statement.dueOn().toString())
                    .write("statement_balance_minor", statement.balanceMinor())
                    .write("statement_minimum_minor", statement.minimumMinor())
                    .write("statement_disputed_minor", statement.disputedMinor())
                    .write("statement_had_grace", statement.hadGrace()));
    json.write("settled_minor", standing.settledMinor());
    array(json, "dues_on", standing.dues(), due -> json.write(due.dueOn().toString()));
    array(json, "dues_minor", standing.dues(), due -> json.write(due.leftMinor()));
    BiConsumer<String, LocalDate> date = (name, value) -> json.write(name, value.toString());
    standing.penalty().noticedOn().ifPresent(value -> date.accept("penalty_noticed_on", value));
    standing.penalizedDueOn().ifPresent(value -> date.accept("penalized_due_on", value));
    json.write("on_time_payments", standing.penalty().onTimePayments())
        .write("cycles_since_late", standing.cyclesSinceLate())
        .write("cycles_since_returned", standing.cyclesSinceReturned())
        .write("cycles_since_over_limit", standing.cyclesSinceOverLimit());
  }

  private static <T> void array(
      JsonGenerator json, String name, List<T> values, Consumer<T> write) {
    json.writeStartArray(name);
    values.forEach(write);
    json.writeEnd();
  }

  private static TapeRow row(Database.Row row) throws SQLException {
    var names = row.texts("segments");
    var rates = row.decimals("rates");
    var debits = row.numbers("segment_debits");
    var paid = row.numbers("segment_payments");
    var balances = row.numbers("segment_balances");
    var closings = row.numbers("segment_closings");
    var segments = new ArrayList<SegmentDay>(names.size());
    for (var i = 0; i < names.size(); i++) {
      segments.add(
          new SegmentDay(
              SegmentKey.parse(names.get(i)),
              new AnnualRate(rates.get(i)),
              debits.get(i),
              paid.get(i),
              balances.get(i),
              closings.get(i)));
    }
    return new TapeRow(
        new AccountId(row.uuid("account_id")),
        new AccountDay(
            row.date("day"),
            row.number("opening_minor"),
            row.number("debits_minor"),
            row.number("credits_minor"),
            row.number("payments_minor"),
            row.number("charges_minor"),
            segments,
            row.number("credit_balance_minor"),
            disputes(row),
            row.flag("in_grace"),
            row.integer("days_past_due"),
            standing(row)),
        row.integer("version"),
        row.decimals("segment_interest"),
        row.number("cut_off"));
  }

  private static List<Disputed> disputes(Database.Row row) throws SQLException {
    if (row.optionalText("disputes").isEmpty()) {
      return List.of();
    }
    var ids = row.texts("disputes");
    var segments = row.texts("dispute_segments");
    var amounts = row.numbers("dispute_amounts");
    var open = row.numbers("dispute_open");
    var credited = row.numbers("dispute_credited");
    var upheld = row.numbers("dispute_upheld");
    var forgone = row.numbers("dispute_forgone");
    var disputes = new ArrayList<Disputed>(ids.size());
    for (var i = 0; i < ids.size(); i++) {
      disputes.add(
          new Disputed(
              DisputeId.parse(ids.get(i)),
              SegmentKey.parse(segments.get(i)),
              amounts.get(i),
              open.get(i),
              credited.get(i),
              upheld.get(i),
              forgone.get(i)));
    }
    return disputes;
  }

  private static Standing standing(Database.Row row) throws SQLException {
    var statementOn = row.optionalDate("statement_on");
    Optional<LastStatement> statement =
        statementOn.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new LastStatement(
                    statementOn.get(),
                    row.date("statement_due_on"),
                    row.number("statement_balance_minor"),
                    row.number("statement_minimum_minor"),
                    row.number("statement_disputed_minor"),
                    row.flag("statement_had_grace")));
    var dates = row.dates("dues_on");
    var amounts = row.numbers("dues_minor");
    var dues = new ArrayList<Due>(dates.size());
    for (var i = 0; i < dates.size(); i++) {
      dues.add(new Due(dates.get(i), amounts.get(i)));
    }
    return new Standing(
        statement,
        row.number("settled_minor"),
        dues,
        new PenaltyRate(row.optionalDate("penalty_noticed_on"), row.integer("on_time_payments")),
        row.integer("cycles_since_late"),
        row.integer("cycles_since_returned"),
        row.integer("cycles_since_over_limit"),
        row.optionalDate("penalized_due_on"));
  }
}

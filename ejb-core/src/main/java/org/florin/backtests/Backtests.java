package org.florin.backtests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.RecalledAuthorization;
import org.florin.authorization.controls.SpendingCounters;
import org.florin.backtests.BacktestReport.Case;
import org.florin.backtests.BacktestReport.Changed;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;
import org.florin.risk.RuleSet;
import org.florin.risk.versions.RuleVersion;

/** The back-tests' rows. */
@ApplicationScoped
class Backtests {

  private static final int CASES_MAX = 100;

  /** A back-test as far as it has come. */
  record Place(
      String file,
      UUID from,
      UUID until,
      Optional<AuthorizationId> last,
      Optional<Long> total,
      long asked,
      boolean finished) {}

  /** The counts of a back-test without its rules and cases. */
  record Counts(
      int version,
      int revision,
      String file,
      CurrencyCode currency,
      LocalDate from,
      LocalDate to,
      long asked,
      long approvedThen,
      long fired,
      Map<DecisionChange, Changed> changes) {}

  /** How often a rule fired. */
  record Hits(long approvedThen, long approvedThenMinor, long declinedThen, long alone) {}

  @Inject Database database;

  void add(
      JobId run, RuleVersion version, RuleSet rules, StartBacktest.Command command, Instant now) {
    var zone =
        database
            .first("select time_zone from bank", row -> ZoneId.of(row.text("time_zone")))
            .orElseThrow();
    var begins = command.from().atStartOfDay(zone).toInstant();
    var ends = command.to().plusDays(1).atStartOfDay(zone).toInstant();
    database.update(
        """
        insert into risk_backtest (run, version, revision, file, currency, from_day, to_day, from_id, until_id,
          created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        run.value(),
        version.number(),
        version.revision(),
        version.file(),
        rules.currency().code(),
        command.from(),
        command.to(),
        SpendingCounters.firstId(begins),
        SpendingCounters.firstId(ends.isBefore(now) ? ends : now),
        now);
  }

  /** Locks it, so that no two holders of a run move it at once. */
  Place lock(JobId run) {
    return database
        .first(
            "select * from risk_backtest where run = ? for update",
            row ->
                new Place(
                    row.text("file"),
                    row.uuid("from_id"),
                    row.uuid("until_id"),
                    row.optionalUuid("last_id").map(AuthorizationId::new),
                    row.optionalText("total").map(Long::valueOf),
                    row.number("asked"),
                    row.flag("finished")),
            run.value())
        .orElseThrow();
  }

  boolean isFinished(JobId run) {
    return database
        .first(
            "select finished from risk_backtest where run = ?",
            row -> row.flag("finished"),
            run.value())
        .orElseThrow();
  }

  void total(JobId run, long total) {
    database.update("update risk_backtest set total = ? where run = ?", total, run.value());
  }

  void finish(JobId run) {
    database.update("update risk_backtest set finished = true where run = ?", run.value());
  }

  /** Adds what a chunk counted. */
  void advance(JobId run, ChunkCounts counts, AuthorizationId last) {
    database.update(
        """
        update risk_backtest set last_id = ?, asked = asked + ?, approved_then = approved_then + ?, fired = fired + ?,
          would_decline = would_decline + ?, would_decline_minor = would_decline_minor + ?,
          would_challenge = would_challenge + ?, would_challenge_minor = would_challenge_minor + ?,
          would_approve = would_approve + ?, would_approve_minor = would_approve_minor + ?
        where run = ?
        """,
        last.value(),
        counts.asked(),
        counts.approvedThen(),
        counts.fired(),
        counts.count(DecisionChange.WOULD_DECLINE),
        counts.minor(DecisionChange.WOULD_DECLINE),
        counts.count(DecisionChange.WOULD_CHALLENGE),
        counts.minor(DecisionChange.WOULD_CHALLENGE),
        counts.count(DecisionChange.WOULD_APPROVE),
        counts.minor(DecisionChange.WOULD_APPROVE),
        run.value());
    counts.hits().forEach((rule, hits) -> addHits(run, rule, hits));
    addCases(run, counts.cases());
  }

  private void addHits(JobId run, String rule, Hits hits) {
    database.update(
        """
        insert into risk_backtest_rule as known (run, rule, approved_then, approved_then_minor, declined_then, alone)
        values (?, ?, ?, ?, ?, ?)
        on conflict (run, rule) do update set approved_then = known.approved_then + excluded.approved_then,
          approved_then_minor = known.approved_then_minor + excluded.approved_then_minor,
          declined_then = known.declined_then + excluded.declined_then, alone = known.alone + excluded.alone
        """,
        run.value(),
        rule,
        hits.approvedThen(),
        hits.approvedThenMinor(),
        hits.declinedThen(),
        hits.alone());
  }

  /** Keeps the newest. */
  private void addCases(JobId run, List<ChunkCounts.Case> cases) {
    if (cases.isEmpty()) {
      return;
    }
    var newest = cases.subList(Math.max(0, cases.size() - CASES_MAX), cases.size());
    database.update(
        """
        insert into risk_backtest_case (run, authorization_id, change, rules, amount_minor, currency, merchant_name,
          decided_at)
        select ?, authorization_id, change, string_to_array(rules, ','), amount_minor, currency, merchant_name, decided_at
        from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::timestamptz[])
          as changed(authorization_id, change, rules, amount_minor, currency, merchant_name, decided_at)
        """,
        run.value(),
        newest.stream().map(each -> each.then().id().value()).toList(),
        newest.stream().map(each -> each.change().code()).toList(),
        newest.stream().map(each -> String.join(",", each.rules())).toList(),
        newest.stream().map(each -> amount(each.then()).minor()).toList(),
        newest.stream().map(each -> amount(each.then()).currency().code()).toList(),
        newest.stream().map(each -> each.then().merchantName()).toList(),
        newest.stream().map(each -> each.then().subject().request().at()).toList());
    database.update(
        """
        delete from risk_backtest_case where run = ? and authorization_id not in (
          select authorization_id from risk_backtest_case where run = ? order by authorization_id desc limit ?)
        """,
        run.value(),
        run.value(),
        CASES_MAX);
  }

  private static Money amount(RecalledAuthorization then) {
    return then.subject().request().amount();
  }

  Optional<Counts> counts(JobId run) {
    return database.first(
        "select * from risk_backtest where run = ?", Backtests::counts, run.value());
  }

  private static Counts counts(Database.Row row) throws SQLException {
    var currency = new CurrencyCode(row.text("currency"));
    var changes = new EnumMap<DecisionChange, Changed>(DecisionChange.class);
    for (var change : DecisionChange.values()) {
      changes.put(
          change,
          new Changed(
              row.number(change.code()),
              new Money(row.number(change.code() + "_minor"), currency)));
    }
    return new Counts(
        row.integer("version"),
        row.integer("revision"),
        row.text("file"),
        currency,
        row.date("from_day"),
        row.date("to_day"),
        row.number("asked"),
        row.number("approved_then"),
        row.number("fired"),
        changes);
  }

  Map<String, Hits> hits(JobId run) {
    var hits = new HashMap<String, Hits>();
    database.list(
        "select * from risk_backtest_rule where run = ?",
        row ->
            Optional.ofNullable(
                hits.put(
                    row.text("rule"),
                    new Hits(
                        row.number("approved_then"),
                        row.number("approved_then_minor"),
                        row.number("declined_then"),
                        row.number("alone")))),
        run.value());
    return hits;
  }

  /** Newest first. */
  List<Case> cases(JobId run) {
    return database.list(
        "select * from risk_backtest_case where run = ? order by authorization_id desc",
        row ->
            new Case(
                new AuthorizationId(row.uuid("authorization_id")),
                DecisionChange.ofCode(row.text("change")),
                row.texts("rules"),
                Money.of(row.number("amount_minor"), row.text("currency")),
                row.text("merchant_name"),
                row.instant("decided_at")),
        run.value());
  }

  /** Newest first. */
  List<JobId> ofVersion(int version, int countMax) {
    return database.list(
        "select run from risk_backtest where version = ? order by created_at desc limit ?",
        row -> new JobId(row.uuid("run")),
        version,
        countMax);
  }
}

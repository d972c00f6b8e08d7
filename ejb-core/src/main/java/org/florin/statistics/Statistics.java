package org.florin.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.JobId;
import org.florin.platform.sql.Database;

/** The figures and the periods they are kept for. */
@ApplicationScoped
class Statistics {

  /** Of whose rows something is computed: told by a condition on the account's id. */
  sealed interface Whose {

    /** The condition on a column; its values are added to the arguments. */
    String condition(String column, List<Object> arguments);

    /** Whether rows that belong to no account are among them. */
    boolean isNobodys();
  }

  /** The accounts whose id falls to a part; the first also has what belongs to none. */
  record Part(int number, int count) implements Whose {
    @Override
    public String condition(String column, List<Object> arguments) {
      if (count == 1) {
        return "true";
      }
      arguments.add(count);
      arguments.add(number);
      return "abs(coalesce(uuid_hash(" + column + "), 0)::bigint) % ? = ?";
    }

    @Override
    public boolean isNobodys() {
      return number == 0;
    }
  }

  /** Some accounts. */
  record Some(List<AccountId> accounts) implements Whose {
    @Override
    public String condition(String column, List<Object> arguments) {
      arguments.add(accounts.stream().map(AccountId::value).toList());
      return column + " = any(?::uuid[])";
    }

    @Override
    public boolean isNobodys() {
      return false;
    }
  }

  static final Whose ALL = new Part(0, 1);

  /** Which figures a step computes. */
  record Scope(Period period, LocalDate startsOn, LocalDate endsOn, Whose whose) {}

  /** An account whose figures are not what its ledger says. */
  record Mismatch(Optional<AccountId> account, long figuresMinor, long ledgerMinor) {
    @Override
    public String toString() {
      return account.map(AccountId::toString).orElse("none")
          + " figures "
          + figuresMinor
          + " ledger "
          + ledgerMinor;
    }
  }

  private static final String DIMENSIONS =
      "account_id, product_code, mcc, country, channel, metric, detail, currency";

  /** Everything that moved an account's balance; their sum is what the ledger says. */
  private static final String LEDGER_METRICS =
      "'purchases', 'cash_advances', 'refunds', 'payments', 'payment_returns', 'fees', 'interest',"
          + " 'opening_balances', 'adjustments'";

  private static final String LEDGER_FIGURES =
      """
      select e.account_id, a.product_code, coalesce(e.merchant_mcc, '') as mcc,
        coalesce(e.merchant_country, '') as country, e.channel,
        case e.kind when 'purchase' then 'purchases' when 'cash_advance' then 'cash_advances'
          when 'quasi_cash' then 'cash_advances' when 'refund' then 'refunds' when 'payment' then 'payments'
          when 'payment_return' then 'payment_returns' when 'fee' then 'fees' when 'interest' then 'interest'
          when 'opening_balance' then 'opening_balances' when 'adjustment' then 'adjustments' end as metric,
        case when e.kind in ('payment', 'payment_return') then coalesce((
          select replace(contra.gl_account, '_clearing', '') from journal_line contra
          where contra.entry_id = e.id and contra.line = 2), '') else '' end as detail,
        e.currency, e.amount_minor
      from journal_entry e join credit_account a on a.id = e.account_id
      where e.booked_on = ? and
      """;

  private static final String AUTHORIZATION_FIGURES =
      """
      select r.account_id, coalesce(a.product_code, '') as product_code, r.merchant_mcc as mcc,
        r.merchant_country as country, r.channel, figure.metric, figure.detail, r.currency, figure.amount_minor
      from card_authorization r left join credit_account a on a.id = r.account_id
      cross join lateral (values
        ('authorizations_requested', '', r.requested_minor, true),
        ('authorizations_approved', '', r.approved_minor, r.status <> 'declined'),
        ('authorizations_declined', coalesce(r.reasons[1], ''), r.requested_minor, r.status = 'declined'))
        as figure(metric, detail, amount_minor, counts)
      where r.business_date = ? and figure.counts and
      """;

  private static final String ACCOUNT_FIGURES =
      """
      select id as account_id, product_code, '' as mcc, '' as country, '' as channel, 'accounts_opened' as metric,
        '' as detail, currency, credit_limit_minor as amount_minor
      from credit_account where opened_on = ? and
      """;

  private static final String APPLICATION_FIGURES =
      """
      select null::uuid as account_id, product_code, '' as mcc, '' as country, channel, figure.metric, figure.detail,
        currency, figure.amount_minor
      from application cross join (select time_zone from bank) as home
      cross join lateral (values
        ('applications_submitted', '', coalesce(requested_limit_minor, 0), (created_at at time zone home.time_zone)::date),
        ('applications_decided', coalesce(outcome, ''), coalesce(credit_limit_minor, 0),
          (decided_at at time zone home.time_zone)::date))
        as figure(metric, detail, amount_minor, happened_on)
      where figure.happened_on = ?
      """;

  private static final String INSERT =
      "insert into statistic_fact (period, starts_on, revision, "
          + DIMENSIONS
          + ", items, amount_minor) ";

  @Inject Database database;

  boolean isClosed(Period period, LocalDate startsOn) {
    return database
        .first(
            "select status from statistic_period where period = ? and starts_on = ?",
            row -> row.text("status").equals("closed"),
            period.code(),
            startsOn)
        .orElse(false);
  }

  int revision(Period period, LocalDate startsOn) {
    return database
        .first(
            "select revision from statistic_period where period = ? and starts_on = ?",
            row -> row.integer("revision"),
            period.code(),
            startsOn)
        .orElse(0);
  }

  /** The day of the bank's first booking. */
  Optional<LocalDate> firstDay() {
    return database
        .list(
            "select min(booked_on) as day from journal_entry",
            row -> Optional.ofNullable(row.date("day")))
        .getFirst();
  }

  /** Rows that the figures of a period are made of. */
  long sourceRows(Period period, LocalDate from, LocalDate to) {
    return period == Period.DAILY
        ? count("select count(*) as rows from journal_entry where booked_on = ?", from)
            + count("select count(*) as rows from card_authorization where business_date = ?", from)
        : count(
            "select count(*) as rows from statistic_fact where period = 'daily' and starts_on between ? and ?",
            from,
            to);
  }

  private long count(String sql, Object... arguments) {
    return database.first(sql, row -> row.number("rows"), arguments).orElse(0L);
  }

  /** Replaces the rows of an open period. */
  void replace(Scope scope) {
    List<Object> deletion = new ArrayList<>(List.of(scope.period().code(), scope.startsOn()));
    String condition = scope.whose().condition("account_id", deletion);
    database.update(
        "delete from statistic_fact where period = ? and starts_on = ? and " + condition,
        deletion.toArray());
    List<Object> arguments = new ArrayList<>(List.of(scope.period().code(), scope.startsOn(), 0));
    String figures = figures(scope, arguments);
    database.update(
        INSERT
            + "select ?, ?, ?, "
            + DIMENSIONS
            + ", items, amount_minor from ("
            + figures
            + ") as present",
        arguments.toArray());
  }

  /** Adds to a closed period what has arrived since, as rows of a higher revision. */
  void addMissing(Scope scope, int revision) {
    List<Object> arguments =
        new ArrayList<>(List.of(scope.period().code(), scope.startsOn(), revision));
    String figures = figures(scope, arguments);
    arguments.add(scope.period().code());
    arguments.add(scope.startsOn());
    String condition = scope.whose().condition("account_id", arguments);
    database.update(
        INSERT
            + "select ?, ?, ?, "
            + DIMENSIONS
            + ", sum(items), sum(amount_minor) from (select "
            + DIMENSIONS
            + ", items, amount_minor from ("
            + figures
            + ") as present union all select "
            + DIMENSIONS
            + ", -items, -amount_minor from statistic_fact where period = ? and starts_on = ? and "
            + condition
            + ") as compared group by "
            + DIMENSIONS
            + " having sum(items) <> 0 or sum(amount_minor) <> 0",
        arguments.toArray());
  }

  /** The query of the figures as they are now; days from their sources, the rest from days. */
  private static String figures(Scope scope, List<Object> arguments) {
    if (scope.period() != Period.DAILY) {
      arguments.add(scope.startsOn());
      arguments.add(scope.endsOn());
      String condition = scope.whose().condition("account_id", arguments);
      return "select "
          + DIMENSIONS
          + ", sum(items) as items, sum(amount_minor) as amount_minor from statistic_fact"
          + " where period = 'daily' and starts_on between ? and ? and "
          + condition
          + " group by "
          + DIMENSIONS
          + " having sum(items) <> 0 or sum(amount_minor) <> 0";
    }
    return "select "
        + DIMENSIONS
        + ", count(*) as items, sum(amount_minor) as amount_minor from ("
        + sources(scope, arguments)
        + ") as happened group by "
        + DIMENSIONS;
  }

  private static String sources(Scope scope, List<Object> arguments) {
    LocalDate day = scope.startsOn();
    arguments.add(day);
    String sources = LEDGER_FIGURES + scope.whose().condition("e.account_id", arguments);
    arguments.add(day);
    sources +=
        " union all " + AUTHORIZATION_FIGURES + scope.whose().condition("r.account_id", arguments);
    arguments.add(day);
    sources += " union all " + ACCOUNT_FIGURES + scope.whose().condition("id", arguments);
    if (scope.whose().isNobodys()) {
      arguments.add(day);
      sources += " union all " + APPLICATION_FIGURES;
    }
    return sources;
  }

  /**
   * Accounts whose figures are not what the journal says; all, or those asked for. A day's figures
   * are compared with the journal's lines; longer periods, whose days were, with its entries.
   */
  List<Mismatch> mismatches(Period period, LocalDate from, LocalDate to, Whose whose) {
    List<Object> arguments = new ArrayList<>(List.of(period.code(), from));
    String figuresOf = whose.condition("account_id", arguments);
    arguments.add(from);
    arguments.add(to);
    String ledger =
        period == Period.DAILY
            ? " select l.account_id, 0, l.amount_minor from journal_line l"
                + " join journal_entry e on e.id = l.entry_id"
                + " where e.booked_on between ? and ? and l.gl_account = 'cardholder_receivable' and "
                + whose.condition("l.account_id", arguments)
            : " select account_id, 0, amount_minor from journal_entry where booked_on between ? and ? and "
                + whose.condition("account_id", arguments);
    return database.list(
        "select account_id, sum(figures) as figures, sum(ledger) as ledger from ("
            + " select account_id, amount_minor as figures, 0 as ledger from statistic_fact"
            + " where period = ? and starts_on = ? and "
            + figuresOf
            + " and metric in ("
            + LEDGER_METRICS
            + ") union all"
            + ledger
            + ") as compared group by account_id having sum(figures) <> sum(ledger)"
            + " order by account_id",
        row ->
            new Mismatch(
                row.optionalUuid("account_id").map(AccountId::new),
                row.number("figures"),
                row.number("ledger")),
        arguments.toArray());
  }

  /** Keeps other runs off a period until the transaction ends. */
  void lock(Period period, LocalDate startsOn) {
    database.list(
        "select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as locked",
        row -> row.flag("locked"),
        "statistics " + period.code() + " " + startsOn);
  }

  /** The days of a span that were computed at least once. */
  List<LocalDate> computedDays(LocalDate from, LocalDate to) {
    return database.list(
        "select starts_on from statistic_period where period = 'daily' and starts_on between ? and ? order by starts_on",
        row -> row.date("starts_on"),
        from,
        to);
  }

  /**
   * Notes the control total, which was compared with the ledger account by account, and, once the
   * period is over, closes it for ever.
   */
  void settle(Period period, LocalDate startsOn, boolean over, JobId run) {
    database.update(
        """
        insert into statistic_period as kept (period, starts_on, status, revision, control_total_minor, run_id)
        select ?, ?, ?, coalesce(max(revision), 0), coalesce(sum(amount_minor) filter (where metric in (%s)), 0), ?
        from statistic_fact where period = ? and starts_on = ?
        on conflict (period, starts_on) do update set revision = excluded.revision, run_id = excluded.run_id,
          control_total_minor = excluded.control_total_minor, computed_at = clock_timestamp(),
          status = case when kept.status = 'closed' then 'closed' else excluded.status end
        where kept.status <> 'closed' or kept.revision <> excluded.revision
        """
            .formatted(LEDGER_METRICS),
        period.code(),
        startsOn,
        over ? "closed" : "open",
        run.value(),
        period.code(),
        startsOn);
  }

  /** Figures summed over the dimensions that were not asked for. */
  List<StatisticsRow.Figure> figures(FindStatistics.Query query) {
    List<String> columns = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      columns.add(
          query.groupBy().contains(dimension)
              ? dimension.column() + "::text as " + dimension.alias()
              : "''::text as " + dimension.alias());
    }
    String grouping = String.join(", ", columns);
    List<Object> arguments =
        new ArrayList<>(List.of(query.period().code(), query.from(), query.to()));
    query.account().ifPresent(account -> arguments.add(account.value()));
    return database.list(
        "select f.starts_on, p.status, p.revision, f.currency, metric, detail, "
            + grouping
            + ", sum(items) as items, sum(amount_minor) as amount_minor from statistic_fact f"
            + " join statistic_period p on p.period = f.period and p.starts_on = f.starts_on"
            + " where f.period = ? and f.starts_on between ? and ?"
            + (query.account().isPresent() ? " and f.account_id = ?" : "")
            + " group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 order by 1, 7, 8, 9, 10, 11, 4, 5, 6",
        Statistics::figure,
        arguments.toArray());
  }

  private static StatisticsRow.Figure figure(Database.Row row) throws SQLException {
    List<String> keys = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      keys.add(row.optionalText(dimension.alias()).orElse(""));
    }
    return new StatisticsRow.Figure(
        row.date("starts_on"),
        row.text("status"),
        row.integer("revision"),
        row.text("currency"),
        keys,
        row.text("metric"),
        row.text("detail"),
        row.number("items"),
        row.number("amount_minor"));
  }
}

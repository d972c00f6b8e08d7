package org.florin.dayclose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.platform.sql.Database;
import org.florin.statements.CloseAccounts;

/** The store of day closes. */
@ApplicationScoped
class DayCloses {

  /** A date that is being closed, or was. */
  record Opened(long cutOff, long accounts, boolean closed) {}

  /** The bank's date and the date of the people it serves. */
  record Dates(LocalDate businessDate, LocalDate today) {}

  @Inject Database database;

  /** The business date, and the calendar date where the bank is, by the database's clock. */
  Dates dates() {
    return database
        .first(
            "select business_date, (clock_timestamp() at time zone time_zone)::date as today from bank",
            row -> new Dates(row.date("business_date"), row.date("today")))
        .orElseThrow();
  }

  Optional<Opened> find(LocalDate date) {
    return database.first(
        "select cut_off, accounts, closed_at is not null as closed from day_close where business_date = ?",
        row -> new Opened(row.number("cut_off"), row.number("accounts"), row.flag("closed")),
        date);
  }

  /** Fixes the cut-off and the ranges of accounts. */
  void open(LocalDate date, int partitions) {
    database.update(
        """
        insert into day_close (business_date, cut_off, accounts)
        select ?, (select greatest(0, max(journal_entry.sequence), (select max(sequence) from disputed_amount))
          from journal_entry), (select count(*) from credit_account)
        """,
        date);
    database.update(
        """
        insert into day_close_part (business_date, part, from_account, until_account)
        select ?, part, (array_agg(id order by id))[1], (array_agg(id order by id desc))[1]
        from (select id, ntile(?) over (order by id) - 1 as part from credit_account) as ranged group by part
        """,
        date,
        partitions);
  }

  /** Numbers of the ranges, in order. */
  List<Integer> parts(LocalDate date) {
    return database.list(
        "select part from day_close_part where business_date = ? order by part",
        row -> row.integer("part"),
        date);
  }

  /** The next accounts of a range, in id order. */
  List<AccountId> next(LocalDate date, int part, Optional<AccountId> behind, int countMax) {
    return database.list(
        """
        select a.id from day_close_part p join credit_account a on a.id between p.from_account and p.until_account
          and (p.last_account is null or a.id > p.last_account) and (?::uuid is null or a.id > ?::uuid)
        where p.business_date = ? and p.part = ? order by a.id limit ?
        """,
        row -> new AccountId(row.uuid("id")),
        behind.map(AccountId::value),
        behind.map(AccountId::value),
        date,
        part,
        countMax);
  }

  void moveOn(LocalDate date, int part, AccountId last) {
    database.update(
        "update day_close_part set last_account = ? where business_date = ? and part = ?",
        last.value(),
        date,
        part);
  }

  void note(LocalDate date, List<CloseAccounts.Unclosed> unclosed) {
    unclosed.forEach(
        account ->
            database.update(
                "insert into day_close_exception values (?, ?, ?)",
                date,
                account.account().value(),
                account.reason()));
  }

  long exceptions(LocalDate date) {
    return database
        .first(
            "select count(*) as number from day_close_exception where business_date = ?",
            row -> row.number("number"),
            date)
        .orElse(0L);
  }

  boolean allPartsDone(LocalDate date) {
    return database
        .list(
            "select 1 from day_close_part where business_date = ? and last_account is distinct from until_account",
            row -> true,
            date)
        .isEmpty();
  }

  /** Moves the business date behind the one that is closed; false if it was moved before. */
  boolean roll(LocalDate date) {
    database.update(
        "update day_close set closed_at = clock_timestamp() where business_date = ? and closed_at is null",
        date);
    return database.update(
            "update bank set business_date = ? where business_date = ?", date.plusDays(1), date)
        == 1;
  }
}

package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.kernel.StatementId;
import org.florin.ledger.Journal;
import org.florin.platform.sql.Database;

/** The store of statements. */
@ApplicationScoped
class Statements {

  /**
   * A statement as the next one needs it.
   *
   * @param cutOff sequence of its last posting
   * @param yearInterestMinor interest of its calendar year up to it
   * @param yearFeesMinor fees of its calendar year up to it
   */
  record Previous(
      LocalDate closedOn,
      long newBalanceMinor,
      long cutOff,
      long yearInterestMinor,
      long yearFeesMinor) {}

  /** A statement to be kept; amounts in minor units. */
  record Drawn(
      StatementId id,
      AccountId account,
      LocalDate from,
      LocalDate closedOn,
      LocalDate dueOn,
      String currency,
      long cutOff,
      long previousBalanceMinor,
      long interestMinor,
      long feesMinor,
      long newBalanceMinor,
      long pastDueMinor,
      long minimumMinor,
      String document) {

    /** The same with another mark of its last posting. */
    Drawn upTo(long sequence) {
      return new Drawn(
          id,
          account,
          from,
          closedOn,
          dueOn,
          currency,
          sequence,
          previousBalanceMinor,
          interestMinor,
          feesMinor,
          newBalanceMinor,
          pastDueMinor,
          minimumMinor,
          document);
    }
  }

  @Inject Database database;

  /** The latest statement of each account that has one. */
  Map<AccountId, Previous> previous(Collection<AccountId> accounts) {
    record Owned(AccountId account, Previous previous) {}
    var found = new HashMap<AccountId, Previous>();
    if (accounts.isEmpty()) {
      return found;
    }
    database
        .list(
            """
            select latest.*, sums.interest, sums.fees from unnest(?::uuid[]) as wanted(id)
            cross join lateral (select account_id, closed_on, new_balance_minor, cut_off from account_statement
              where account_id = wanted.id order by closed_on desc limit 1) as latest
            cross join lateral (select sum(interest_minor) as interest, sum(fees_minor) as fees from account_statement
              where account_id = wanted.id and closed_on >= date_trunc('year', latest.closed_on)) as sums
            """,
            row ->
                new Owned(
                    new AccountId(row.uuid("account_id")),
                    new Previous(
                        row.date("closed_on"),
                        row.number("new_balance_minor"),
                        row.number("cut_off"),
                        row.number("interest"),
                        row.number("fees"))),
            accounts.stream().map(AccountId::value).toList())
        .forEach(owned -> found.put(owned.account(), owned.previous()));
    return found;
  }

  void add(List<Drawn> statements) {
    if (statements.isEmpty()) {
      return;
    }
    database.update(
        """
        insert into account_statement (id, account_id, from_day, closed_on, due_on, currency, cut_off,
          previous_balance_minor, interest_minor, fees_minor, new_balance_minor, past_due_minor, minimum_minor, document)
        select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::date[], ?::date[], ?::text[], ?::bigint[], ?::bigint[],
          ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        """,
        column(statements, drawn -> drawn.id().value()),
        column(statements, drawn -> drawn.account().value()),
        column(statements, Drawn::from),
        column(statements, Drawn::closedOn),
        column(statements, Drawn::dueOn),
        column(statements, Drawn::currency),
        column(statements, Drawn::cutOff),
        column(statements, Drawn::previousBalanceMinor),
        column(statements, Drawn::interestMinor),
        column(statements, Drawn::feesMinor),
        column(statements, Drawn::newBalanceMinor),
        column(statements, Drawn::pastDueMinor),
        column(statements, Drawn::minimumMinor),
        column(statements, Drawn::document));
  }

  Optional<StatementView> find(StatementId id) {
    return database.first(
        "select * from account_statement where id = ?", Statements::view, id.value());
  }

  /** Newest first, before a day. */
  List<StatementView> ofAccount(AccountId account, LocalDate before, int countMax) {
    return database.list(
        """
        select * from account_statement where account_id = ? and closed_on < ? order by closed_on desc limit ?
        """,
        Statements::view,
        account.value(),
        before,
        countMax);
  }

  /** Closing date of the first statement that shows a booked posting. */
  Optional<LocalDate> firstShowing(Journal.Booked booked) {
    return database
        .list(
            "select min(closed_on) as closed_on from account_statement where account_id = ? and closed_on >= ?"
                + " and (? or cut_off >= ?)",
            row -> row.optionalDate("closed_on"),
            booked.posting().account().value(),
            booked.posting().bookedOn(),
            booked.posting().flags().contains(BillingFacts.CLOSE_FLAG),
            booked.sequence())
        .getFirst();
  }

  Optional<byte[]> rendition(StatementId id, String mediaType) {
    return database.first(
        "select content from statement_rendition where statement_id = ? and media_type = ?",
        row -> row.bytes("content"),
        id.value(),
        mediaType);
  }

  /** Keeps the first rendition of a kind; a second one changes nothing. */
  void keepRendition(StatementId id, String mediaType, byte[] content) {
    database.update(
        "insert into statement_rendition values (?, ?, ?) on conflict do nothing",
        id.value(),
        mediaType,
        content);
  }

  private static <T> List<T> column(List<Drawn> statements, Function<Drawn, T> value) {
    var column = new ArrayList<T>(statements.size());
    statements.forEach(drawn -> column.add(value.apply(drawn)));
    return column;
  }

  private static StatementView view(Database.Row row) throws SQLException {
    var currency = row.text("currency");
    return new StatementView(
        new StatementId(row.uuid("id")),
        new AccountId(row.uuid("account_id")),
        row.date("from_day"),
        row.date("closed_on"),
        row.date("due_on"),
        Money.of(row.number("previous_balance_minor"), currency),
        Money.of(row.number("new_balance_minor"), currency),
        Money.of(row.number("minimum_minor"), currency),
        Money.of(row.number("interest_minor"), currency),
        Money.of(row.number("fees_minor"), currency),
        row.text("document"));
  }
}

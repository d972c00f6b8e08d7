package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.florin.accounts.AccountBook;
import org.florin.kernel.AccountId;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.sql.Database;
import org.florin.statements.minimum.CycleCalendar;
import org.florin.statements.tape.DisputeChange;
import org.florin.statements.tape.ReturnedPayment;
import org.jspecify.annotations.Nullable;

/**
 * Closes a business date for some accounts, in the caller's transaction: tape rows, charges,
 * statements, and what they tell the cardholder. Pure in the ledger up to the cut-off, the terms
 * and the date. An account that can't be closed is left as it was and named; the next close closes
 * its missed days first.
 */
@ApplicationScoped
public class CloseAccounts {

  /**
   * @param cutOff sequence of the last posting that belongs to the date
   */
  public record Command(LocalDate day, long cutOff, List<AccountId> accounts) {}

  /** An account that was left as it was. */
  public record Unclosed(AccountId account, String reason) {}

  @Inject Database database;
  @Inject AccountBook book;
  @Inject BillingFacts billing;
  @Inject DisputedAmounts disputed;
  @Inject ReturnedPayments returned;
  @Inject Tape tape;
  @Inject Statements statements;
  @Inject StatementSettings settings;
  @Inject Outbox outbox;

  /** What is known of the accounts before they are closed. */
  private record Known(
      Map<AccountId, TapeRow> latest,
      Map<AccountId, List<BookedLine>> postings,
      Map<AccountId, List<DisputeChange>> disputes,
      Map<AccountId, List<ReturnedPayment>> returns,
      Map<AccountId, List<TapeRow>> cycles,
      Map<AccountId, Statements.Previous> previous,
      Map<AccountId, List<BookedLine>> earlier) {}

  /**
   * @return accounts that could not be closed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Unclosed> handle(Command command) {
    book.lock(command.accounts());
    var accounts = billing.accounts(command.accounts());
    var known = known(command, accounts);
    var written = new LifeRecord();
    var unclosed = new ArrayList<Unclosed>();
    for (var account : accounts) {
      try {
        written.addAll(close(command, account, known));
      } catch (RuntimeException e) {
        // Nothing is read or written in there: what is wrong with one account must not stop others.
        unclosed.add(new Unclosed(account.id(), e.toString()));
      }
    }
    keep(written);
    return unclosed;
  }

  /** Writes what became of accounts. */
  void keep(LifeRecord record) {
    tape.add(record.rows);
    book.post(record.postings);
    statements.add(record.drawn);
    if (!record.events.isEmpty()) {
      outbox.appendAll(database, record.events);
    }
    markChargedOff(record.chargedOff);
    markPastDue(record.rows);
  }

  /** One account, from the first day that is not closed to the day asked for. */
  private LifeRecord close(Command command, BillingFacts.Account account, Known known) {
    var id = account.id();
    var latest = known.latest().get(id);
    var lines = known.postings().getOrDefault(id, List.of());
    var life =
        new AccountLife(
            account, settings.homeCountry(), Optional.ofNullable(known.previous().get(id)));
    life.resume(
        known.cycles().getOrDefault(id, List.of()).stream().map(TapeRow::day).toList(),
        known.earlier().getOrDefault(id, List.of()));
    var evening =
        latest == null ? life.takeOver(command.day(), lines, command.cutOff()) : latest.day();
    while (evening.day().isBefore(command.day())) {
      var day = evening.day().plusDays(1);
      // What was missed with a day belongs to the day that is closed now.
      evening =
          day.isBefore(command.day())
              ? life.live(evening, List.of(), AccountLife.DayNews.NONE, cutOff(latest))
              : life.live(
                  evening,
                  latest == null ? from(day, lines) : lines,
                  new AccountLife.DayNews(
                      known.disputes().getOrDefault(id, List.of()),
                      known.returns().getOrDefault(id, List.of())),
                  command.cutOff());
    }
    return life.record();
  }

  private static List<BookedLine> from(LocalDate day, List<BookedLine> lines) {
    return lines.stream().filter(line -> !line.bookedOn().isBefore(day)).toList();
  }

  private Known known(Command command, List<BillingFacts.Account> accounts) {
    var ids = accounts.stream().map(BillingFacts.Account::id).toList();
    var latest = tape.latest(ids);
    var closing =
        accounts.stream()
            .filter(account -> closesBy(command.day(), account, latest.get(account.id())))
            .map(BillingFacts.Account::id)
            .toList();
    var previous = statements.previous(closing);
    var news =
        ids.stream()
            .map(id -> new BillingFacts.Window(id, cutOff(latest.get(id)), command.cutOff()))
            .toList();
    return new Known(
        latest,
        billing.postings(news),
        disputed.changes(news),
        returned.in(news),
        tape.days(closing, command.day().minusMonths(2), command.day()),
        previous,
        earlierLines(command, closing, latest, previous));
  }

  private static long cutOff(@Nullable TapeRow row) {
    return row == null ? 0 : row.cutOff();
  }

  /** Whether a cycle ends on one of the days that are to be closed. */
  private static boolean closesBy(
      LocalDate day, BillingFacts.Account account, @Nullable TapeRow latest) {
    var lastClosing = CycleCalendar.lastClosing(day, account.terms().cycleDay());
    return latest == null ? lastClosing.equals(day) : lastClosing.isAfter(latest.day().day());
  }

  /** What the present cycles booked before this close, in order of their dates. */
  private Map<AccountId, List<BookedLine>> earlierLines(
      Command command,
      List<AccountId> closing,
      Map<AccountId, TapeRow> latest,
      Map<AccountId, Statements.Previous> previous) {
    var windows = new ArrayList<BillingFacts.Window>();
    var chargeWindows = new ArrayList<BillingFacts.ChargeWindow>();
    for (var id : closing) {
      var last = Optional.ofNullable(previous.get(id));
      windows.add(
          new BillingFacts.Window(
              id, last.map(Statements.Previous::cutOff).orElse(0L), cutOff(latest.get(id))));
      chargeWindows.add(
          new BillingFacts.ChargeWindow(
              id, last.map(Statements.Previous::closedOn).orElse(LocalDate.EPOCH), command.day()));
    }
    var lines = new HashMap<AccountId, List<BookedLine>>();
    billing.postings(windows).forEach((id, found) -> lines.put(id, new ArrayList<>(found)));
    billing
        .charges(chargeWindows)
        .forEach((id, found) -> lines.merge(id, found, CloseAccounts::byDate));
    return lines;
  }

  private static List<BookedLine> byDate(List<BookedLine> some, List<BookedLine> more) {
    return Stream.concat(some.stream(), more.stream())
        .sorted(Comparator.comparing(BookedLine::bookedOn))
        .toList();
  }

  /** Authorizations look at how long an account is past due. */
  private void markPastDue(List<TapeRow> rows) {
    var days = new LinkedHashMap<UUID, Integer>();
    rows.forEach(row -> days.put(row.account().value(), row.day().daysPastDue()));
    if (!days.isEmpty()) {
      database.update(
          """
          update credit_account set days_past_due = seen.days, version = version + 1
          from unnest(?::uuid[], ?::int[]) as seen(account_id, days)
          where id = seen.account_id and days_past_due <> seen.days
          """,
          List.copyOf(days.keySet()),
          List.copyOf(days.values()));
    }
  }

  private void markChargedOff(List<AccountId> accounts) {
    if (!accounts.isEmpty()) {
      database.update(
          "update credit_account set status = 'charged_off', version = version + 1 where id = any(?::uuid[])",
          accounts.stream().map(AccountId::value).toList());
    }
  }
}

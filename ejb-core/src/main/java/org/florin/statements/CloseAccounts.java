package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
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
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.outbox.Outbox;
import org.florin.platform.outbox.OutboxEvent;
import org.florin.platform.sql.Database;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.minimum.CycleCalendar;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.AccountDayPolicy;
import org.florin.statements.tape.Charge;
import org.florin.statements.tape.CloseDayPolicy;
import org.florin.statements.tape.ClosedDay;
import org.jspecify.annotations.Nullable;

/**
 * Closes a business date for some accounts, in the caller's transaction: tape rows, charges,
 * statements, and what they tell the cardholder. Pure in the ledger up to the cut-off, the terms
 * and the date. An account that can't be closed is left as it was and named; the next close closes
 * its missed days first.
 */
@ApplicationScoped
public class CloseAccounts {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  /**
   * @param cutOff sequence of the last posting that belongs to the date
   */
  public record Command(LocalDate day, long cutOff, List<AccountId> accounts) {}

  /** An account that was left as it was. */
  public record Unclosed(AccountId account, String reason) {}

  @Inject Database database;
  @Inject AccountBook book;
  @Inject BillingFacts billing;
  @Inject Tape tape;
  @Inject Statements statements;
  @Inject StatementSettings settings;
  @Inject Outbox outbox;

  /** What is known of the accounts before they are closed. */
  private record Known(
      Map<AccountId, TapeRow> latest,
      Map<AccountId, List<BookedLine>> postings,
      Map<AccountId, List<TapeRow>> cycles,
      Map<AccountId, Statements.Previous> previous,
      Map<AccountId, List<BookedLine>> earlier) {}

  /** All that the close writes. */
  private static final class Written {
    final List<Tape.Entry> rows = new ArrayList<>();
    final List<Posting> charges = new ArrayList<>();
    final List<Statements.Drawn> drawn = new ArrayList<>();
    final List<OutboxEvent> events = new ArrayList<>();
    final List<AccountId> chargedOff = new ArrayList<>();

    void addAll(Written other) {
      rows.addAll(other.rows);
      charges.addAll(other.charges);
      drawn.addAll(other.drawn);
      events.addAll(other.events);
      chargedOff.addAll(other.chargedOff);
    }
  }

  /**
   * @return accounts that could not be closed
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Unclosed> handle(Command command) {
    book.lock(command.accounts());
    var accounts = billing.accounts(command.accounts());
    var known = known(command, accounts);
    var written = new Written();
    var unclosed = new ArrayList<Unclosed>();
    for (var account : accounts) {
      try {
        written.addAll(new AccountClose(command, account, known).close());
      } catch (RuntimeException e) {
        // Nothing is read or written in there: what is wrong with one account must not stop others.
        unclosed.add(new Unclosed(account.id(), e.toString()));
      }
    }
    tape.add(written.rows);
    book.post(written.charges);
    statements.add(written.drawn);
    if (!written.events.isEmpty()) {
      outbox.appendAll(database, written.events);
    }
    markChargedOff(written.chargedOff);
    markPastDue(written.rows);
    return unclosed;
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
    return new Known(
        latest,
        billing.postings(
            ids.stream()
                .map(id -> new BillingFacts.Window(id, cutOff(latest.get(id)), command.cutOff()))
                .toList()),
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
  private void markPastDue(List<Tape.Entry> rows) {
    var days = new LinkedHashMap<UUID, Integer>();
    rows.forEach(entry -> days.put(entry.row().account().value(), entry.row().day().daysPastDue()));
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

  /** One account, from the first day that is not closed to the day asked for. */
  private final class AccountClose {

    private final Command command;
    private final BillingFacts.Account account;
    private final Known known;
    private final Written written = new Written();
    private final List<AccountDay> days = new ArrayList<>();
    private final List<BookedLine> cycleLines = new ArrayList<>();
    private Optional<Statements.Previous> previous;

    AccountClose(Command command, BillingFacts.Account account, Known known) {
      this.command = command;
      this.account = account;
      this.known = known;
      this.previous = Optional.ofNullable(known.previous().get(account.id()));
      known.cycles().getOrDefault(account.id(), List.of()).forEach(row -> days.add(row.day()));
      cycleLines.addAll(known.earlier().getOrDefault(account.id(), List.of()));
    }

    Written close() {
      var latest = known.latest().get(account.id());
      var lines = known.postings().getOrDefault(account.id(), List.of());
      var yesterday = latest == null ? takenOver(lines) : latest.day();
      while (yesterday.day().isBefore(command.day())) {
        var day = yesterday.day().plusDays(1);
        var today =
            day.isBefore(command.day())
                ? List.<BookedLine>of()
                : latest == null ? from(day, lines) : lines;
        yesterday = closeDay(yesterday, today, cutOffOf(day, latest));
      }
      return written;
    }

    /** Postings missed with a day belong to the day that is closed now. */
    private long cutOffOf(LocalDate day, @Nullable TapeRow latest) {
      return day.isBefore(command.day()) ? cutOff(latest) : command.cutOff();
    }

    /**
     * The evening before an account's first day on the tape: what it owes by then, without cost.
     */
    private AccountDay takenOver(List<BookedLine> lines) {
      var old = lines.stream().filter(line -> line.bookedOn().isBefore(command.day())).toList();
      if (old.isEmpty()) {
        return AccountDay.before(command.day());
      }
      var day =
          AccountDayPolicy.apply(
              AccountDay.before(command.day().minusDays(1)),
              PostingSumsPolicy.sums(old, settings.homeCountry()),
              account.terms());
      keep(day, command.cutOff());
      cycleLines.addAll(old);
      return day;
    }

    private List<BookedLine> from(LocalDate day, List<BookedLine> lines) {
      return lines.stream().filter(line -> !line.bookedOn().isBefore(day)).toList();
    }

    private AccountDay closeDay(AccountDay yesterday, List<BookedLine> lines, long cutOff) {
      var day = yesterday.day().plusDays(1);
      var cycle = days.stream().filter(row -> row.day().isAfter(day.minusMonths(1))).toList();
      var closed =
          CloseDayPolicy.close(
              yesterday,
              PostingSumsPolicy.sums(lines, settings.homeCountry()),
              cycle,
              account.terms());
      keep(closed.day(), cutOff);
      cycleLines.addAll(lines);
      for (var charge : closed.charges()) {
        book(posting(day, charge));
      }
      if (closed.chargedOffMinor() > 0) {
        book(chargeOff(day, closed.chargedOffMinor()));
        written.chargedOff.add(account.id());
      }
      if (closed.cycle().isPresent()) {
        draw(closed, cycle, cutOff);
      }
      written.events.addAll(BillingEvents.of(account.id(), account.currency(), yesterday, closed));
      return closed.day();
    }

    private void draw(ClosedDay closed, List<AccountDay> cycle, long cutOff) {
      var day = closed.day().day();
      var sameYear = previous.filter(last -> last.closedOn().getYear() == day.getYear());
      var drawn =
          DrawStatement.of(
              new DrawStatement.Facts(
                  account,
                  closed,
                  List.copyOf(cycleLines),
                  cycle.isEmpty() ? day : cycle.getFirst().day(),
                  previous.map(Statements.Previous::newBalanceMinor).orElse(0L),
                  sameYear.map(Statements.Previous::yearInterestMinor).orElse(0L),
                  sameYear.map(Statements.Previous::yearFeesMinor).orElse(0L),
                  cutOff));
      written.drawn.add(drawn);
      previous =
          Optional.of(
              new Statements.Previous(
                  day,
                  drawn.newBalanceMinor(),
                  cutOff,
                  sameYear.map(Statements.Previous::yearInterestMinor).orElse(0L)
                      + drawn.interestMinor(),
                  sameYear.map(Statements.Previous::yearFeesMinor).orElse(0L) + drawn.feesMinor()));
      cycleLines.clear();
    }

    private void keep(AccountDay day, long cutOff) {
      days.add(day);
      written.rows.add(
          new Tape.Entry(
              new TapeRow(account.id(), day, 0, cutOff), account.terms().on(day.day()).year()));
    }

    private void book(Posting posting) {
      written.charges.add(posting);
      cycleLines.add(
          new BookedLine(
              posting.id(),
              posting.kind(),
              posting.amount().minor(),
              posting.bookedOn(),
              posting.description(),
              Optional.empty()));
    }

    private Posting posting(LocalDate day, Charge charge) {
      return posting(
          day,
          charge.kind().code() + (charge.subject().isEmpty() ? "" : ":" + charge.subject()),
          charge.kind().balance() == BalanceKind.INTEREST ? PostingKind.INTEREST : PostingKind.FEE,
          charge.amountMinor(),
          charge.text());
    }

    private Posting chargeOff(LocalDate day, long balanceMinor) {
      return posting(
              day, "charge_off", PostingKind.ADJUSTMENT, -balanceMinor, "Balance charged off")
          .against("charge_off_loss");
    }

    private Posting posting(LocalDate day, String what, PostingKind kind, long minor, String text) {
      var key = "close:" + account.id() + ":" + day + ":" + what;
      return new Posting(
          TransactionId.named(key),
          key,
          kind,
          account.id(),
          Optional.empty(),
          Optional.empty(),
          Money.of(minor, account.currency()),
          kind.contraAccount(),
          day,
          day.atTime(END_OF_DAY).toInstant(ZoneOffset.UTC),
          text,
          "batch",
          Optional.empty(),
          Optional.empty(),
          List.of(BillingFacts.CLOSE_FLAG));
    }
  }
}

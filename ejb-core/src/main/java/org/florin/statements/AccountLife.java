package org.florin.statements;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.AccountDayPolicy;
import org.florin.statements.tape.Charge;
import org.florin.statements.tape.CloseDayPolicy;
import org.florin.statements.tape.ClosedDay;
import org.florin.statements.tape.DisputeChange;
import org.florin.statements.tape.ReturnedPayment;

/**
 * Leads one account from day to day by the policies and records what becomes of it. Reads and
 * writes nothing.
 */
final class AccountLife {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final BillingFacts.Account account;
  private final String homeCountry;
  private final LifeRecord record = new LifeRecord();
  private final List<AccountDay> days = new ArrayList<>();
  private final List<BookedLine> cycleLines = new ArrayList<>();
  private Optional<Statements.Previous> previous;

  AccountLife(
      BillingFacts.Account account, String homeCountry, Optional<Statements.Previous> previous) {
    this.account = account;
    this.homeCountry = homeCountry;
    this.previous = previous;
  }

  /** Goes on in a cycle: its days and what was booked in it so far. */
  void resume(List<AccountDay> cycle, List<BookedLine> lines) {
    days.addAll(cycle);
    cycleLines.addAll(lines);
  }

  LifeRecord record() {
    return record;
  }

  /** Notes a posting that belongs to the life and is not booked yet. */
  void book(List<Posting> postings) {
    record.postings.addAll(postings);
  }

  /**
   * The evening before an account's first day on the tape: what it owes by then, without cost.
   *
   * @param lines all that was booked
   */
  AccountDay takeOver(LocalDate firstDay, List<BookedLine> lines, long cutOff) {
    var old = lines.stream().filter(line -> line.bookedOn().isBefore(firstDay)).toList();
    if (old.isEmpty()) {
      return AccountDay.before(firstDay);
    }
    var day =
        AccountDayPolicy.apply(
            AccountDay.before(firstDay.minusDays(1)),
            PostingSumsPolicy.sums(old, homeCountry),
            account.terms());
    keep(day, cutOff);
    cycleLines.addAll(old);
    return day;
  }

  /** What a day brought beside its postings. */
  record DayNews(List<DisputeChange> disputes, List<ReturnedPayment> returns) {

    static final DayNews NONE = new DayNews(List.of(), List.of());
  }

  /** The day behind an evening, with what was booked on it and what else it brought. */
  AccountDay live(AccountDay evening, List<BookedLine> lines, DayNews news, long cutOff) {
    var day = evening.day().plusDays(1);
    var cycle = days.stream().filter(row -> row.day().isAfter(day.minusMonths(1))).toList();
    var closed =
        CloseDayPolicy.close(
            evening,
            PostingSumsPolicy.sums(lines, homeCountry)
                .with(news.disputes())
                .returning(news.returns()),
            cycle,
            account.terms());
    keep(closed.day(), cutOff);
    cycleLines.addAll(lines);
    for (var charge : closed.charges()) {
      charge(posting(day, charge));
    }
    if (closed.chargedOffMinor() > 0) {
      charge(chargeOff(day, closed.chargedOffMinor()));
      record.chargedOff.add(account.id());
    }
    if (closed.cycle().isPresent()) {
      draw(closed, cycle, cutOff);
    }
    record.events.addAll(BillingEvents.of(account.id(), account.currency(), evening, closed));
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
    record.drawn.add(drawn);
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
    record.rows.add(TapeRow.of(account.id(), day, account.terms().on(day.day()).year(), cutOff));
  }

  private void charge(Posting posting) {
    record.postings.add(posting);
    cycleLines.add(
        new BookedLine(
            posting.id(),
            posting.kind(),
            posting.amount().minor(),
            posting.bookedOn(),
            posting.description(),
            Optional.empty(),
            false));
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
    return posting(day, "charge_off", PostingKind.ADJUSTMENT, -balanceMinor, "Balance charged off")
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

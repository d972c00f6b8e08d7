package org.florin.statements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.PostingKind;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.AccountTerms;
import org.florin.statements.tape.CloseDayPolicy;
import org.florin.statements.tape.ClosedDay;
import org.florin.statements.tape.DayPostings;
import org.florin.statements.tape.Terms;

/** A statement with something under every heading. */
public final class SampleStatement {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 6);

  private SampleStatement() {}

  /** The document: 1,000.00 of purchases & 400.00 of cash, 50.00 paid. */
  public static String document() {
    return draw().document();
  }

  /** The same as a page. */
  public static String page() {
    return StatementPage.of(document());
  }

  static Statements.Drawn draw() {
    var terms =
        new AccountTerms(
            List.of(Terms.classic()), List.of(), List.of(), Terms.OPENED, 5, 500_000, false);
    var lines = new ArrayList<BookedLine>();
    var first =
        new DayPostings(
            Map.of(BalanceKind.PURCHASE, 100_000L, BalanceKind.CASH_ADVANCE, 40_000L),
            0,
            0,
            List.of(40_000L),
            List.of(),
            0);
    lines.add(line(PostingKind.PURCHASE, 100_000, "Tools & More <Austin>"));
    lines.add(line(PostingKind.CASH_ADVANCE, 40_000, "Cash at a machine"));
    lines.add(line(PostingKind.PAYMENT, -5_000, "Payment received, thank you"));
    var paid = new DayPostings(Map.of(), 0, 5_000, List.of(), List.of(), 0);
    var days = new ArrayList<AccountDay>();
    var yesterday = AccountDay.before(FROM);
    ClosedDay closed;
    do {
      var day = yesterday.day().plusDays(1);
      closed =
          CloseDayPolicy.close(
              yesterday,
              day.equals(FROM) ? first : day.equals(FROM.plusDays(9)) ? paid : DayPostings.NONE,
              days,
              terms);
      closed
          .charges()
          .forEach(
              charge ->
                  lines.add(
                      line(
                          charge.kind().balance() == BalanceKind.FEE
                              ? PostingKind.FEE
                              : PostingKind.INTEREST,
                          charge.amountMinor(),
                          charge.text())));
      yesterday = closed.day();
      days.add(yesterday);
    } while (closed.cycle().isEmpty());
    return DrawStatement.of(
        new DrawStatement.Facts(
            new BillingFacts.Account(new AccountId(new UUID(7, 7)), "USD", 500_000, 100_000, terms),
            closed,
            lines,
            FROM,
            0,
            0,
            0,
            99));
  }

  private static BookedLine line(PostingKind kind, long minor, String text) {
    return new BookedLine(
        TransactionId.named(text), kind, minor, FROM, text, Optional.empty(), false);
  }
}

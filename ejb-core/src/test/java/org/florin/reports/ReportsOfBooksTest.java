package org.florin.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.kernel.ReportId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.sql.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports against the ledger on a real PostgreSQL. */
class ReportsOfBooksTest {

  private static final LocalDate FROM = LocalDate.of(2101, 3, 1);
  private static final LocalDate TO = LocalDate.of(2101, 3, 31);
  private static final List<PostingKind> KINDS =
      List.of(
          PostingKind.PURCHASE,
          PostingKind.REFUND,
          PostingKind.PAYMENT,
          PostingKind.PAYMENT_RETURN,
          PostingKind.FEE,
          PostingKind.INTEREST);

  private static final List<AccountId> ACCOUNTS = new ArrayList<>();

  @BeforeAll
  static void book() {
    Random random = new Random(11);
    for (int count = 0; count < 5; count++) {
      AccountId account = anAccount();
      ACCOUNTS.add(account);
      for (int entry = 0; entry < 60; entry++) {
        PostingKind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean credit = kind == PostingKind.REFUND || kind == PostingKind.PAYMENT;
        long minor = 1 + random.nextInt(10_000);
        post(account, FROM.plusDays(random.nextInt(40)), kind, credit ? -minor : minor);
      }
    }
  }

  private static AccountId anAccount() {
    AccountId id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'reported', 'USD', 100000, 20000, 1, ?)
            """,
            id.value(),
            UUID.randomUUID(),
            FROM);
    return id;
  }

  private static void post(AccountId account, LocalDate day, PostingKind kind, long minor) {
    Posting posting =
        new Posting(
            TransactionId.create(),
            UUID.randomUUID().toString(),
            kind,
            account,
            Optional.empty(),
            Optional.empty(),
            Money.usd(minor),
            kind.contraAccount(),
            day,
            Instant.EPOCH,
            "=HYPERLINK(\"x\")",
            "api",
            Optional.empty(),
            Optional.empty(),
            List.of());
    TestDatabase.inTransaction(database -> AccountBooks.on(database).post(posting));
  }

  private static ReportRows rows(Database database) {
    ReportRows rows = new ReportRows();
    rows.database = database;
    return rows;
  }

  private static List<ReportLine> lines(StandardReport report) {
    return TestDatabase.inTransaction(
        database -> {
          ShowReport show = new ShowReport();
          show.rows = rows(database);
          return show.preview(new ReportHeading(report, FROM, TO), 10_000).lines();
        });
  }

  /** A figure of the grand total in US dollars, in minor units. */
  private static long grand(StandardReport report, String column) {
    ReportLine total = lines(report).getLast();
    assertEquals("Total USD", total.cells().getFirst().plain());
    for (int index = 0; index < report.columns().size(); index++) {
      if (report.columns().get(index).code().equals(column)
          && total.cells().get(index) instanceof ReportCell.Amount amount) {
        return amount.value().minor();
      }
    }
    throw new AssertionError(report + " has no amount " + column);
  }

  private static long ledger(String condition) {
    return TestDatabase.autoCommitting()
        .first(
            "select coalesce(sum(l.amount_minor), 0) as minor from journal_line l join journal_entry e"
                + " on e.id = l.entry_id where l.gl_account = 'cardholder_receivable' and "
                + condition,
            row -> row.number("minor"))
        .orElseThrow();
  }

  private static String days() {
    return "e.booked_on between '" + FROM + "' and '" + TO + "'";
  }

  @Test
  void what_is_booked_comes_to_the_ledger() {
    assertEquals(ledger(days()), grand(StandardReport.TRANSACTIONS, "amount"));
    assertEquals(ledger(days()), grand(StandardReport.DAILY_ACTIVITY, "net"));
    assertEquals(
        ledger(days()),
        grand(StandardReport.DAILY_ACTIVITY, "debits")
            - grand(StandardReport.DAILY_ACTIVITY, "credits"));
    assertEquals(
        ledger(days() + " and e.kind in ('interest', 'fee')"),
        grand(StandardReport.INTEREST_AND_FEES, "net"));
    assertEquals(
        -ledger(days() + " and e.kind in ('payment', 'payment_return')"),
        grand(StandardReport.PAYMENTS, "clearing"));
    assertEquals(0, grand(StandardReport.PAYMENTS, "difference"));
  }

  @Test
  void the_portfolio_stands_as_it_stood_on_the_last_day() {
    List<ReportLine> own =
        lines(StandardReport.PORTFOLIO).stream()
            .filter(line -> line.cells().get(1).plain().equals("reported"))
            .toList();

    assertEquals(1, own.size());
    assertEquals("5", own.getFirst().cells().get(3).plain());
    assertEquals(
        Money.usd(
                ledger(
                    "e.booked_on <= '"
                        + TO
                        + "' and l.account_id in (select id from credit_account where product_code = 'reported')"))
            .decimal()
            .toPlainString(),
        own.getFirst().cells().get(6).plain());
  }

  @Test
  void every_report_can_be_asked_for() {
    for (StandardReport report : StandardReport.values()) {
      lines(report)
          .forEach(
              line -> assertEquals(report.columns().size(), line.cells().size(), report.code()));
    }
  }

  @Test
  void kept_rows_give_the_same_lines_again() {
    ReportHeading heading = new ReportHeading(StandardReport.PORTFOLIO, FROM, TO);
    byte[] kept =
        TestDatabase.inTransaction(
            database -> {
              StringBuilder text = new StringBuilder();
              each(
                  rows(database).ofBooks(heading),
                  cells -> text.append(ReportRows.line(heading.report(), cells)));
              return text.toString().getBytes(StandardCharsets.UTF_8);
            });
    List<ReportLine> again = new ArrayList<>();
    ReportTotals totals = new ReportTotals(heading.report(), again::add);
    each(
        rows(TestDatabase.autoCommitting()).kept(heading, new ByteArrayInputStream(kept)),
        totals::row);
    finish(totals);

    assertEquals(lines(StandardReport.PORTFOLIO), again);
  }

  @Test
  void a_day_is_kept_once_and_for_ever() {
    ReportHeading heading = new ReportHeading(StandardReport.TRANSACTIONS, FROM, FROM);
    store(heading);
    byte[] first = kept(heading);
    post(ACCOUNTS.getFirst(), FROM, PostingKind.PURCHASE, 1);
    store(heading);

    assertTrue(first.length > 0);
    assertEquals(
        new String(first, StandardCharsets.UTF_8),
        new String(kept(heading), StandardCharsets.UTF_8));
  }

  private static void store(ReportHeading heading) {
    TestDatabase.inTransaction(
        database -> {
          StoreReports store = new StoreReports();
          store.rows = rows(database);
          store.stored = stored(database);
          store.handle(heading);
          return store;
        });
  }

  private static StoredReports stored(Database database) {
    StoredReports stored = new StoredReports();
    stored.database = database;
    return stored;
  }

  private static byte[] kept(ReportHeading heading) {
    ReportId id = ReportId.of(heading.report().code(), heading.from(), heading.to());
    try (var content =
        stored(TestDatabase.autoCommitting()).read(id, StoreReports.ROWS).orElseThrow()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void the_last_day_of_a_month_brings_the_month_too() {
    int reports = StandardReport.values().length;

    assertEquals(reports, StoreReports.dueAfter(LocalDate.of(2028, 2, 28)).size());
    assertEquals(2 * reports, StoreReports.dueAfter(LocalDate.of(2028, 2, 29)).size());
  }

  @Test
  void no_cell_of_the_csv_is_a_formula() throws IOException {
    ReportHeading heading = new ReportHeading(StandardReport.TRANSACTIONS, FROM, TO);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    var sheet = new CsvReportPrinter().begin(heading, csv);
    for (ReportLine line : lines(StandardReport.TRANSACTIONS)) {
      sheet.print(line);
    }
    sheet.finish();
    String text = csv.toString(StandardCharsets.UTF_8);

    assertTrue(text.startsWith("line,currency,account,number,booked_on"), text);
    assertTrue(text.contains(",\"'=HYPERLINK(\"\"x\"\")\","), text);
    assertTrue(text.contains("grand_total,Total USD,"), text);
    assertTrue(text.contains(",-"), "credits stay numbers");
  }

  private static void each(ReportRows.Source source, ReportRows.Visitor visitor) {
    try {
      source.each(visitor);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void finish(ReportTotals totals) {
    try {
      totals.finish();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

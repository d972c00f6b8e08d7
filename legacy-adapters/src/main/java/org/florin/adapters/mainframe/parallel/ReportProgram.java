package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSorter.Stretch;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/**
 * Prints transactions of a range of days by card with page, account and grand totals (CBTRN03C and
 * the sort before it). The program counts the last amount twice, leaves out the last account's
 * total, and lets an account total step over the end of a page; the correct mode does not.
 */
final class ReportProgram {

  static final String REPORT = "TRANREPT";

  private static final int WIDTH = 133;
  private static final int PAGE_LINES = 20;
  private static final int LABEL_END = 97;
  private static final long TOTAL_MODULUS = 100_000_000_000L;

  private final RecordCodec codec = new RecordCodec(Layouts.TRANSACTION, RecordEncoding.ebcdic());
  private final KeyedRecords crossReferences;
  private final KeyedRecords types;
  private final KeyedRecords categories;
  private final RunOrder order;
  private final Differences differences;
  private long lines;
  private long read;
  private long pages;
  private long pageTotal;
  private long accountTotal;
  private long grandTotal;
  private String card = "";
  private Optional<RecordImage> last = Optional.empty();
  private Optional<Ending.Abended> abend = Optional.empty();

  ReportProgram(
      KeyedRecords crossReferences,
      KeyedRecords types,
      KeyedRecords categories,
      RunOrder order,
      Differences differences) {
    this.crossReferences = crossReferences;
    this.types = types;
    this.categories = categories;
    this.order = order;
    this.differences = differences;
  }

  Ending run(RecordSource transactions, OutputFolder folder) throws IOException {
    int at = Layouts.TRANSACTION.field("card-number").offset();
    Stretch byCard = new Stretch(at, Layouts.TRANSACTION.field("card-number").picture().length());
    String from = KeyedRecords.key(order.reportFrom().toString());
    String to = KeyedRecords.key(order.reportTo().toString());
    try (RecordSorter sorter =
            new RecordSorter(
                folder.path(),
                Layouts.TRANSACTION.recordLength(),
                RecordSorter.PART_LENGTH,
                byCard);
        OutputFile report = folder.begin(REPORT, WIDTH)) {
      for (Optional<Found> next = transactions.next();
          next.isPresent();
          next = transactions.next()) {
        String day = next.get().image().key("processing-timestamp").substring(0, from.length());
        if (day.compareTo(from) >= 0 && day.compareTo(to) <= 0) {
          sorter.add(next.get().image().bytes());
        }
      }
      sorter.drainTo(
          record -> {
            if (abend.isEmpty()) {
              abend = print(RecordImage.of(codec, record), report);
            }
          });
      if (abend.isEmpty() && last.isPresent()) {
        finish(last.get(), report);
      }
      report.finish();
    }
    if (abend.isPresent()) {
      return abend.get();
    }
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("read", read);
    figures.put("pages", pages);
    figures.put("grand_total_amount", grandTotal);
    return new Ending.Completed(0, figures);
  }

  private Optional<Ending.Abended> print(RecordImage row, OutputFile report) throws IOException {
    read++;
    if (row.firstWrongNumber().isPresent()) {
      return abended("S0C7", row.firstWrongNumber().get().reason());
    }
    if (!card.equals(row.key("card-number"))) {
      if (!card.isEmpty()) {
        accountTotal(report);
      }
      card = row.key("card-number");
    }
    Optional<RecordImage> reference = crossReferences.get(card);
    Optional<RecordImage> type = types.get(row.key("type-code"));
    Optional<RecordImage> category = categories.get(row.key("type-code", "category-code"));
    if (reference.isEmpty() || type.isEmpty() || category.isEmpty()) {
      String missing =
          reference.isEmpty() ? "card" : type.isEmpty() ? "transaction type" : "category";
      return abended("999", "the " + missing + " is not in its reference file");
    }
    if (lines == 0) {
      headers(report);
    }
    if (isPageFull()) {
      pageTotal(report);
      headers(report);
    }
    add(row.number("amount"));
    report.add(detail(row, reference.get(), type.get(), category.get()));
    lines++;
    last = Optional.of(row);
    return Optional.empty();
  }

  private Optional<Ending.Abended> abended(String code, String reason) {
    return Optional.of(new Ending.Abended(read, code, reason));
  }

  /** The program looks for an exact multiple, which an account total can step over. */
  private boolean isPageFull() {
    return order.isCorrect() ? lines >= PAGE_LINES : lines % PAGE_LINES == 0;
  }

  private void add(long amountMinor) {
    pageTotal = (pageTotal + amountMinor) % TOTAL_MODULUS;
    accountTotal = (accountTotal + amountMinor) % TOTAL_MODULUS;
  }

  private void finish(RecordImage lastRow, OutputFile report) throws IOException {
    long amountMinor = lastRow.number("amount");
    long exact = (grandTotal + pageTotal) % TOTAL_MODULUS;
    long counted = (exact + amountMinor) % TOTAL_MODULUS;
    if (exact != counted) {
      differences.tell(
          REPORT,
          "transaction " + lastRow.text("transaction-id").strip(),
          "last page total and grand total",
          decimal(exact),
          decimal(counted),
          "the mainframe adds the last amount a second time");
    }
    differences.tell(
        REPORT,
        "card *" + lastRow.text("card-number").substring(12),
        "account total",
        decimal(accountTotal),
        "none",
        "the mainframe prints no total for the last account");
    if (order.isCorrect()) {
      accountTotal(report);
    } else {
      add(amountMinor);
    }
    pageTotal(report);
    report.add(total("Grand Total", grandTotal));
  }

  private static String decimal(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private void headers(OutputFile report) throws IOException {
    pages++;
    if (order.isCorrect()) {
      lines = 0;
    }
    report.add(
        PrintLine.ofWidth(WIDTH)
            .put("DALYREPT", 38)
            .put("Daily Transaction Report", 41)
            .put("Date Range: ")
            .put(order.reportFrom().toString())
            .put(" to ")
            .put(order.reportTo().toString())
            .bytes());
    report.add(PrintLine.ofWidth(WIDTH).bytes());
    report.add(
        PrintLine.ofWidth(WIDTH)
            .put("Transaction ID", 17)
            .put("Account ID", 12)
            .put("Transaction Type", 19)
            .put("Tran Category", 35)
            .put("Tran Source", 14)
            .put(" ")
            .put("        Amount", 16)
            .bytes());
    report.add(dashes());
    lines += 4;
  }

  private static byte[] dashes() {
    return PrintLine.ofWidth(WIDTH).fill('-', WIDTH).bytes();
  }

  private static byte[] detail(
      RecordImage row, RecordImage reference, RecordImage type, RecordImage category) {
    return PrintLine.ofWidth(WIDTH)
        .put(row.raw("transaction-id"), 16)
        .put(" ")
        .put(reference.raw("account-id"), 11)
        .put(" ")
        .put(row.raw("type-code"), 2)
        .put("-")
        .put(type.raw("description"), 15)
        .put(" ")
        .put(row.raw("category-code"), 4)
        .put("-")
        .put(category.raw("description"), 29)
        .put(" ")
        .put(row.raw("source"), 10)
        .put("    ")
        .put(PrintLine.commaEdited(row.number("amount"), ' '))
        .bytes();
  }

  private void pageTotal(OutputFile report) throws IOException {
    report.add(total("Page Total ", pageTotal));
    report.add(dashes());
    lines += 2;
    grandTotal = (grandTotal + pageTotal) % TOTAL_MODULUS;
    pageTotal = 0;
  }

  private void accountTotal(OutputFile report) throws IOException {
    report.add(total("Account Total", accountTotal));
    report.add(dashes());
    lines += 2;
    accountTotal = 0;
  }

  private static byte[] total(String label, long minor) {
    return PrintLine.ofWidth(WIDTH)
        .put(label)
        .fill('.', LABEL_END - label.length())
        .put(PrintLine.commaEdited(minor, '+'))
        .bytes();
  }
}

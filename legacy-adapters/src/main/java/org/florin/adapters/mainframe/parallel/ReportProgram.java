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
 * the sort before it).
 */
final class ReportProgram {

  static final String REPORT = "TRANREPT";

  private final RecordCodec codec = new RecordCodec(Layouts.TRANSACTION, RecordEncoding.ebcdic());
  private final KeyedRecords crossReferences;
  private final KeyedRecords types;
  private final KeyedRecords categories;
  private final RunOrder order;
  private final Differences differences;
  private long read;
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
        OutputFile report = folder.begin(REPORT, TransactionListing.WIDTH)) {
      TransactionListing listing =
          new TransactionListing(
              order.isCorrect(), order.reportFrom(), order.reportTo(), report::add);
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
              abend = print(RecordImage.of(codec, record), listing);
            }
          });
      if (abend.isEmpty() && last.isPresent()) {
        finish(last.get(), listing);
      }
      report.finish();
      return abend.isPresent() ? abend.get() : completed(listing);
    }
  }

  private Ending completed(TransactionListing listing) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("read", read);
    figures.put("pages", listing.pages());
    figures.put("grand_total_amount", listing.grandTotal());
    return new Ending.Completed(0, figures);
  }

  private Optional<Ending.Abended> print(RecordImage row, TransactionListing listing)
      throws IOException {
    read++;
    if (row.firstWrongNumber().isPresent()) {
      return abended("S0C7", row.firstWrongNumber().get().reason());
    }
    String card = row.key("card-number");
    listing.turnTo(card);
    Optional<RecordImage> reference = crossReferences.get(card);
    Optional<RecordImage> type = types.get(row.key("type-code"));
    Optional<RecordImage> category = categories.get(row.key("type-code", "category-code"));
    if (reference.isEmpty() || type.isEmpty() || category.isEmpty()) {
      String missing =
          reference.isEmpty() ? "card" : type.isEmpty() ? "transaction type" : "category";
      return abended("999", "the " + missing + " is not in its reference file");
    }
    listing.add(
        new TransactionListing.Row(
            row.raw("transaction-id"),
            reference.get().raw("account-id"),
            row.raw("type-code"),
            type.get().raw("description"),
            row.raw("category-code"),
            category.get().raw("description"),
            row.raw("source"),
            row.number("amount")));
    last = Optional.of(row);
    return Optional.empty();
  }

  private Optional<Ending.Abended> abended(String code, String reason) {
    return Optional.of(new Ending.Abended(read, code, reason));
  }

  private void finish(RecordImage lastRow, TransactionListing listing) throws IOException {
    long amountMinor = lastRow.number("amount");
    long exact = listing.grandTotalWith(0);
    long counted = listing.grandTotalWith(amountMinor);
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
        decimal(listing.presentAccountTotal()),
        "none",
        "the mainframe prints no total for the last account");
    listing.finish(amountMinor);
  }

  private static String decimal(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }
}

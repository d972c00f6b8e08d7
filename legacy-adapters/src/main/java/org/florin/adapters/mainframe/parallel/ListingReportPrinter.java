package org.florin.adapters.mainframe.parallel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.ledger.PostingKind;
import org.florin.reports.ReportCell;
import org.florin.reports.ReportForm;
import org.florin.reports.ReportHeading;
import org.florin.reports.ReportLine;
import org.florin.reports.ReportPrinter;
import org.florin.reports.StandardReport;

/**
 * Prints the bank's own transactions as the mainframe prints its: the same 133 columns, a line of
 * text each. What came from the mainframe shows its numbers there; the rest shows the booking's
 * number and the end of the account's id. Each currency has totals of its own.
 */
@ApplicationScoped
public class ListingReportPrinter implements ReportPrinter {

  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();
  private static final int ID_LENGTH = 16;
  private static final int ACCOUNT_LENGTH = 11;

  /** The mainframe's type and category of transaction, with their names. */
  private record Category(String typeCode, String type, String code, String name) {}

  @Override
  public ReportForm form() {
    return ReportForm.LISTING;
  }

  @Override
  public Sheet begin(ReportHeading heading, OutputStream target) {
    return new Sheet() {
      private final TransactionListing.Lines lines = line -> write(target, CodePages.toAscii(line));
      private TransactionListing listing =
          new TransactionListing(true, heading.from(), heading.to(), lines);
      private String currency = "";

      @Override
      public void print(ReportLine line) throws IOException {
        if (line instanceof ReportLine.Detail detail) {
          String next = text(detail, "currency");
          if (!next.equals(currency)) {
            finish();
            listing = new TransactionListing(true, heading.from(), heading.to(), lines);
            currency = next;
          }
          add(listing, detail);
        }
      }

      @Override
      public void finish() throws IOException {
        if (!currency.isEmpty()) {
          listing.finish(0);
        }
      }
    };
  }

  private static void write(OutputStream target, byte[] line) throws IOException {
    target.write(line);
    target.write('\n');
  }

  private static void add(TransactionListing listing, ReportLine.Detail line) throws IOException {
    String account = text(line, "account");
    String number = text(line, "number");
    String reference = text(line, "reference");
    Category category = category(PostingKind.ofCode(text(line, "kind")));
    listing.turnTo(account);
    listing.add(
        new TransactionListing.Row(
            bytes(reference.length() == ID_LENGTH ? reference : idOf(text(line, "posting"))),
            bytes(
                number.length() == ACCOUNT_LENGTH
                    ? number
                    : account.substring(Math.max(0, account.length() - ACCOUNT_LENGTH))),
            bytes(category.typeCode()),
            bytes(category.type()),
            bytes(category.code()),
            bytes(category.name()),
            bytes(text(line, "channel")),
            ((ReportCell.Amount) cell(line, "amount")).value().minor()));
  }

  private static String idOf(String posting) {
    return "0".repeat(ID_LENGTH - posting.length()) + posting;
  }

  private static ReportCell cell(ReportLine.Detail line, String column) {
    return line.cells().get(StandardReport.TRANSACTIONS.column(column));
  }

  private static String text(ReportLine.Detail line, String column) {
    return cell(line, column).plain();
  }

  /**
   * What the mainframe's character set lacks is shown as a question mark; short fields are filled.
   */
  private static byte[] bytes(String text) {
    String plain = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    return EBCDIC.encode(plain.replaceAll("[^ -~]", "?"));
  }

  private static Category category(PostingKind kind) {
    return switch (kind) {
      case PURCHASE -> new Category("01", "Purchase", "0001", "Sales draft");
      case CASH_ADVANCE, QUASI_CASH -> new Category("01", "Purchase", "0002", "Cash advance");
      case INTEREST -> new Category("01", "Purchase", "0005", "Interest");
      case PAYMENT -> new Category("02", "Payment", "0002", "Electronic payment");
      case REFUND -> new Category("03", "Credit", "0001", "Credit to account");
      case PAYMENT_RETURN -> new Category("06", "Reversal", "0001", "Returned payment");
      case ADJUSTMENT -> new Category("07", "Adjustment", "0001", "Adjustment");
      case FEE -> new Category("07", "Adjustment", "0002", "Fee");
      case OPENING_BALANCE -> new Category("07", "Adjustment", "0003", "Opening balance");
    };
  }
}

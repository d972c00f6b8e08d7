package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.time.LocalDate;

/**
 * The mainframe's print of transactions, in EBCDIC: by card, with page, account and grand totals.
 * The mainframe counts the last amount twice, leaves out the last account's total, and lets an
 * account total step over the end of a page; the correct print does not.
 */
final class TransactionListing {

  static final int WIDTH = 133;

  /** Takes lines. */
  @FunctionalInterface
  interface Lines {
    void add(byte[] line) throws IOException;
  }

  /** What a line says; fields too long for their place are cut. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(
      byte[] id,
      byte[] account,
      byte[] typeCode,
      byte[] type,
      byte[] categoryCode,
      byte[] category,
      byte[] source,
      long amountMinor) {}

  private static final int PAGE_LINES = 20;
  private static final int LABEL_END = 97;
  private static final long TOTAL_MODULUS = 100_000_000_000L;

  private final boolean isCorrect;
  private final LocalDate from;
  private final LocalDate to;
  private final Lines target;
  private long lines;
  private long pages;
  private long pageTotal;
  private long accountTotal;
  private long grandTotal;
  private String card = "";

  TransactionListing(boolean isCorrect, LocalDate from, LocalDate to, Lines target) {
    this.isCorrect = isCorrect;
    this.from = from;
    this.to = to;
    this.target = target;
  }

  /** Goes on to the rows of a card; draws the total of the one before, if it is another. */
  void turnTo(String nextCard) throws IOException {
    if (!card.equals(nextCard)) {
      if (!card.isEmpty()) {
        accountTotal();
      }
      card = nextCard;
    }
  }

  void add(Row row) throws IOException {
    if (lines == 0) {
      headers();
    }
    if (isPageFull()) {
      pageTotal();
      headers();
    }
    add(row.amountMinor());
    target.add(detail(row));
    lines++;
  }

  /**
   * Draws the totals behind the last row.
   *
   * @param lastAmountMinor what the mainframe adds a second time
   */
  void finish(long lastAmountMinor) throws IOException {
    if (isCorrect) {
      accountTotal();
    } else {
      add(lastAmountMinor);
    }
    pageTotal();
    target.add(total("Grand Total", grandTotal));
  }

  long pages() {
    return pages;
  }

  long grandTotal() {
    return grandTotal;
  }

  /** What the grand total would come to with another amount. */
  long grandTotalWith(long amountMinor) {
    return (grandTotal + pageTotal + amountMinor) % TOTAL_MODULUS;
  }

  /** The total of the card so far. */
  long presentAccountTotal() {
    return accountTotal;
  }

  /** The program looks for an exact multiple, which an account total can step over. */
  private boolean isPageFull() {
    return isCorrect ? lines >= PAGE_LINES : lines % PAGE_LINES == 0;
  }

  private void add(long amountMinor) {
    pageTotal = (pageTotal + amountMinor) % TOTAL_MODULUS;
    accountTotal = (accountTotal + amountMinor) % TOTAL_MODULUS;
  }

  private void headers() throws IOException {
    pages++;
    if (isCorrect) {
      lines = 0;
    }
    target.add(
        PrintLine.ofWidth(WIDTH)
            .put("DALYREPT", 38)
            .put("Daily Transaction Report", 41)
            .put("Date Range: ")
            .put(from.toString())
            .put(" to ")
            .put(to.toString())
            .bytes());
    target.add(PrintLine.ofWidth(WIDTH).bytes());
    target.add(
        PrintLine.ofWidth(WIDTH)
            .put("Transaction ID", 17)
            .put("Account ID", 12)
            .put("Transaction Type", 19)
            .put("Tran Category", 35)
            .put("Tran Source", 14)
            .put(" ")
            .put("        Amount", 16)
            .bytes());
    target.add(dashes());
    lines += 4;
  }

  private static byte[] dashes() {
    return PrintLine.ofWidth(WIDTH).fill('-', WIDTH).bytes();
  }

  private static byte[] detail(Row row) {
    return PrintLine.ofWidth(WIDTH)
        .put(row.id(), 16)
        .put(" ")
        .put(row.account(), 11)
        .put(" ")
        .put(row.typeCode(), 2)
        .put("-")
        .put(row.type(), 15)
        .put(" ")
        .put(row.categoryCode(), 4)
        .put("-")
        .put(row.category(), 29)
        .put(" ")
        .put(row.source(), 10)
        .put("    ")
        .put(PrintLine.commaEdited(row.amountMinor(), ' '))
        .bytes();
  }

  private void pageTotal() throws IOException {
    target.add(total("Page Total ", pageTotal));
    target.add(dashes());
    lines += 2;
    grandTotal = (grandTotal + pageTotal) % TOTAL_MODULUS;
    pageTotal = 0;
  }

  private void accountTotal() throws IOException {
    target.add(total("Account Total", accountTotal));
    target.add(dashes());
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

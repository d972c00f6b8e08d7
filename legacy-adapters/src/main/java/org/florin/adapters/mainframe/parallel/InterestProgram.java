package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;

/**
 * Charges a month's interest on each category balance (CBACT04C). The program cuts the cents, books
 * zeros, pays interest on credit balances, and never updates the last account of the file; the
 * correct mode rounds half up, charges what is owed, and updates every account.
 */
final class InterestProgram {

  static final String TRANSACTIONS = "SYSTRAN";
  static final String ACCOUNTS = "ACCTDATA.INTEREST";

  private static final String CATEGORIES = "TCATBALF";
  private static final String DEFAULT_GROUP = KeyedRecords.key("DEFAULT   ");

  /** Hundredths times hundredths of a percent, a month of twelve. */
  private static final long DIVISOR = 120_000;

  private static final long WORK_FIELD_MODULUS = 100_000_000_000L;
  private static final long BALANCE_MODULUS = 1_000_000_000_000L;
  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();

  private final RecordCodec transactionCodec = new RecordCodec(Layouts.TRANSACTION, EBCDIC);
  private final KeyedRecords accounts;
  private final KeyedRecords categories;
  private final KeyedRecords disclosureGroups;
  private final Map<String, RecordImage> firstCards = new HashMap<>();
  private final RunOrder order;
  private final Differences differences;
  private long written;
  private long interestMinor;

  InterestProgram(
      KeyedRecords crossReferences,
      KeyedRecords accounts,
      KeyedRecords categories,
      KeyedRecords disclosureGroups,
      RunOrder order,
      Differences differences) {
    this.accounts = accounts;
    this.categories = categories;
    this.disclosureGroups = disclosureGroups;
    this.order = order;
    this.differences = differences;
    for (RecordImage reference : crossReferences.inOrder()) {
      firstCards.putIfAbsent(reference.key("account-id"), reference);
    }
  }

  Ending run(OutputFolder folder) throws IOException {
    try (OutputFile transactions = folder.begin(TRANSACTIONS, Layouts.TRANSACTION.recordLength());
        OutputFile after = folder.begin(ACCOUNTS, Layouts.ACCOUNT.recordLength())) {
      Ending ending = charge(transactions);
      transactions.finish();
      for (RecordImage account : accounts.inOrder()) {
        after.add(account.bytes());
      }
      after.finish();
      return ending;
    }
  }

  private Ending charge(OutputFile transactions) throws IOException {
    String current = "";
    Optional<RecordImage> card = Optional.empty();
    long total = 0;
    long row = 0;
    for (RecordImage category : categories.inOrder()) {
      row++;
      String number = category.key("account-id");
      if (!number.equals(current)) {
        finish(current, total);
        current = number;
        total = 0;
        card = Optional.ofNullable(firstCards.get(number));
        if (accounts.get(number).isEmpty() || card.isEmpty()) {
          return abended(row, "no account or no card for category balance " + shown(category));
        }
      }
      RecordImage account = accounts.get(number).orElseThrow();
      Optional<Long> rate = rate(account, category);
      if (rate.isEmpty()) {
        return abended(row, "no disclosure group, not even DEFAULT, for " + shown(category));
      }
      if (rate.get() != 0) {
        long interest = interest(category, rate.get());
        total = (total + interest) % WORK_FIELD_MODULUS;
        if (interest != 0 || !order.isCorrect()) {
          transactions.add(transaction(account, card.orElseThrow(), interest));
        }
      }
    }
    finishLast(current, total);
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("read", row);
    figures.put("written", written);
    figures.put("interest_amount", interestMinor);
    return new Ending.Completed(0, figures);
  }

  private static Ending abended(long row, String reason) {
    return new Ending.Abended(row, "999", reason);
  }

  private static String shown(RecordImage category) {
    return category.text("account-id")
        + " "
        + category.text("type-code")
        + "/"
        + category.text("category-code");
  }

  private Optional<Long> rate(RecordImage account, RecordImage category) {
    String rest = category.key("type-code", "category-code");
    return disclosureGroups
        .get(account.key("group-id") + rest)
        .or(() -> disclosureGroups.get(DEFAULT_GROUP + rest))
        .map(group -> group.number("annual-interest-rate"));
  }

  private long interest(RecordImage category, long rateHundredths) throws IOException {
    long balanceMinor = category.number("balance");
    BigDecimal exact =
        BigDecimal.valueOf(balanceMinor).multiply(BigDecimal.valueOf(rateHundredths));
    long cut =
        exact.divide(BigDecimal.valueOf(DIVISOR), 0, RoundingMode.DOWN).longValueExact()
            % WORK_FIELD_MODULUS;
    long rounded =
        balanceMinor <= 0
            ? 0
            : exact.divide(BigDecimal.valueOf(DIVISOR), 0, RoundingMode.HALF_UP).longValueExact();
    if (cut != rounded) {
      differences.tell(
          CATEGORIES,
          shown(category),
          "interest on " + decimal(balanceMinor),
          decimal(rounded),
          decimal(cut),
          balanceMinor < 0
              ? "a credit balance bears no interest"
              : "the mainframe cuts the last cent, Florin rounds it");
    } else if (cut == 0) {
      differences.tell(
          CATEGORIES,
          shown(category),
          "interest on " + decimal(balanceMinor),
          "no transaction",
          "a transaction of 0.00",
          "the mainframe books interest of nothing");
    }
    return order.isCorrect() ? rounded : cut;
  }

  private static String decimal(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private void finish(String account, long total) {
    if (!account.isEmpty()) {
      RecordImage image = accounts.get(account).orElseThrow();
      image
          .put("current-balance", (image.number("current-balance") + total) % BALANCE_MODULUS)
          .put("current-cycle-credit", 0)
          .put("current-cycle-debit", 0);
    }
  }

  /** The program's loop ends before it comes to the last account. */
  private void finishLast(String account, long total) throws IOException {
    if (account.isEmpty()) {
      return;
    }
    RecordImage image = accounts.get(account).orElseThrow();
    differences.tell(
        ACCOUNTS,
        "account " + image.text("account-id"),
        "balance and cycle totals",
        "interest of " + decimal(total) + " added, cycle totals zero",
        "left as they were",
        "the mainframe's loop ends before it comes to the last account");
    if (order.isCorrect()) {
      finish(account, total);
    }
  }

  private byte[] transaction(RecordImage account, RecordImage card, long interest) {
    written++;
    interestMinor = Math.addExact(interestMinor, interest);
    String counter = Long.toString(1_000_000 + written % 1_000_000).substring(1);
    String stamp = RunOrder.stamp(order.interestClock());
    return RecordImage.blank(transactionCodec)
        .put("transaction-id", order.interestParameter() + counter)
        .put("type-code", "01")
        .put("category-code", 5)
        .put("source", "System")
        .put("description", "Int. for a/c " + account.text("account-id"))
        .put("amount", interest)
        .put("card-number", card.raw("card-number"))
        .put("original-timestamp", stamp)
        .put("processing-timestamp", stamp)
        .bytes();
  }
}

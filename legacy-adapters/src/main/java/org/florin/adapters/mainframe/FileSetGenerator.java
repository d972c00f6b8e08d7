package org.florin.adapters.mainframe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordValues;

/**
 * Makes a complete set of mainframe files: the same seed and sizes give the same bytes, in either
 * encoding the same records. Card numbers come from a range no issuer uses.
 */
public final class FileSetGenerator {

  private static final String[] FIRST_NAMES = {
    "Ada", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas"
  };
  private static final String[] LAST_NAMES = {
    "Almeida", "Brandt", "Castell", "Dupont", "Eriksen", "Ferrara", "Gruber", "Haddad", "Ivanov"
  };
  private static final String[] CITIES = {"Austin", "Boise", "Dayton", "Eugene", "Fargo", "Salem"};
  private static final String[] STATES = {"TX", "ID", "OH", "OR", "ND", "OR"};
  private static final String[] SHOPS = {
    "Corner Bakery", "Blue Lantern", "Northside Fuel", "Paper and Ink", "Green Grocer"
  };
  private static final String[][] TYPES = {
    {"01", "Purchase"}, {"02", "Payment"}, {"03", "Credit"}, {"04", "Authorization"}
  };
  private static final String[][] CATEGORIES = {
    {"01", "1", "Sales draft"},
    {"01", "2", "Cash advance"},
    {"01", "5", "Interest"},
    {"02", "1", "Cash payment"},
    {"03", "1", "Credit to account"}
  };
  private static final long TRANSACTION_IDS_PER_ACCOUNT = 1_000_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 6, 10);

  /**
   * How many of ten thousand daily rows, or of ten thousand accounts, are not as they should be.
   *
   * @param unknownCards rows for a card nobody knows
   * @param refunds rows that give money back
   * @param duplicates rows that repeat the id of the row before
   * @param unreadable rows whose amount is no number
   * @param expiredAccounts accounts that expired before the daily file
   */
  public record Rates(
      int unknownCards, int refunds, int duplicates, int unreadable, int expiredAccounts) {

    private static final int WHOLE = 10_000;

    /** Some rows of every outcome that posting knows, and none that stops the mainframe. */
    public static Rates usual() {
      return new Rates(100, 1_667, 0, 0, 500);
    }

    public Rates {
      for (int rate : new int[] {unknownCards, refunds, duplicates, unreadable, expiredAccounts}) {
        if (rate < 0 || rate > WHOLE) {
          throw new IllegalArgumentException("a rate is between 0 and " + WHOLE);
        }
      }
    }

    private static boolean hits(int rate, Random random) {
      return random.nextInt(WHOLE) < rate;
    }
  }

  private final long seed;
  private final Rates rates;
  private final int firstAccount;
  private final int lastAccount;
  private final long transactions;
  private final RecordEncoding encoding;

  /** Plans a set of so many accounts, from number 1 on, and daily transactions. */
  public FileSetGenerator(long seed, int accounts, long transactions, RecordEncoding encoding) {
    this(seed, 1, accounts, transactions, encoding);
  }

  /** Plans a set with the usual rates. */
  public FileSetGenerator(
      long seed, int firstAccount, int accounts, long transactions, RecordEncoding encoding) {
    this(seed, firstAccount, accounts, transactions, encoding, Rates.usual());
  }

  /**
   * Plans a set of so many accounts (each with a customer and a card) and daily transactions.
   *
   * @param firstAccount number of the first account; sets whose numbers differ share no key
   */
  public FileSetGenerator(
      long seed,
      int firstAccount,
      int accounts,
      long transactions,
      RecordEncoding encoding,
      Rates rates) {
    this.seed = seed;
    this.rates = rates;
    this.firstAccount = firstAccount;
    this.lastAccount = firstAccount + accounts - 1;
    this.transactions = transactions;
    this.encoding = encoding;
  }

  private interface Rows {
    void write(Sheet sheet) throws IOException;
  }

  /** One file being written. */
  private final class Sheet {
    private final RecordCodec codec;
    private final OutputStream target;

    Sheet(Layout layout, OutputStream target) {
      this.codec = new RecordCodec(layout, encoding);
      this.target = target;
    }

    void add(RecordValues.Builder values) throws IOException {
      add(codec.encode(values.build()));
    }

    void add(byte[] record) throws IOException {
      if (encoding.isEbcdic()) {
        target.write(record);
      } else {
        target.write(record, 0, codec.layout().textLength());
        target.write('\n');
      }
    }
  }

  /** Writes all files into a folder, which is created when missing. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(folder, "trantype", Layouts.TRANSACTION_TYPE, this::types);
    write(folder, "trancatg", Layouts.TRANSACTION_CATEGORY, this::categories);
    write(folder, "discgrp", Layouts.DISCLOSURE_GROUP, this::disclosureGroups);
    write(folder, "custdata", Layouts.CUSTOMER, this::customers);
    write(folder, "acctdata", Layouts.ACCOUNT, this::accounts);
    write(folder, "cardxref", Layouts.CROSS_REFERENCE, this::crossReferences);
    write(folder, "carddata", Layouts.CARD, this::cards);
    write(folder, "tcatbal", Layouts.CATEGORY_BALANCE, this::categoryBalances);
    write(folder, "dailytran", Layouts.TRANSACTION, this::daily);
  }

  private void write(Path folder, String name, Layout layout, Rows rows) throws IOException {
    Path file = folder.resolve(name + (encoding.isEbcdic() ? ".ps" : ".txt"));
    try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file))) {
      rows.write(new Sheet(layout, target));
    }
  }

  private byte[] zeros(int length) {
    return encoding.encode("0".repeat(length));
  }

  private void types(Sheet sheet) throws IOException {
    for (String[] type : TYPES) {
      sheet.add(
          RecordValues.of(Layouts.TRANSACTION_TYPE)
              .text("type-code", type[0])
              .text("description", type[1])
              .raw("filler", zeros(8)));
    }
  }

  private void categories(Sheet sheet) throws IOException {
    for (String[] category : CATEGORIES) {
      sheet.add(
          RecordValues.of(Layouts.TRANSACTION_CATEGORY)
              .text("type-code", category[0])
              .number("category-code", Long.parseLong(category[1]))
              .text("description", category[2])
              .raw("filler", zeros(4)));
    }
  }

  private void disclosureGroups(Sheet sheet) throws IOException {
    for (String group : new String[] {"DEFAULT", "GOLD"}) {
      for (String[] category : CATEGORIES) {
        sheet.add(
            RecordValues.of(Layouts.DISCLOSURE_GROUP)
                .text("group-id", group)
                .text("type-code", category[0])
                .number("category-code", Long.parseLong(category[1]))
                .number("annual-interest-rate", group.equals("GOLD") ? 1250 : 1500)
                .raw("filler", zeros(28)));
      }
    }
  }

  private void customers(Sheet sheet) throws IOException {
    for (int number = firstAccount; number <= lastAccount; number++) {
      Random random = random(1, number);
      int city = random.nextInt(CITIES.length);
      sheet.add(
          RecordValues.of(Layouts.CUSTOMER)
              .number("customer-id", number)
              .text("first-name", pick(FIRST_NAMES, random))
              .text("middle-name", pick(FIRST_NAMES, random))
              .text("last-name", pick(LAST_NAMES, random))
              .text("address-line-1", (1 + random.nextInt(999)) + " Mill Street")
              .text("address-line-2", "Apt. " + (1 + random.nextInt(99)))
              .text("address-line-3", CITIES[city])
              .text("state", STATES[city])
              .text("country", "USA")
              .text("zip", padded(10000 + random.nextInt(80000), 5))
              .text("phone-1", "(512)555-" + padded(random.nextInt(10000), 4))
              .text("phone-2", "(512)555-" + padded(random.nextInt(10000), 4))
              .number("ssn", 900_000_000L + number % 100_000_000)
              .text("government-id", padded(random.nextInt(1_000_000_000), 20))
              .text("date-of-birth", LocalDate.of(1950, 1, 1).plusDays(random.nextInt(18000)) + "")
              .text("eft-account-id", padded(number, 10))
              .text("primary-holder", "Y")
              .number("fico", 300 + random.nextInt(551)));
    }
  }

  private void accounts(Sheet sheet) throws IOException {
    for (int number = firstAccount; number <= lastAccount; number++) {
      Random random = random(2, number);
      long limit = 50_000L + 10_000L * random.nextInt(200);
      sheet.add(
          RecordValues.of(Layouts.ACCOUNT)
              .number("account-id", number)
              .text("active-status", "Y")
              .number("current-balance", limit / 100 * random.nextInt(60))
              .number("credit-limit", limit)
              .number("cash-credit-limit", limit / 2)
              .text("open-date", FIRST_DAY.minusDays(400 + random.nextInt(3000)) + "")
              .text("expiration-date", expiration(number) + "")
              .text("reissue-date", expiration(number) + "")
              .text("group-id", number % 7 == 0 ? "GOLD" : ""));
    }
  }

  private LocalDate expiration(int number) {
    Random random = random(3, number);
    return Rates.hits(rates.expiredAccounts(), random)
        ? FIRST_DAY.minusDays(1 + random.nextInt(300))
        : FIRST_DAY.plusDays(random.nextInt(1200));
  }

  private void crossReferences(Sheet sheet) throws IOException {
    for (int number = firstAccount; number <= lastAccount; number++) {
      sheet.add(
          RecordValues.of(Layouts.CROSS_REFERENCE)
              .text("card-number", cardNumber(number))
              .number("customer-id", number)
              .number("account-id", number));
    }
  }

  private void cards(Sheet sheet) throws IOException {
    for (int number = firstAccount; number <= lastAccount; number++) {
      Random random = random(1, number);
      random.nextInt(CITIES.length);
      String first = pick(FIRST_NAMES, random);
      pick(FIRST_NAMES, random);
      sheet.add(
          RecordValues.of(Layouts.CARD)
              .text("card-number", cardNumber(number))
              .number("account-id", number)
              .number("cvv", random(4, number).nextInt(1000))
              .text("embossed-name", first + " " + pick(LAST_NAMES, random))
              .text("expiration-date", expiration(number) + "")
              .text("active-status", "Y"));
    }
  }

  private void categoryBalances(Sheet sheet) throws IOException {
    for (int number = firstAccount; number <= lastAccount; number++) {
      sheet.add(
          RecordValues.of(Layouts.CATEGORY_BALANCE)
              .number("account-id", number)
              .text("type-code", "01")
              .number("category-code", 1)
              .raw("filler", zeros(22)));
    }
  }

  private void daily(Sheet sheet) throws IOException {
    long id = (firstAccount - 1) * TRANSACTION_IDS_PER_ACCOUNT;
    int amountAt = Layouts.TRANSACTION.field("amount").offset();
    byte noDigit = encoding.encode("?")[0];
    for (long row = 0; row < transactions; row++) {
      Random random = random(5, row);
      int step = 1 + random.nextInt(1000);
      id += row > 0 && Rates.hits(rates.duplicates(), random) ? 0 : step;
      byte[] record = sheet.codec.encode(dailyRow(id, random).build());
      if (Rates.hits(rates.unreadable(), random)) {
        record[amountAt] = noDigit;
      }
      sheet.add(record);
    }
  }

  private RecordValues.Builder dailyRow(long id, Random random) {
    boolean refund = Rates.hits(rates.refunds(), random);
    String shop = pick(SHOPS, random);
    int city = random.nextInt(CITIES.length);
    long amountMinor = 1 + random.nextInt(99_999);
    int account =
        Rates.hits(rates.unknownCards(), random)
            ? lastAccount + 1
            : firstAccount + random.nextInt(lastAccount - firstAccount + 1);
    return RecordValues.of(Layouts.TRANSACTION)
        .text("transaction-id", padded(id, 16))
        .text("type-code", refund ? "03" : "01")
        .number("category-code", 1)
        .text("source", refund ? "OPERATOR" : "POS TERM")
        .text("description", (refund ? "Return item at " : "Purchase at ") + shop)
        .number("amount", refund ? -amountMinor : amountMinor)
        .number("merchant-id", 800_000_000L + random.nextInt(100))
        .text("merchant-name", shop)
        .text("merchant-city", CITIES[city])
        .text("merchant-zip", padded(10000 + random.nextInt(80000), 5))
        .text("card-number", cardNumber(account))
        .text("original-timestamp", FIRST_DAY + " 19:27:53.000000");
  }

  /** A Luhn-valid number under 9999, a beginning that no network issues. */
  private static String cardNumber(int account) {
    String digits = "9999" + padded(account, 11);
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(index) - '0';
      int weighted = index % 2 == 0 ? digit * 2 : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private Random random(int stream, long item) {
    return new Random(seed * 1_000_003L + stream * 7_919L + item * 104_729L);
  }

  private static String pick(String[] choices, Random random) {
    return choices[random.nextInt(choices.length)];
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}

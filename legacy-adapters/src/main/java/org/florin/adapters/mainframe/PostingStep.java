package org.florin.adapters.mainframe;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordReader.Step;
import org.florin.adapters.copybook.RecordValues;
import org.florin.legacyfiles.MainframeCycle;
import org.florin.legacyfiles.MainframePostingPolicy;
import org.florin.legacyfiles.MainframeVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The mainframe's posting program, repeated on files: daily transactions in input order change
 * accounts and category balances, become posted transactions in key order, or go to the reject
 * file. Bytes the program never sets are blanks.
 */
public final class PostingStep {

  /** How the program ended. */
  public sealed interface Ending {

    /** All rows were read. */
    record Completed(long read, long posted, long rejected, long postedMinor, long rejectedMinor)
        implements Ending {

      /** The condition code the mainframe's scheduler sees. */
      public int returnCode() {
        return rejected == 0 ? 0 : 4;
      }
    }

    /** The program stopped at this row; what it had changed before stays changed. */
    record Abended(long row, int code, String reason) implements Ending {}
  }

  private static final long CATEGORY_AMOUNT_MODULUS = 100_000_000_000L;

  private final RecordEncoding encoding;
  private final RecordCodec transactions;
  private final Map<String, String> accountOfCard = new HashMap<>();
  private final TreeMap<String, RecordValues> accounts = new TreeMap<>();
  private final TreeMap<String, RecordValues> categories = new TreeMap<>();
  private final TreeMap<String, byte[]> posted = new TreeMap<>();

  private PostingStep(RecordEncoding encoding) {
    this.encoding = encoding;
    this.transactions = new RecordCodec(Layouts.TRANSACTION, encoding);
  }

  /** Begins with the master files of one day, all in the same encoding. */
  public static PostingStep on(
      RecordEncoding encoding,
      RecordReader crossReferences,
      RecordReader accounts,
      RecordReader categoryBalances)
      throws IOException {
    PostingStep step = new PostingStep(encoding);
    RecordCodec references = new RecordCodec(Layouts.CROSS_REFERENCE, encoding);
    step.load(
        references,
        crossReferences,
        values -> step.accountOfCard.put(values.text("card-number"), values.digits("account-id")));
    step.load(
        new RecordCodec(Layouts.ACCOUNT, encoding),
        accounts,
        values -> step.accounts.put(values.digits("account-id"), values));
    step.load(
        new RecordCodec(Layouts.CATEGORY_BALANCE, encoding),
        categoryBalances,
        values -> step.categories.put(categoryKey(values), values));
    return step;
  }

  private interface Sink {
    void accept(RecordValues values);
  }

  private void load(RecordCodec codec, RecordReader reader, Sink sink) throws IOException {
    for (Step next = reader.next(); next instanceof Step.Found found; next = reader.next()) {
      sink.accept(decoded(codec, found));
    }
  }

  private static RecordValues decoded(RecordCodec codec, Step.Found found) throws IOException {
    if (codec.decode(found.bytes()) instanceof Decoded decoded) {
      return decoded.values();
    }
    throw new IOException(codec.layout().name() + " record " + found.number() + " is unreadable");
  }

  /**
   * Posts the daily file.
   *
   * @param processedAt the processing timestamp every posted transaction gets, 26 characters
   */
  public Ending post(RecordReader daily, String processedAt, OutputStream rejects)
      throws IOException {
    long read = 0;
    long rejected = 0;
    long postedMinor = 0;
    long rejectedMinor = 0;
    for (Step next = daily.next(); next instanceof Step.Found found; next = daily.next()) {
      read++;
      RecordValues row = decoded(transactions, found);
      long amountMinor = row.number("amount");
      String account = accountOfCard.get(row.text("card-number"));
      switch (judge(account, row)) {
        case MainframeVerdict.Rejected refused -> {
          rejected++;
          rejectedMinor = Math.addExact(rejectedMinor, amountMinor);
          RecordCodec rejectCodec = new RecordCodec(Layouts.DAILY_REJECT, encoding);
          rejects.write(
              rejectCodec.encode(CardDemoFormats.rejectValues(found.bytes(), refused.reason())));
        }
        case MainframeVerdict.Accepted accepted -> {
          addToCategory(String.valueOf(account), row);
          addToAccount(String.valueOf(account), amountMinor);
          String id = row.text("transaction-id");
          if (posted.containsKey(id)) {
            return new Ending.Abended(read, 999, "file status 22: transaction id exists");
          }
          posted.put(id, postedTransaction(row, processedAt));
          postedMinor = Math.addExact(postedMinor, amountMinor);
        }
      }
    }
    return new Ending.Completed(read, read - rejected, rejected, postedMinor, rejectedMinor);
  }

  private MainframeVerdict judge(@Nullable String account, RecordValues row) {
    RecordValues record = account == null ? null : accounts.get(account);
    Optional<MainframeCycle> cycle = Optional.ofNullable(record).map(PostingStep::cycle);
    return MainframePostingPolicy.judge(
        account != null, cycle, row.number("amount"), row.text("original-timestamp"));
  }

  private static MainframeCycle cycle(RecordValues account) {
    return new MainframeCycle(
        account.number("current-balance"),
        account.number("credit-limit"),
        account.number("current-cycle-credit"),
        account.number("current-cycle-debit"),
        account.text("expiration-date"));
  }

  private void addToCategory(String account, RecordValues row) {
    String key = account + row.text("type-code") + row.digits("category-code");
    RecordValues before = categories.get(key);
    RecordValues.Builder after =
        before == null
            ? RecordValues.of(Layouts.CATEGORY_BALANCE)
                .number("account-id", Long.parseLong(account))
                .text("type-code", row.text("type-code"))
                .number("category-code", row.number("category-code"))
            : before.change();
    long balance = before == null ? 0 : before.number("balance");
    after.number("balance", (balance + row.number("amount")) % CATEGORY_AMOUNT_MODULUS);
    categories.put(key, after.build());
  }

  private void addToAccount(String account, long amountMinor) {
    RecordValues before = accounts.get(account);
    if (before == null) {
      return;
    }
    MainframeCycle after = cycle(before).posted(amountMinor);
    accounts.put(
        account,
        before
            .change()
            .number("current-balance", after.balanceMinor())
            .number("current-cycle-credit", after.cycleCreditMinor())
            .number("current-cycle-debit", after.cycleDebitMinor())
            .build());
  }

  private byte[] postedTransaction(RecordValues row, String processedAt) {
    return transactions.encode(
        row.change().text("processing-timestamp", processedAt).raw("filler", new byte[0]).build());
  }

  private static String categoryKey(RecordValues category) {
    return category.digits("account-id")
        + category.text("type-code")
        + category.digits("category-code");
  }

  /** Writes the accounts as they now are, in key order. */
  public void writeAccounts(OutputStream target) throws IOException {
    write(new RecordCodec(Layouts.ACCOUNT, encoding), accounts, target);
  }

  /** Writes the category balances as they now are, in key order. */
  public void writeCategoryBalances(OutputStream target) throws IOException {
    write(new RecordCodec(Layouts.CATEGORY_BALANCE, encoding), categories, target);
  }

  /** Writes the posted transactions in key order. */
  public void writeTransactions(OutputStream target) throws IOException {
    for (byte[] record : posted.values()) {
      target.write(record);
    }
  }

  private static void write(
      RecordCodec codec, TreeMap<String, RecordValues> records, OutputStream target)
      throws IOException {
    for (RecordValues record : records.values()) {
      target.write(codec.encode(record));
    }
  }
}

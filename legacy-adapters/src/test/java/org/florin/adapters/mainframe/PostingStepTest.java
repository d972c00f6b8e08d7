package org.florin.adapters.mainframe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordReader.Step;
import org.florin.adapters.copybook.RecordValues;
import org.florin.adapters.mainframe.FileSets.FileSet;
import org.florin.adapters.mainframe.PostingStep.Ending;
import org.florin.legacyfiles.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostingStepTest {

  private static final String PROCESSED_AT = "2022-06-11-10.20.30.400000";

  /** The outputs of one run. */
  private record Outputs(
      Ending ending, byte[] rejects, byte[] accounts, byte[] categories, byte[] transactions) {}

  static Stream<FileSet> fileSets() throws IOException {
    return FileSets.all();
  }

  private static Outputs post(FileSet set, byte[] dailyFile) throws IOException {
    PostingStep step =
        PostingStep.on(
            set.encoding(),
            set.reader(FileKind.CROSS_REFERENCES),
            set.reader(FileKind.ACCOUNTS),
            set.reader(FileKind.CATEGORY_BALANCES));
    ByteArrayOutputStream rejects = new ByteArrayOutputStream();
    RecordReader daily =
        RecordReader.of(
            new ByteArrayInputStream(dailyFile), set.codec(FileKind.DAILY_TRANSACTIONS));
    Ending ending = step.post(daily, PROCESSED_AT, rejects);
    ByteArrayOutputStream accounts = new ByteArrayOutputStream();
    step.writeAccounts(accounts);
    ByteArrayOutputStream categories = new ByteArrayOutputStream();
    step.writeCategoryBalances(categories);
    ByteArrayOutputStream transactions = new ByteArrayOutputStream();
    step.writeTransactions(transactions);
    return new Outputs(
        ending,
        rejects.toByteArray(),
        accounts.toByteArray(),
        categories.toByteArray(),
        transactions.toByteArray());
  }

  private static Outputs post(FileSet set) throws IOException {
    return post(set, set.bytes(FileKind.DAILY_TRANSACTIONS));
  }

  private static long sum(RecordCodec codec, RecordReader reader, String field) throws IOException {
    long sum = 0;
    for (Step step = reader.next(); step instanceof Step.Found found; step = reader.next()) {
      sum += assertInstanceOf(Decoded.class, codec.decode(found.bytes())).values().number(field);
    }
    return sum;
  }

  private static long sumFixed(FileSet set, FileKind kind, byte[] bytes, String field)
      throws IOException {
    RecordCodec codec = set.codec(kind);
    return sum(
        codec, RecordReader.fixedLength(new ByteArrayInputStream(bytes), codec.layout()), field);
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void every_row_is_posted_or_rejected_and_all_totals_tie(FileSet set) throws IOException {
    Outputs outputs = post(set);
    Ending.Completed done = assertInstanceOf(Ending.Completed.class, outputs.ending());
    assertEquals(done.read(), done.posted() + done.rejected());
    assertEquals(430 * done.rejected(), outputs.rejects().length);
    assertEquals(350 * done.posted(), outputs.transactions().length);
    assertEquals(done.rejected() == 0 ? 0 : 4, done.returnCode());
    FileKind accounts = FileKind.ACCOUNTS;
    long before = sum(set.codec(accounts), set.reader(accounts), "current-balance");
    assertEquals(
        before + done.postedMinor(),
        sumFixed(set, accounts, outputs.accounts(), "current-balance"));
    FileKind categories = FileKind.CATEGORY_BALANCES;
    long categoriesBefore = sum(set.codec(categories), set.reader(categories), "balance");
    assertEquals(
        categoriesBefore + done.postedMinor(),
        sumFixed(set, categories, outputs.categories(), "balance"));
    assertEquals(
        done.postedMinor(),
        sumFixed(set, FileKind.DAILY_TRANSACTIONS, outputs.transactions(), "amount"));
  }

  @Test
  void the_generated_set_has_rows_of_every_outcome() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ascii());
    String rejects = new String(post(set).rejects(), Charset.forName("US-ASCII"));
    for (String reason : List.of("0100INVALID", "0102OVERLIMIT", "0103TRANSACTION")) {
      assertTrue(rejects.contains(reason), reason);
    }
  }

  @Test
  void ascii_and_ebcdic_give_the_same_files_but_for_the_code() throws IOException {
    Charset codePage = Charset.forName("IBM037");
    Outputs ascii = post(FileSets.generated(RecordEncoding.ascii()));
    Outputs ebcdic = post(FileSets.generated(RecordEncoding.ebcdic()));
    assertEquals(ascii.ending(), ebcdic.ending());
    assertEquals(
        new String(ascii.rejects(), Charset.forName("US-ASCII")),
        new String(ebcdic.rejects(), codePage));
    assertEquals(
        new String(ascii.accounts(), Charset.forName("US-ASCII")),
        new String(ebcdic.accounts(), codePage));
    Optional<FileSet> sampleAscii = FileSets.sample("ASCII");
    Optional<FileSet> sampleEbcdic = FileSets.sample("EBCDIC");
    if (sampleAscii.isPresent() && sampleEbcdic.isPresent()) {
      assertEquals(
          new String(post(sampleAscii.get()).rejects(), Charset.forName("US-ASCII")),
          new String(post(sampleEbcdic.get()).rejects(), codePage));
    }
  }

  @Test
  void a_reject_is_the_row_unchanged_with_reason_and_text() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ebcdic());
    byte[] daily = Arrays.copyOf(set.bytes(FileKind.DAILY_TRANSACTIONS), 350);
    byte[] unknown = RecordEncoding.ebcdic().encode("0000000000000000");
    System.arraycopy(unknown, 0, daily, 262, 16);
    byte[] reject = post(set, daily).rejects();
    assertArrayEquals(daily, Arrays.copyOf(reject, 350));
    String trailer = new String(reject, 350, 80, Charset.forName("IBM037"));
    assertEquals("0100INVALID CARD NUMBER FOUND", trailer.stripTrailing());
  }

  @Test
  void a_posted_row_gets_the_processing_time_and_keeps_everything_else() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ascii());
    byte[] posted = Arrays.copyOf(post(set).transactions(), 350);
    String record = new String(posted, Charset.forName("US-ASCII"));
    assertEquals(PROCESSED_AT, record.substring(304, 330));
    assertTrue(record.substring(330).isBlank());
  }

  @Test
  void a_repeated_id_stops_the_program_after_it_changed_the_account() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ebcdic());
    byte[] first = firstPostedRow(set);
    byte[] twice = new byte[700];
    System.arraycopy(first, 0, twice, 0, 350);
    System.arraycopy(first, 0, twice, 350, 350);
    Outputs once = post(set, first);
    Outputs repeated = post(set, twice);
    assertEquals(2, assertInstanceOf(Ending.Abended.class, repeated.ending()).row());
    long amount = amount(first);
    FileKind accounts = FileKind.ACCOUNTS;
    assertEquals(
        sumFixed(set, accounts, once.accounts(), "current-balance") + amount,
        sumFixed(set, accounts, repeated.accounts(), "current-balance"));
    assertArrayEquals(once.transactions(), repeated.transactions());
  }

  private static byte[] firstPostedRow(FileSet set) throws IOException {
    byte[] daily = set.bytes(FileKind.DAILY_TRANSACTIONS);
    for (int at = 0; at < daily.length; at += 350) {
      byte[] row = Arrays.copyOfRange(daily, at, at + 350);
      if (amount(row) > 0 && post(set, row).rejects().length == 0) {
        return row;
      }
    }
    throw new AssertionError("no row of the generated set is posted");
  }

  private static long amount(byte[] row) {
    RecordCodec codec = new RecordCodec(Layouts.TRANSACTION, RecordEncoding.ebcdic());
    return assertInstanceOf(Decoded.class, codec.decode(row)).values().number("amount");
  }

  @Test
  void a_category_without_balance_gets_one() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ebcdic());
    Outputs outputs = post(set);
    RecordCodec codec = set.codec(FileKind.CATEGORY_BALANCES);
    RecordReader reader =
        RecordReader.fixedLength(new ByteArrayInputStream(outputs.categories()), codec.layout());
    String previous = "";
    int returns = 0;
    for (Step step = reader.next(); step instanceof Step.Found found; step = reader.next()) {
      RecordValues values = assertInstanceOf(Decoded.class, codec.decode(found.bytes())).values();
      String key =
          values.digits("account-id") + values.text("type-code") + values.digits("category-code");
      assertTrue(previous.compareTo(key) < 0, "keys ascend");
      previous = key;
      returns += values.text("type-code").equals("03") ? 1 : 0;
    }
    assertTrue(returns > 0);
  }
}

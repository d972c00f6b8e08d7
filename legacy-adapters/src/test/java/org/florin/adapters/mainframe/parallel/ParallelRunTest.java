package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.SharedFolder;
import org.florin.adapters.mainframe.FileSets;
import org.florin.adapters.mainframe.FileSets.FileSet;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.ImportMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParallelRunTest {

  private static final LocalDateTime POST = LocalDateTime.parse("2022-06-11T10:20:30.40");
  private static final LocalDateTime INTEREST = LocalDateTime.parse("2022-07-18T01:02:03.45");
  private static final Charset CP037 = Charset.forName("IBM037");
  private static final Set<RunStep> ALL = EnumSet.allOf(RunStep.class);
  private static final int DAILY_LENGTH = 350;

  @TempDir Path scratch;

  private final Map<RunStep, Ending> endings = new EnumMap<>(RunStep.class);

  static Stream<FileSet> fileSets() throws IOException {
    return FileSets.all();
  }

  private Path folderOf(FileSet set) throws IOException {
    return folderOf(set, set.bytes(FileKind.DAILY_TRANSACTIONS));
  }

  private Path folderOf(FileSet set, byte[] daily) throws IOException {
    Path folder = Files.createTempDirectory(scratch, "in");
    for (FileKind kind : FileKind.values()) {
      byte[] bytes = kind == FileKind.DAILY_TRANSACTIONS ? daily : set.bytes(kind);
      Files.write(folder.resolve(kind.code()), bytes);
    }
    return folder;
  }

  private RunOrder order(Path in, ImportMode mode, Optional<Boolean> ascii, Set<RunStep> steps)
      throws IOException {
    return new RunOrder(
        in,
        Files.createTempDirectory(scratch, "out"),
        mode,
        ascii,
        steps,
        POST,
        INTEREST,
        INTEREST,
        "2022071800",
        POST.toLocalDate(),
        INTEREST.toLocalDate());
  }

  private int run(RunOrder order) throws IOException {
    endings.clear();
    return ParallelRun.of(order, endings::put);
  }

  private static String text(RunOrder order, String name, Charset charset) throws IOException {
    return new String(Files.readAllBytes(order.out().resolve(name)), charset);
  }

  /** The records of a file as text in full length. */
  private static List<String> lines(FileSet set, FileKind kind) throws IOException {
    Charset charset = set.encoding().isEbcdic() ? CP037 : StandardCharsets.US_ASCII;
    int length = set.codec(kind).layout().recordLength();
    List<String> lines = new ArrayList<>();
    RecordReader reader = set.reader(kind);
    while (reader.next() instanceof RecordReader.Step.Found found) {
      String line = new String(found.bytes(), charset);
      lines.add(line + " ".repeat(length - line.length()));
    }
    return lines;
  }

  private static PlainDay plainDay(FileSet set) throws IOException {
    return new PlainDay(
        new PlainDay.Input(
            lines(set, FileKind.CROSS_REFERENCES),
            lines(set, FileKind.ACCOUNTS),
            lines(set, FileKind.CATEGORY_BALANCES),
            lines(set, FileKind.DAILY_TRANSACTIONS),
            lines(set, FileKind.DISCLOSURE_GROUPS),
            lines(set, FileKind.TRANSACTION_TYPES),
            lines(set, FileKind.TRANSACTION_CATEGORIES),
            lines(set, FileKind.CUSTOMERS)),
        "2022-06-11-10.20.30.400000",
        "2022-07-18-01.02.03.450000",
        "2022071800",
        new String[] {"2022-06-11", "2022-07-18"});
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void compatible_mode_agrees_to_the_byte_with_a_second_derivation(FileSet set) throws IOException {
    Map<String, String> expected = plainDay(set).outputs;
    for (boolean ascii : new boolean[] {true, false}) {
      RunOrder order = order(folderOf(set), ImportMode.COMPATIBLE, Optional.of(ascii), ALL);
      assertEquals(ParallelRun.WITH_EXCEPTIONS, run(order));
      for (Map.Entry<String, String> file : expected.entrySet()) {
        String made = text(order, file.getKey(), ascii ? StandardCharsets.US_ASCII : CP037);
        assertEquals(file.getValue(), made, file.getKey());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void the_same_order_gives_the_same_bytes(FileSet set) throws IOException {
    Path in = folderOf(set);
    RunOrder first = order(in, ImportMode.COMPATIBLE, Optional.empty(), ALL);
    RunOrder second = order(in, ImportMode.COMPATIBLE, Optional.empty(), ALL);
    run(first);
    run(second);
    assertEquals(
        text(first, "summary.json", StandardCharsets.UTF_8),
        text(second, "summary.json", StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.list(first.out())) {
      for (Path file : files.toList()) {
        assertEquals(-1, Files.mismatch(file, second.out().resolve(file.getFileName())));
        assertFalse(file.getFileName().toString().startsWith("."), "nothing half-written stays");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void an_export_split_again_gives_every_named_field_back(FileSet set) throws IOException {
    RunOrder order = order(folderOf(set), ImportMode.COMPATIBLE, Optional.of(false), ALL);
    run(order);
    assertArrayEquals(
        Files.readAllBytes(order.out().resolve("TRANSACT.COMBINED")),
        Files.readAllBytes(order.out().resolve("TRANSACT.IMPORT")));
    assertEquals(
        withoutFiller(text(order, "ACCTDATA.INTEREST", CP037), 300, 122),
        withoutFiller(text(order, "ACCTDATA.IMPORT", CP037), 300, 122));
    assertEquals(
        String.join("", lines(set, FileKind.CUSTOMERS)), text(order, "CUSTDATA.IMPORT", CP037));
    assertEquals(0, Files.size(order.out().resolve("IMPORT.ERRORS")));
    assertEquals(0, Files.size(order.out().resolve("EXPORT.DATA")) % 500);
  }

  private static List<String> withoutFiller(String records, int length, int named) {
    List<String> cut = new ArrayList<>();
    for (int at = 0; at < records.length(); at += length) {
      cut.add(records.substring(at, at + named));
    }
    return cut;
  }

  /** The sample's own export is of another day, but cards and cross references are the same. */
  @Test
  void cards_and_references_are_exported_as_the_sample_has_them() throws IOException {
    Optional<Path> sample =
        SharedFolder.find("data/carddemo/EBCDIC/AWS.M2.CARDDEMO.EXPORT.DATA.PS");
    if (sample.isPresent()) {
      RunOrder order =
          order(
              folderOf(FileSets.sample("EBCDIC").orElseThrow()),
              ImportMode.COMPATIBLE,
              Optional.empty(),
              ALL);
      run(order);
      Path made = order.out().resolve("EXPORT.DATA");
      for (char type : new char[] {'X', 'D'}) {
        assertEquals(payloads(sample.get(), type), payloads(made, type));
      }
    }
  }

  private static List<String> payloads(Path export, char type) throws IOException {
    byte[] bytes = Files.readAllBytes(export);
    byte wanted = RecordEncoding.ebcdic().encode(String.valueOf(type))[0];
    List<String> payloads = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += 500) {
      if (bytes[at] == wanted) {
        payloads.add(HexFormat.of().formatHex(bytes, at + 31, at + 127));
      }
    }
    return payloads;
  }

  @Test
  void the_sample_rejects_what_is_known_of_it() throws IOException {
    for (String encoding : List.of("ASCII", "EBCDIC")) {
      Optional<FileSet> sample = FileSets.sample(encoding);
      if (sample.isPresent()) {
        run(order(folderOf(sample.get()), ImportMode.COMPATIBLE, Optional.empty(), ALL));
        Map<String, Long> figures = figures(RunStep.POST);
        assertEquals(300, figures.get("read"));
        assertEquals(38, figures.get("rejected"));
        assertEquals(2_684_684, figures.get("rejected_amount"));
        assertEquals(10_480_154 - 2_684_684, figures.get("posted_amount"));
      }
    }
  }

  private Map<String, Long> figures(RunStep step) {
    return assertInstanceOf(Ending.Completed.class, endings.get(step)).figures();
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void correct_mode_posts_every_known_card_and_tells_each_difference(FileSet set)
      throws IOException {
    RunOrder compatible = order(folderOf(set), ImportMode.COMPATIBLE, Optional.empty(), ALL);
    run(compatible);
    long rejected = figures(RunStep.POST).get("rejected");
    RunOrder correct = order(folderOf(set), ImportMode.CORRECT, Optional.empty(), ALL);
    run(correct);
    Map<String, Long> figures = figures(RunStep.POST);
    assertEquals(0, figures.get("rejected"));
    assertEquals(
        figures.get("read"),
        figures.get("posted") + figures.get("in_suspense") + figures.get("unchanged"));
    assertEquals(
        figures.get("read_amount"),
        figures.get("posted_amount")
            + figures.get("suspense_amount")
            + figures.get("unchanged_amount"));
    assertEquals(0, Files.size(correct.out().resolve("DALYREJS")));
    assertEquals(
        figures.get("in_suspense") * DAILY_LENGTH, Files.size(correct.out().resolve("SUSPENSE")));
    for (RunOrder order : List.of(compatible, correct)) {
      String report = text(order, "differences.csv", StandardCharsets.UTF_8);
      assertEquals(rejected, report.lines().filter(line -> line.contains("\"posting of ")).count());
      assertTrue(report.contains("the mainframe's loop ends before it comes to the last account"));
      assertTrue(report.contains("the mainframe adds the last amount a second time"));
    }
  }

  @Test
  void a_repeated_id_stops_the_program_after_it_changed_the_account() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ebcdic());
    byte[] row = firstPostedRow(set);
    byte[] twice = Arrays.copyOf(row, 2 * DAILY_LENGTH);
    System.arraycopy(row, 0, twice, DAILY_LENGTH, DAILY_LENGTH);
    RunOrder once = order(folderOf(set, row), ImportMode.COMPATIBLE, Optional.empty(), ALL);
    assertEquals(ParallelRun.CLEAN, run(once));
    RunOrder again = order(folderOf(set, twice), ImportMode.COMPATIBLE, Optional.empty(), ALL);
    assertEquals(ParallelRun.ABENDED, run(again));

    Ending.Abended abended = assertInstanceOf(Ending.Abended.class, endings.get(RunStep.POST));
    assertEquals(2, abended.record());
    assertEquals("999", abended.code());
    assertEquals(Set.of(RunStep.POST), endings.keySet());
    assertEquals(text(once, "TRANSACT.POSTED", CP037), text(again, "TRANSACT.POSTED", CP037));
    assertFalse(text(once, "ACCTDATA.POSTED", CP037).equals(text(again, "ACCTDATA.POSTED", CP037)));

    RunOrder correct = order(folderOf(set, twice), ImportMode.CORRECT, Optional.empty(), ALL);
    assertEquals(ParallelRun.CLEAN, run(correct));
    assertEquals(1, figures(RunStep.POST).get("unchanged"));
    assertEquals(text(once, "ACCTDATA.POSTED", CP037), text(correct, "ACCTDATA.POSTED", CP037));
  }

  private static byte[] firstPostedRow(FileSet set) throws IOException {
    String id = plainDay(set).outputs.get("TRANSACT.POSTED").substring(0, 16);
    byte[] daily = set.bytes(FileKind.DAILY_TRANSACTIONS);
    byte[] wanted = set.encoding().encode(id);
    for (int at = 0; at < daily.length; at += DAILY_LENGTH) {
      if (Arrays.equals(wanted, Arrays.copyOfRange(daily, at, at + 16))) {
        return Arrays.copyOfRange(daily, at, at + DAILY_LENGTH);
      }
    }
    throw new AssertionError("no row of the generated set is posted");
  }

  @Test
  void an_amount_that_is_no_number_stops_the_program_or_waits() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ebcdic());
    byte[] daily = set.bytes(FileKind.DAILY_TRANSACTIONS).clone();
    daily[DAILY_LENGTH * 4 + 140] = 0x15;
    Path in = folderOf(set, daily);
    assertEquals(ParallelRun.ABENDED, run(order(in, ImportMode.COMPATIBLE, Optional.empty(), ALL)));
    Ending.Abended abended = assertInstanceOf(Ending.Abended.class, endings.get(RunStep.POST));
    assertEquals("S0C7", abended.code());
    assertTrue(
        abended
            .reason()
            .endsWith(
                "record 5, offset "
                    + (DAILY_LENGTH * 4 + 140)
                    + ": amount: byte 0x15 is no digit"));

    assertEquals(
        ParallelRun.WITH_EXCEPTIONS, run(order(in, ImportMode.CORRECT, Optional.empty(), ALL)));
    assertTrue(figures(RunStep.POST).get("in_suspense") > 0);
  }

  @Test
  void each_step_runs_alone_on_what_earlier_runs_left() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ascii());
    RunOrder whole = order(folderOf(set), ImportMode.COMPATIBLE, Optional.empty(), ALL);
    run(whole);
    Path in = folderOf(set);
    for (RunStep step : RunStep.values()) {
      RunOrder alone = order(in, ImportMode.COMPATIBLE, Optional.empty(), Set.of(step));
      assertTrue(run(alone) < ParallelRun.ABENDED, step::code);
      try (Stream<Path> files = Files.list(alone.out())) {
        for (Path file : files.toList()) {
          String name = file.getFileName().toString();
          if (!name.endsWith(".json") && !name.endsWith(".csv")) {
            assertEquals(-1, Files.mismatch(file, whole.out().resolve(name)), name);
          }
          Files.copy(file, in.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Test
  void a_step_without_its_input_says_what_is_missing() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ascii());
    RunOrder order =
        order(folderOf(set), ImportMode.COMPATIBLE, Optional.empty(), Set.of(RunStep.REPORT));
    IOException missing = assertThrows(IOException.class, () -> run(order));
    assertTrue(missing.getMessage().contains("no posted transactions"));
  }

  @Test
  void two_different_files_of_a_kind_are_refused() throws IOException {
    FileSet set = FileSets.generated(RecordEncoding.ascii());
    Path in = folderOf(set);
    byte[] accounts = set.bytes(FileKind.ACCOUNTS);
    Files.write(in.resolve("accounts.second"), Arrays.copyOf(accounts, accounts.length - 301));
    IOException refused =
        assertThrows(
            IOException.class, () -> run(order(in, ImportMode.COMPATIBLE, Optional.empty(), ALL)));
    assertTrue(refused.getMessage().contains("are both accounts"));
  }

  @Test
  void a_range_without_transactions_gives_an_empty_report() throws IOException {
    Path in = folderOf(FileSets.generated(RecordEncoding.ascii()));
    RunOrder order = order(in, ImportMode.COMPATIBLE, Optional.empty(), ALL);
    LocalDate day = LocalDate.of(1999, 1, 1);
    RunOrder early =
        new RunOrder(
            in,
            order.out(),
            order.mode(),
            order.asciiOutput(),
            order.steps(),
            POST,
            INTEREST,
            INTEREST,
            "2022071800",
            day,
            day);
    run(early);
    assertEquals(0, Files.size(early.out().resolve("TRANREPT")));
  }
}

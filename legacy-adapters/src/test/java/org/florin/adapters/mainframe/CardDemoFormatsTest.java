package org.florin.adapters.mainframe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordReader;
import org.florin.adapters.copybook.RecordReader.Step;
import org.florin.adapters.copybook.RecordValues;
import org.florin.adapters.copybook.SharedFolder;
import org.florin.adapters.mainframe.FileSets.FileSet;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Recognition;
import org.florin.legacyfiles.LegacyFormats.Records;
import org.florin.legacyfiles.LegacyFormats.Screen;
import org.florin.legacyfiles.LegacyRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardDemoFormatsTest {

  private final CardDemoFormats formats = new CardDemoFormats();

  static Stream<FileSet> fileSets() throws IOException {
    return FileSets.all();
  }

  private List<Reading> readings(FileKind kind, String encoding, byte[] bytes) throws IOException {
    List<Reading> readings = new ArrayList<>();
    try (Records records = formats.records(kind, encoding, new ByteArrayInputStream(bytes), 0, 0)) {
      Reading reading;
      do {
        reading = records.next();
        readings.add(reading);
      } while (reading instanceof Reading.Read || reading instanceof Reading.Faulty);
    }
    return readings;
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void every_kind_is_recognised_and_every_record_is_read(FileSet set) throws IOException {
    assertEquals(EnumSet.allOf(FileKind.class), EnumSet.copyOf(set.files().keySet()));
    for (FileKind kind : FileKind.values()) {
      List<Reading> readings = readings(kind, set.encoding().name(), set.bytes(kind));
      for (Reading reading : readings.subList(0, readings.size() - 1)) {
        assertInstanceOf(Reading.Read.class, reading, () -> kind + ": " + reading);
      }
      assertEquals(new Reading.End(readings.size() - 1), readings.get(readings.size() - 1));
    }
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void every_record_is_written_as_it_was_read(FileSet set) throws IOException {
    for (FileKind kind : FileKind.values()) {
      RecordCodec codec = set.codec(kind);
      RecordReader reader = set.reader(kind);
      for (Step step = reader.next(); step instanceof Step.Found found; step = reader.next()) {
        Decoded decoded = assertInstanceOf(Decoded.class, codec.decode(found.bytes()));
        byte[] written = codec.encode(decoded.values());
        assertArrayEquals(found.bytes(), Arrays.copyOf(written, found.bytes().length));
      }
    }
  }

  @Test
  void both_encodings_of_a_generated_set_say_the_same() throws IOException {
    List<FileSet> sets = FileSets.all().toList();
    for (FileKind kind : FileKind.values()) {
      assertEquals(
          facts(sets.get(0), kind), facts(sets.get(1), kind), kind + " in ASCII and EBCDIC");
    }
  }

  private List<String> facts(FileSet set, FileKind kind) throws IOException {
    return readings(kind, set.encoding().name(), set.bytes(kind)).stream()
        .map(
            reading ->
                reading instanceof Reading.Read read
                    ? read.line() + " " + read.item()
                    : reading.toString())
        .map(fact -> fact.replaceAll("image=\\S+", ""))
        .toList();
  }

  @Test
  void the_sample_has_the_counts_and_sums_that_are_known_of_it() throws IOException {
    for (String encoding : List.of("ASCII", "EBCDIC")) {
      Optional<FileSet> sample = FileSets.sample(encoding);
      if (sample.isPresent()) {
        assertSample(sample.get());
      }
    }
  }

  private void assertSample(FileSet set) throws IOException {
    Map<FileKind, Integer> counts = new TreeMap<>();
    long sumMinor = 0;
    long smallest = 0;
    long largest = 0;
    for (FileKind kind : FileKind.values()) {
      for (Reading reading : readings(kind, set.encoding().name(), set.bytes(kind))) {
        if (reading instanceof Reading.Read read) {
          counts.merge(kind, 1, Integer::sum);
          if (read.item() instanceof LegacyRecord.DailyTransaction daily) {
            sumMinor += daily.amountMinor();
            smallest = Math.min(smallest, daily.amountMinor());
            largest = Math.max(largest, daily.amountMinor());
          }
        }
      }
    }
    assertEquals(
        "{TRANSACTION_TYPES=7, TRANSACTION_CATEGORIES=18, DISCLOSURE_GROUPS=51, CUSTOMERS=50,"
            + " CROSS_REFERENCES=50, ACCOUNTS=50, CARDS=50, CATEGORY_BALANCES=50,"
            + " DAILY_TRANSACTIONS=300}",
        counts.toString());
    assertEquals(10_480_154, sumMinor);
    assertEquals(-99_833, smallest);
    assertEquals(99_977, largest);
  }

  @Test
  void every_file_of_the_sample_is_taken_or_left_for_a_reason() throws IOException {
    Map<String, String> left = new TreeMap<>();
    Optional<Path> folder = SharedFolder.find("data/carddemo/EBCDIC");
    if (folder.isPresent()) {
      try (Stream<Path> files = Files.list(folder.get())) {
        for (Path file : files.toList()) {
          byte[] bytes = Files.readAllBytes(file);
          String name = file.getFileName().toString();
          switch (formats.recognise(name, Arrays.copyOf(bytes, Math.min(bytes.length, 65536)))) {
            case Recognition.Ignored ignored -> left.put(name, ignored.reason());
            case Recognition.Unknown unknown -> left.put(name, "unknown: " + unknown.reason());
            case Recognition.Recognised taken -> assertFalse(taken.encoding().equals("ascii"));
          }
        }
      }
      left.remove("AWS.M2.CARDDEMO.USRSEC.PS");
      assertEquals(
          List.of(
              "AWS.M2.CARDDEMO.DALYTRAN.PS.INIT",
              "AWS.M2.CARDDEMO.EXPORT.DATA.PS",
              "AWS.M2.CARDDEMO.IMSDATA.DBPAUTP0.dat"),
          List.copyOf(left.keySet()));
      assertTrue(left.values().stream().noneMatch(reason -> reason.startsWith("unknown")));
    }
  }

  @Test
  void a_file_of_users_and_passwords_is_left() {
    RecordCodec codec = new RecordCodec(Layouts.USER_SECURITY, RecordEncoding.ebcdic());
    RecordValues.Builder user =
        RecordValues.of(Layouts.USER_SECURITY).text("user-id", "SOMEBODY").text("user-type", "A");
    assertInstanceOf(
        Recognition.Ignored.class, formats.recognise("users", codec.encode(user.build())));
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void a_damaged_byte_harms_no_other_record(FileSet set) throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      FileKind kind = FileKind.values()[random.nextInt(FileKind.values().length)];
      byte[] damaged = set.bytes(kind).clone();
      int at = random.nextInt(damaged.length);
      damaged[at] = (byte) random.nextInt(256);
      List<Reading> whole = readings(kind, set.encoding().name(), set.bytes(kind));
      List<Reading> readings = readings(kind, set.encoding().name(), damaged);
      long faulty = readings.stream().filter(Reading.Faulty.class::isInstance).count();
      // A damaged line end joins or splits a line of a text file: two records at most.
      assertTrue(faulty <= 2, set + " " + kind + " seed " + seed);
      assertTrue(Math.abs(whole.size() - readings.size()) <= 1, set + " " + kind + " seed " + seed);
    }
  }

  @Test
  void a_fault_tells_line_offset_field_and_reason() throws IOException {
    FileSet set = FileSets.all().toList().get(1);
    byte[] damaged = set.bytes(FileKind.DAILY_TRANSACTIONS).clone();
    damaged[350 * 4 + 140] = 0x40;
    Reading reading = readings(FileKind.DAILY_TRANSACTIONS, set.encoding().name(), damaged).get(4);
    assertEquals(
        new Reading.Faulty(5, 350 * 4 + 140, 350 * 5, "amount", "byte 0x40 is no digit"), reading);
  }

  @Test
  void a_date_that_never_was_is_a_fault() throws IOException {
    FileSet set = FileSets.all().toList().get(0);
    byte[] damaged = set.bytes(FileKind.ACCOUNTS).clone();
    System.arraycopy("0000-00-00".getBytes(StandardCharsets.US_ASCII), 0, damaged, 58, 10);
    Reading.Faulty faulty =
        assertInstanceOf(
            Reading.Faulty.class, readings(FileKind.ACCOUNTS, "ascii", damaged).get(0));
    assertEquals("expiration-date", faulty.field());
    assertEquals(58, faulty.offset());
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void the_screen_blots_out_security_codes_and_nothing_else(FileSet set) throws IOException {
    for (FileKind kind : FileKind.values()) {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      Screen screen = formats.screen(kind, set.encoding().name(), kept);
      writeInPieces(screen, set.bytes(kind));
      List<Reading> before = readings(kind, set.encoding().name(), set.bytes(kind));
      assertEquals(before.get(before.size() - 1), screen.verdict());
      if (kind == FileKind.CARDS) {
        RecordReader reader =
            RecordReader.of(new ByteArrayInputStream(kept.toByteArray()), set.codec(kind));
        for (Step step = reader.next(); step instanceof Step.Found found; step = reader.next()) {
          Decoded card = assertInstanceOf(Decoded.class, set.codec(kind).decode(found.bytes()));
          assertEquals(0, card.values().number("cvv"));
        }
        assertEquals(
            before.toString(),
            readings(kind, set.encoding().name(), kept.toByteArray()).toString());
      } else {
        assertArrayEquals(set.bytes(kind), kept.toByteArray());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fileSets")
  void a_file_cut_inside_a_record_is_torn(FileSet set) throws IOException {
    for (FileKind kind : FileKind.values()) {
      byte[] whole = set.bytes(kind);
      Screen screen = formats.screen(kind, set.encoding().name(), OutputStream.nullOutputStream());
      writeInPieces(screen, Arrays.copyOf(whole, whole.length - 20));
      assertInstanceOf(Reading.Torn.class, screen.verdict(), kind::toString);
    }
    Screen empty = formats.screen(FileKind.ACCOUNTS, "ascii", OutputStream.nullOutputStream());
    assertInstanceOf(Reading.Torn.class, empty.verdict());
  }

  private static void writeInPieces(Screen screen, byte[] bytes) throws IOException {
    Random random = new Random(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(700));
      screen.write(bytes, at, length);
      at += length;
    }
  }

  @Test
  void nothing_of_a_card_number_shows_in_a_log() {
    LegacyRecord card =
        new LegacyRecord.CrossReference("9999000000000017", "000000001", "00000000001");
    assertEquals("CrossReference[*0017]", card.toString());
  }
}

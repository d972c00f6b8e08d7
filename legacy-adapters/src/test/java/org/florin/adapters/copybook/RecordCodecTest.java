package org.florin.adapters.copybook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.florin.adapters.copybook.Decoding.Decoded;
import org.florin.adapters.copybook.Decoding.Undecodable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCodecTest {

  private static final RecordEncoding ASCII = RecordEncoding.ascii();
  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();

  private static Layout single(String picture) {
    Picture parsed = Picture.parse(picture);
    return new Layout(
        "one", parsed.length(), parsed.length(), List.of(new Field("value", 0, parsed)));
  }

  private static Decoding decode(String picture, RecordEncoding encoding, byte[] bytes) {
    return new RecordCodec(single(picture), encoding).decode(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0000005047G, 50477",
    "0000009190}, -91900",
    "0000000000{, 0",
    "0000000000}, 0",
    "9999999999I, 99999999999",
    "9999999999R, -99999999999",
    "0000000001A, 11",
    "0000000001J, -11"
  })
  void reads_overpunched_letters(String text, long value) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    Decoded decoded = assertInstanceOf(Decoded.class, decode("S9(9)V99", ASCII, bytes));
    assertEquals(value, decoded.values().number("value"));
  }

  @ParameterizedTest
  @CsvSource({
    "S9(3), f0f1c2, 12",
    "S9(3), f0f1d2, -12",
    "9(3), f0f1f2, 12",
    "S9(10)V99 COMP-3, 0000000019400c, 19400",
    "S9(10)V99 COMP-3, 0000000019400d, -19400",
    "9(3) COMP-3, 274f, 274",
    "9(9) COMP, 3b9ac9ff, 999999999",
    "S9(10)V99 COMP, ffffffffffffff9c, -100",
    "S9(4) COMP, 270f, 9999"
  })
  void reads_numbers_of_the_mainframe(String picture, String hex, long value) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Decoded decoded = assertInstanceOf(Decoded.class, decode(picture, EBCDIC, bytes));
    assertEquals(value, decoded.values().number("value"));
    assertArrayEquals(
        bytes, new RecordCodec(single(picture), EBCDIC).encode(decoded.values()), picture);
  }

  @ParameterizedTest
  @CsvSource({
    "S9(3), f0f1f2, 2, sign missing",
    "S9(3), f040c2, 1, blank in a number",
    "9(3), f0f1c2, 2, sign in an unsigned number",
    "9(3), 000000, 0, low values",
    "S9(3) COMP-3, 1a3c, 0, letter among packed digits",
    "S9(3) COMP-3, 123f, 1, unsigned nibble in a signed number",
    "S9(3) COMP-3, 1230, 1, no sign",
    "9(3) COMP-3, 123c, 1, sign in an unsigned number",
    "S9(4) COMP-3, 10000c, 0, digit in the unused half",
    "9(9) COMP, 3b9aca00, 0, too many digits",
    "9(9) COMP, ffffffff, 0, too many digits",
    "X(3), c1c215, 2, line end",
    "X(3), 25c2c3, 0, line end",
    "X(3), c1ffc3, 1, no character"
  })
  void refuses_bytes_that_mean_nothing(String picture, String hex, int offset, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Undecodable refused = assertInstanceOf(Undecodable.class, decode(picture, EBCDIC, bytes), why);
    assertEquals(1, refused.faults().size());
    assertEquals(offset, refused.faults().get(0).offset(), why);
    assertEquals("value", refused.faults().get(0).field());
    assertTrue(!refused.faults().get(0).reason().isBlank());
  }

  @Test
  void low_values_in_text_read_as_blanks() {
    byte[] bytes = {(byte) 0xC1, 0, 0};
    Decoded decoded = assertInstanceOf(Decoded.class, decode("X(3)", EBCDIC, bytes));
    assertEquals("A  ", decoded.values().text("value"));
    assertEquals("A", decoded.values().trimmed("value"));
  }

  @Test
  void names_every_faulty_field_of_a_record() {
    byte[] record =
        new RecordCodec(Layouts.CATEGORY_BALANCE, ASCII)
            .encode(RecordValues.of(Layouts.CATEGORY_BALANCE).text("type-code", "01").build());
    record[3] = '?';
    record[27] = '0';
    Undecodable refused =
        assertInstanceOf(
            Undecodable.class, new RecordCodec(Layouts.CATEGORY_BALANCE, ASCII).decode(record));
    assertEquals(
        List.of("account-id@3", "balance@27"),
        refused.faults().stream().map(fault -> fault.field() + "@" + fault.offset()).toList());
  }

  @Test
  void a_record_of_the_wrong_length_is_a_fault_and_no_exception() {
    RecordCodec codec = new RecordCodec(Layouts.ACCOUNT, ASCII);
    for (int length : new int[] {0, 1, 122, 299, 301, 4096}) {
      Undecodable refused = assertInstanceOf(Undecodable.class, codec.decode(new byte[length]));
      assertEquals("record", refused.faults().get(0).field());
    }
  }

  @Test
  void writing_a_value_that_does_not_fit_is_refused() {
    RecordCodec codec = new RecordCodec(single("9(3)"), ASCII);
    RecordValues.Builder values = RecordValues.of(codec.layout());
    assertThrows(
        IllegalArgumentException.class, () -> codec.encode(values.number("value", 1000).build()));
    assertThrows(
        IllegalArgumentException.class, () -> codec.encode(values.number("value", -1).build()));
    RecordCodec text = new RecordCodec(single("X(3)"), ASCII);
    assertThrows(
        IllegalArgumentException.class,
        () -> text.encode(RecordValues.of(text.layout()).text("value", "four").build()));
  }

  @Test
  void what_is_written_is_read_again_in_every_encoding() {
    for (String codePage : new String[] {"IBM037", "IBM500", "IBM1047", "IBM1140"}) {
      roundTrip(RecordEncoding.ebcdic(codePage));
    }
    roundTrip(ASCII);
  }

  private static void roundTrip(RecordEncoding encoding) {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      for (Layout layout : Layouts.all()) {
        RecordCodec codec = new RecordCodec(layout, encoding);
        byte[] written = codec.encode(randomValues(layout, random));
        Decoded read =
            assertInstanceOf(Decoded.class, codec.decode(written), layout + " seed " + seed);
        assertArrayEquals(written, codec.encode(read.values()), layout + " seed " + seed);
      }
    }
  }

  private static RecordValues randomValues(Layout layout, Random random) {
    RecordValues.Builder values = RecordValues.of(layout);
    for (Field field : layout.fields()) {
      Picture picture = field.picture();
      if (picture.numeric()) {
        long magnitude = Math.floorMod(random.nextLong(), picture.magnitudeMax() + 1);
        values.number(
            field.name(), picture.signed() && random.nextBoolean() ? -magnitude : magnitude);
      } else if (picture.usage() == Picture.Usage.TEXT && picture.occurs() == 1) {
        values.text(field.name(), randomText(random, picture.unitLength()));
      }
    }
    return values.build();
  }

  private static String randomText(Random random, int lengthMax) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -.,:'()";
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(lengthMax + 1);
    for (int index = 0; index < length; index++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void any_bytes_whatsoever_give_an_answer_with_offsets_inside_the_record() {
    for (long seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      Layout layout = Layouts.all().get(random.nextInt(Layouts.all().size()));
      RecordEncoding encoding = random.nextBoolean() ? ASCII : EBCDIC;
      byte[] bytes = new byte[layout.recordLength()];
      random.nextBytes(bytes);
      if (new RecordCodec(layout, encoding).decode(bytes) instanceof Undecodable refused) {
        for (FieldFault fault : refused.faults()) {
          Field field = layout.field(fault.field());
          assertTrue(
              fault.offset() >= field.offset() && fault.offset() < field.end(),
              layout + " seed " + seed);
        }
      }
    }
  }
}

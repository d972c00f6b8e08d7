package org.florin.adapters.iso8583;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Iso8583CodecTest {

  private static final Iso8583Codec ISO87A = codec("ISO87A");

  private static Iso8583Codec codec(String profile) {
    return Profiles.all().stream()
        .filter(candidate -> candidate.name().equals(profile))
        .map(Iso8583Codec::new)
        .findFirst()
        .orElseThrow();
  }

  static Stream<Map.Entry<String, String>> vectors() {
    return Vectors.all().entrySet().stream();
  }

  private static NetworkMessage read(Iso8583Codec codec, byte[] bytes) {
    return assertInstanceOf(Reading.Message.class, codec.read(bytes)).message();
  }

  private static Reading.Malformed refused(Iso8583Codec codec, byte[] bytes) {
    return assertInstanceOf(Reading.Malformed.class, codec.read(bytes));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectors_survive_reading_and_writing(Map.Entry<String, String> vector) {
    var message = read(ISO87A, Vectors.bytes(vector.getValue()));
    assertEquals(vector.getValue(), new String(ISO87A.write(message), StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_message_cut_anywhere_is_a_fault_with_its_place(Map.Entry<String, String> vector) {
    var whole = vector.getValue();
    for (var length = 0; length < whole.length(); length++) {
      var fault = refused(ISO87A, Vectors.bytes(whole.substring(0, length)));
      assertTrue(fault.offset() <= length, "offset within the message");
    }
  }

  @Test
  void an_authorization_request_has_the_values_of_the_vector() {
    var message = read(ISO87A, Vectors.bytes(Vectors.all().get("auth_0100")));
    assertEquals("0100", message.type());
    assertEquals(
        Map.ofEntries(
            Map.entry(2, "4111111111111111"),
            Map.entry(3, "000000"),
            Map.entry(4, "000000012345"),
            Map.entry(7, "0105103015"),
            Map.entry(11, "123456"),
            Map.entry(12, "053015"),
            Map.entry(13, "0105"),
            Map.entry(14, "2812"),
            Map.entry(18, "5411"),
            Map.entry(22, "051"),
            Map.entry(25, "00"),
            Map.entry(32, "123456"),
            Map.entry(37, "600510123456"),
            Map.entry(41, "TERM0001"),
            Map.entry(42, "MERCHANT0000001"),
            Map.entry(43, "CORNER GROCERY         SPRINGFIELD  ILUS"),
            Map.entry(49, "840")),
        message.elements());
  }

  @Test
  void original_data_and_replacement_amounts_are_read_from_the_second_bitmap() {
    var message = read(ISO87A, Vectors.bytes(Vectors.all().get("reversal_partial_0420")));
    assertEquals("010012345601051030150000012345600000000000", message.elements().get(90));
    assertEquals("000000005000000000000000C00000000C00000000", message.elements().get(95));
  }

  @Test
  void packed_digits_around_ascii_text_are_read() {
    var message =
        read(
            codec("ISO87B"),
            HexFormat.of().parseHex("080020200000008000000000000000013239313130303031"));
    assertEquals("0800", message.type());
    assertEquals(Map.of(3, "000000", 11, "000001", 41, "29110001"), message.elements());
  }

  @Test
  void a_business_element_that_is_missing_is_not_the_codecs_concern() {
    var message =
        read(
            ISO87A,
            Vectors.bytes("042072300080000000000018000000000003000001090806461003310011" + "2033"));
    assertEquals("33", message.elements().get(25));
  }

  @Test
  void visa_style_elements_are_packed_counted_in_digits_and_written_in_ebcdic() {
    var message =
        NetworkMessage.ofType("0100")
            .set(7, "0119163908")
            .set(11, "000098")
            .set(18, "5999")
            .set(19, "840")
            .set(22, "0510")
            .set(23, "001")
            .set(32, "12345678901")
            .set(35, "4111111111111111=28121010000")
            .set(39, "N7")
            .set(55, "9F2608")
            .set(136, "0123456789ABCDEF")
            .build();
    var bytes = codec("VIS-B").write(message);
    var text = HexFormat.of().formatHex("N7".getBytes(Charset.forName("IBM037")));
    assertEquals(
        // type, three bitmaps
        "0100"
            + bitmap(7, 11, 18, 19, 22, 23, 32, 35, 39, 55)
            + "8000000000000000"
            + "0100000000000000"
            // 7, 11, 18, 19, 22, 23
            + "0119163908"
            + "000098"
            + "5999"
            + "0840"
            + "0510"
            + "0001"
            // 32 and 35 count digits; 39 is text; 55 and 136 are bytes
            + "0b012345678901"
            + "1c4111111111111111d28121010000"
            + text
            + "039f2608"
            + "0123456789abcdef",
        HexFormat.of().formatHex(bytes));
    assertEquals(message, read(codec("VIS-B"), bytes));
  }

  private static String bitmap(int... numbers) {
    var bits = 1L << 63;
    for (var number : numbers) {
      bits |= 1L << (64 - number);
    }
    return String.format("%016x", bits);
  }

  @Test
  void an_element_the_profile_does_not_know_is_a_fault_and_what_came_before_is_kept() {
    // elements 7, 11 and 65 of 128 are announced
    var fault =
        refused(
            ISO87A,
            Vectors.bytes("0800" + "8220000000000000" + "8000000000000000" + "0105103015000001"));
    assertEquals(65, fault.element());
    assertEquals(52, fault.offset());
    var before = fault.readSoFar().orElseThrow();
    assertEquals("000001", before.elements().get(11));
  }

  @Test
  void values_that_do_not_fit_are_not_written() {
    for (var message :
        new NetworkMessage[] {
          NetworkMessage.ofType("0100").set(11, "1234567").build(),
          NetworkMessage.ofType("0100").set(11, "12345A").build(),
          NetworkMessage.ofType("0100").set(52, "0123").build(),
          NetworkMessage.ofType("0100").set(65, "1").build(),
          NetworkMessage.ofType("0100").set(2, "12345678901234567890").build()
        }) {
      assertThrows(IllegalArgumentException.class, () -> ISO87A.write(message));
    }
  }

  @Test
  void short_numbers_are_filled_with_zeros_and_short_text_with_spaces() {
    var written = ISO87A.write(NetworkMessage.ofType("0800").set(4, "5").set(42, "M1").build());
    var message = read(ISO87A, written);
    assertEquals("000000000005", message.elements().get(4));
    assertEquals("M1             ", message.elements().get(42));
  }

  @Test
  void what_follows_the_last_element_is_a_fault() {
    var fault = refused(ISO87A, Vectors.bytes(Vectors.all().get("echo_0800") + "X"));
    assertEquals(0, fault.element());
    assertEquals(Vectors.all().get("echo_0800").length(), fault.offset());
  }
}

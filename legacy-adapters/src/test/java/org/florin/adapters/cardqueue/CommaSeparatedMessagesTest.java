package org.florin.adapters.cardqueue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.florin.networks.QueueMessageFormat.Reading;
import org.florin.networks.QueueReply;
import org.florin.networks.QueueRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommaSeparatedMessagesTest {

  private static final String REQUEST =
      "260105,103015,4111111111111111,0100,1228,0100,POS,000000,%s,5411,USA,05,MERCHANT0000001,"
          + "CORNER GROCERY,SPRINGFIELD,IL,62701,TX0000000000001";

  private final CommaSeparatedMessages messages = new CommaSeparatedMessages();

  private QueueRequest read(String amount, boolean compatible) {
    return assertInstanceOf(
            Reading.Request.class, messages.read(REQUEST.formatted(amount), compatible))
        .request();
  }

  private String refusal(String text) {
    return assertInstanceOf(Reading.Malformed.class, messages.read(text, false)).why();
  }

  @Test
  void fields_are_read_in_their_order() {
    var request = read("+0000000012.34", false);
    assertEquals("260105", request.date());
    assertEquals("4111111111111111", request.cardNumber());
    assertEquals(Optional.of("1228"), request.cardExpiry());
    assertEquals(1_234, request.amountMinor());
    assertEquals("US", request.acquirerCountry());
    assertEquals(Optional.of("62701"), request.merchantPostalCode());
    assertEquals("TX0000000000001", request.transactionId());
  }

  @ParameterizedTest
  @CsvSource({"+0000000012.34,1230", "12.349,1234", "-5.00,-500", "'',0", "7,700"})
  void compatible_amounts_lose_what_they_always_lost(String amount, long minor) {
    assertEquals(minor, read(amount, true).amountMinor());
  }

  @ParameterizedTest
  @CsvSource({"12.349", "''", "1e3", "12345678901", "--1"})
  void amounts_that_are_none_are_refused(String amount) {
    assertEquals("field 9 is not well formed", refusal(REQUEST.formatted(amount)));
  }

  @Test
  void a_comma_too_many_is_refused_and_content_is_not_repeated() {
    assertEquals("19 fields instead of 18", refusal(REQUEST.formatted("1.00,")));
    assertEquals(
        "field 3 is not well formed",
        refusal(REQUEST.formatted("1.00").replace("4111111111111111", "4111-1111")));
  }

  @Test
  void a_reply_has_63_characters_and_64_for_the_old_program() {
    var reply = new QueueReply("4111111111111111", "TX1", "A1B2C3", "00", "0000", 1_234);
    assertEquals(
        "4111111111111111,TX1            ,A1B2C3,00,0000,         12.34,",
        messages.write(reply, false));
    assertEquals(63, messages.write(reply, false).length());
    assertEquals(64, messages.write(reply, true).length());
  }

  @Test
  void no_text_is_fatal() {
    var random = new Random(18);
    for (var i = 0; i < 20_000; i++) {
      var text = new StringBuilder(REQUEST.formatted("1.00"));
      for (var changes = 1 + random.nextInt(5); changes > 0; changes--) {
        text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
      }
      var reading = messages.read(text.toString(), random.nextBoolean());
      assertTrue(reading instanceof Reading.Request || reading instanceof Reading.Malformed);
    }
  }
}

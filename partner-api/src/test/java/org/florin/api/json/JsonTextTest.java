package org.florin.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.florin.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {

  static Stream<String> malformed() {
    return Stream.of(
        "",
        "[]",
        "1",
        "{",
        "{\"a\":1}x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":01}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":" + "9".repeat(41) + "}",
        "{\"a\":" + "9".repeat(900_000) + "}",
        "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
        "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformed_text_is_refused_at_once(String text) {
    assertTimeout(
        Duration.ofMillis(500),
        () -> {
          var problem = assertThrows(Problem.class, () -> JsonText.read(stream(text)));
          assertEquals(400, problem.status());
        });
  }

  @Test
  void body_over_a_mebibyte_is_too_large() {
    var text = "{\"a\":\"" + "x".repeat(JsonText.BYTES_MAX) + "\"}";
    assertEquals(413, assertThrows(Problem.class, () -> JsonText.read(stream(text))).status());
  }

  @Test
  void text_that_is_not_utf8_is_refused() {
    var bytes = new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0xAF, '"', '}'};
    assertThrows(Problem.class, () -> JsonText.read(new ByteArrayInputStream(bytes)));
  }

  @Test
  void depth_and_digits_at_the_bound_are_taken() {
    var text = "{\"a\":" + "[".repeat(31) + "9".repeat(40) + "]".repeat(31) + "}";
    assertEquals(1, JsonText.read(stream(text)).size());
  }

  @Test
  void brackets_and_digits_in_text_do_not_count() {
    var text = "{\"a\":\"" + "[{\\\"".repeat(50) + "9".repeat(60) + "\"}";
    assertEquals(1, JsonText.read(stream(text)).size());
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

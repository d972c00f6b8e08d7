package org.florin.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.florin.api.problem.Problem;
import org.florin.kernel.CurrencyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  @Test
  void every_complaint_points_at_its_place() {
    var body =
        body("{\"amount\":-1,\"currency\":\"usd\",\"card\":{\"id\":7,\"x\":1},\"extra\":true}");
    body.integer("amount", 0, 10);
    body.read("currency", CurrencyCode::new, "ISO 4217", CurrencyCode.USD);
    var card = body.object("card");
    card.text("id", 10);
    body.text("name", 10);

    assertEquals(
        List.of(
            "/amount range",
            "/currency format",
            "/card/id not_text",
            "/name required",
            "/extra unknown_field",
            "/card/x unknown_field"),
        complaints(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e400", "11", "-1", "9223372036854775808", "\"1\"", "true", "[]"})
  void integer_takes_whole_numbers_in_range_only(String value) {
    var body = body("{\"a\":" + value + "}");
    body.integer("a", 0, 10);

    assertEquals(List.of("/a range"), complaints(body));
  }

  @Test
  void whole_number_may_be_spelt_with_zeros() {
    assertEquals(7, body("{\"a\":7.00}").integer("a", 0, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\u202e", "\\n", "\\u2066", " ", ""})
  void text_that_could_mislead_is_refused(String text) {
    var body = body("{\"a\":\"" + text + "\"}");
    body.text("a", 10);

    assertEquals(1, complaints(body).size());
  }

  @Test
  void null_counts_as_absent() {
    var body = body("{\"a\":null}");

    assertEquals(true, body.optionalText("a", 10).isEmpty());
    body.complete();
  }

  private static JsonBody body(String text) {
    return JsonBody.of(JsonText.parse(text));
  }

  private static List<String> complaints(JsonBody body) {
    return assertThrows(Problem.class, body::complete).errors().stream()
        .map(error -> error.pointer() + " " + error.code())
        .toList();
  }
}

package org.florin.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":2}|{ \"b\" : 2 , \"a\" : 1 }",
        "{\"a\":1.0}|{\"a\":1.00}",
        "{\"a\":1}|{\"a\":1.0}",
        "{\"a\":100}|{\"a\":1e2}",
        "{\"a\":0}|{\"a\":0.000}",
        "{\"a\":\"\\u0041\"}|{\"a\":\"A\"}"
      })
  void spellings_of_the_same_value_are_the_same(String one, String other) {
    assertEquals(canonical(one), canonical(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1}|{\"a\":2}",
        "{\"a\":1}|{\"b\":1}",
        "{\"a\":1}|{\"a\":\"1\"}",
        "{\"a\":null}|{}",
        "{\"a\":[1,2]}|{\"a\":[2,1]}",
        "{\"a\":{\"b\":1}}|{\"a\":1,\"b\":1}",
        "{\"a=1,b\":1}|{\"a\":1,\"b\":1}"
      })
  void other_values_are_not(String one, String other) {
    assertNotEquals(canonical(one), canonical(other));
  }

  @Test
  void huge_exponents_cost_nothing() {
    assertTimeout(Duration.ofMillis(500), () -> canonical("{\"a\":1e999999999}"));
  }

  private static String canonical(String text) {
    return CanonicalJson.of(JsonText.parse(text));
  }
}

package org.florin.simulators.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by the last four digits of the tax id. */
class CreditBureauTest {
  private CreditBureau bureau;
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws IOException {
    bureau = CreditBureau.start(0);
  }

  @AfterEach
  void stop() {
    bureau.close();
  }

  private HttpResponse<String> ask(String taxId, Duration patience) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + bureau.port() + "/v1/reports/" + taxId))
            .timeout(patience)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private JsonObject report(String taxId) throws Exception {
    var answer = ask(taxId, Duration.ofSeconds(10));
    assertEquals(200, answer.statusCode());
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  @ParameterizedTest
  @CsvSource({"900550300, 300", "900550800, 800", "900550850, 850"})
  void last_digits_are_the_score_of_a_clean_file(String taxId, int score) throws Exception {
    assertEquals(score, report(taxId).get("score").getAsInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"900550299", "900550851", "900559999"})
  void other_digits_give_a_steady_score_in_range(String taxId) throws Exception {
    int score = report(taxId).get("score").getAsInt();
    assertTrue(score >= 300 && score <= 850, "score " + score);
    assertEquals(score, report(taxId).get("score").getAsInt());
  }

  @Test
  void slow_file_answers_after_five_seconds() throws Exception {
    long begin = System.nanoTime();
    assertEquals(200, ask("900550003", Duration.ofSeconds(20)).statusCode());
    assertTrue(System.nanoTime() - begin >= 4_900_000_000L);
  }

  @Test
  void silent_file_never_answers() {
    assertThrows(HttpTimeoutException.class, () -> ask("900550002", Duration.ofMillis(800)));
  }

  @Test
  void failing_file_answers_500_and_a_malformed_id_400() throws Exception {
    assertEquals(500, ask("900550004", Duration.ofSeconds(10)).statusCode());
    assertEquals(400, ask("12", Duration.ofSeconds(10)).statusCode());
  }
}

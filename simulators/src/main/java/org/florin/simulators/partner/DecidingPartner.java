package org.florin.simulators.partner;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.florin.simulators.LoopbackHttp;

/**
 * Answers questions about card payments by the last two digits of the amount: 05 declines, 30
 * approves half, 68 approves after a second and more, 91 stays silent, 96 says something else, 97
 * sends elsewhere, 98 says too much, 99 fails; all others are approved. {@code PUT /partner/secret}
 * tells it what signs the questions, from then on a wrong signature is answered 401; {@code GET
 * /partner/calls} lists what it was asked.
 */
public final class DecidingPartner {
  private static final Gson GSON = new Gson();
  private static final int KEPT_MAX = 1_000;
  private static final int LATE_MILLIS = 1_200;
  private static final int SILENT_MILLIS = 15_000;
  private static final int TOO_MUCH_BYTES = 65_536;
  private static final String SECRET_PREFIX = "whsec_";

  private final Deque<JsonObject> asked = new ArrayDeque<>();
  private volatile String secret = "";

  /** Handles a request below {@code /partner}. */
  public void handle(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (what) {
      case "POST /partner/decide" -> decide(exchange, body);
      case "PUT /partner/secret" -> {
        secret = body.strip();
        LoopbackHttp.answerJson(exchange, 200, "{}");
      }
      case "GET /partner/calls" -> LoopbackHttp.answerJson(exchange, 200, GSON.toJson(calls()));
      default -> LoopbackHttp.answerJson(exchange, 404, "{\"error\":\"not_found\"}");
    }
  }

  private synchronized List<JsonObject> calls() {
    return List.copyOf(asked);
  }

  private synchronized void note(JsonObject question) {
    asked.addFirst(question);
    while (asked.size() > KEPT_MAX) {
      asked.removeLast();
    }
  }

  private void decide(HttpExchange exchange, String body) throws IOException {
    if (!secret.isEmpty() && !isSigned(exchange, body)) {
      LoopbackHttp.answerJson(exchange, 401, "{\"error\":\"signature\"}");
      return;
    }
    JsonObject data;
    try {
      data = JsonParser.parseString(body).getAsJsonObject().getAsJsonObject("data");
    } catch (JsonSyntaxException | IllegalStateException e) {
      LoopbackHttp.answerJson(exchange, 400, "{\"error\":\"not_understood\"}");
      return;
    }
    note(data);
    answer(exchange, data.get("amount").getAsLong());
  }

  private static void answer(HttpExchange exchange, long amount) throws IOException {
    switch ((int) (amount % 100)) {
      case 5 -> LoopbackHttp.answerJson(exchange, 200, "{\"decision\":\"decline\"}");
      case 30 ->
          LoopbackHttp.answerJson(
              exchange, 200, "{\"decision\":\"approve\",\"amount\":" + amount / 2 + "}");
      case 68 -> {
        pause(LATE_MILLIS);
        approve(exchange);
      }
      case 91 -> {
        pause(SILENT_MILLIS);
        approve(exchange);
      }
      case 96 -> LoopbackHttp.answer(exchange, 200, "text/html", "<h1>Welcome</h1>");
      case 97 -> {
        exchange.getResponseHeaders().set("Location", "/partner/decide");
        LoopbackHttp.answerJson(exchange, 307, "{}");
      }
      case 98 ->
          LoopbackHttp.answerJson(
              exchange,
              200,
              "{\"decision\":\"approve\",\"note\":\"" + "x".repeat(TOO_MUCH_BYTES) + "\"}");
      case 99 -> LoopbackHttp.answerJson(exchange, 500, "{\"error\":\"broken\"}");
      default -> approve(exchange);
    }
  }

  private static void approve(HttpExchange exchange) throws IOException {
    LoopbackHttp.answerJson(exchange, 200, "{\"decision\":\"approve\"}");
  }

  private boolean isSigned(HttpExchange exchange, String body) {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
    if (id == null || timestamp == null || signature == null) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())), "HmacSHA256"));
      String expected =
          "v1,"
              + Base64.getEncoder()
                  .encodeToString(
                      mac.doFinal(
                          (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

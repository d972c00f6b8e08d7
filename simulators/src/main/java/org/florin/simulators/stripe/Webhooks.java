package org.florin.simulators.stripe;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Events as signed webhooks: stored before they are sent, sent until somebody answers 2xx, at most
 * for an hour; an event that was not delivered when the process ended is sent after the restart.
 */
final class Webhooks implements AutoCloseable {
  static final String API_VERSION = "2026-07-29.dahlia";
  private static final long[] RETRY_MILLIS = {500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000};
  private static final int ATTEMPTS_MAX = 60;
  private static final long REVERSE_HOLD_MILLIS = 1_500;

  private final Book book;
  private final Faults faults;
  private final URI endpoint;
  private final byte[] secret;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
  private final ScheduledExecutorService sender = Executors.newScheduledThreadPool(2);
  private final Deque<JsonObject> held = new ArrayDeque<>();

  Webhooks(Book book, Faults faults, URI endpoint, String secret) {
    this.book = book;
    this.faults = faults;
    this.endpoint = endpoint;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    for (JsonObject event :
        book.list("event", event -> event.get("pending_webhooks").getAsInt() > 0)) {
      send(event, 0, 1_000);
    }
  }

  /** Records an event and sends it. */
  void publish(String type, JsonObject object, @Nullable String idempotencyKey) {
    JsonObject event = new JsonObject();
    event.addProperty("id", Ids.next("evt_"));
    event.addProperty("object", "event");
    event.addProperty("api_version", API_VERSION);
    event.addProperty("created", Instant.now().getEpochSecond());
    JsonObject data = new JsonObject();
    data.add("object", Book.published(object));
    event.add("data", data);
    event.addProperty("livemode", false);
    boolean silent = faults.strikes(Faults.Kind.NO_WEBHOOKS);
    event.addProperty("pending_webhooks", silent ? 0 : 1);
    JsonObject request = new JsonObject();
    request.addProperty("id", Ids.next("req_"));
    if (idempotencyKey == null) {
      request.add("idempotency_key", JsonNull.INSTANCE);
    } else {
      request.addProperty("idempotency_key", idempotencyKey);
    }
    event.add("request", request);
    event.addProperty("type", type);
    book.save(event);
    if (silent) {
      return;
    }
    if (faults.strikes(Faults.Kind.DUPLICATE_WEBHOOKS)) {
      send(event, 0, 0);
    }
    if (faults.strikes(Faults.Kind.REVERSE_WEBHOOKS)) {
      hold(event);
    } else {
      send(event, 0, 20);
    }
  }

  private synchronized void hold(JsonObject event) {
    held.push(event);
    if (held.size() == 1) {
      sender.schedule(this::releaseHeld, REVERSE_HOLD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void releaseHeld() {
    long delay = 0;
    while (!held.isEmpty()) {
      send(held.pop(), 0, delay);
      delay += 150;
    }
  }

  private void send(JsonObject event, int attempt, long delayMillis) {
    if (!sender.isShutdown()) {
      sender.schedule(() -> deliver(event, attempt), delayMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void deliver(JsonObject event, int attempt) {
    String payload = Book.toJson(event);
    long now = Instant.now().getEpochSecond();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(endpoint)
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json; charset=utf-8")
              .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
              .header("Stripe-Signature", "t=" + now + ",v1=" + sign(now + "." + payload))
              .POST(HttpRequest.BodyPublishers.ofString(payload))
              .build();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 2) {
        event.addProperty("pending_webhooks", 0);
        book.save(event);
        return;
      }
    } catch (IOException e) {
      // Nobody listens: tried again below, as for any other answer than 2xx.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (attempt + 1 < ATTEMPTS_MAX) {
      send(event, attempt + 1, RETRY_MILLIS[Math.min(attempt, RETRY_MILLIS.length - 1)]);
    }
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
    client.shutdownNow();
  }
}

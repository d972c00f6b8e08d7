package org.florin.simulators.stripe;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.florin.simulators.LoopbackHttp;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's API as far as the bank uses it. Faults are armed by {@code POST /_sandbox/faults} with
 * {@code kind} and {@code times}; {@code DELETE} there disarms all.
 */
public final class StripeSandbox implements AutoCloseable {
  private static final long HANG_MILLIS = 90_000;

  private final Book book;
  private final Faults faults = new Faults();
  private final Webhooks webhooks;
  private final People people;
  private final Payments payments;
  private final LoopbackHttp http;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  private StripeSandbox(int port, Path folder, URI webhookUrl, String webhookSecret)
      throws IOException {
    this.book = Book.open(folder.resolve("book.jsonl"));
    this.webhooks = new Webhooks(book, faults, webhookUrl, webhookSecret);
    this.people = new People(book, webhooks);
    this.payments = new Payments(book, webhooks, people);
    this.http = new LoopbackHttp(port, this::handle);
  }

  public static StripeSandbox start(int port, Path folder, URI webhookUrl, String webhookSecret)
      throws IOException {
    return new StripeSandbox(port, folder, webhookUrl, webhookSecret);
  }

  public int port() {
    return http.port();
  }

  @Override
  public void close() {
    http.close();
    payments.close();
    webhooks.close();
    book.close();
  }

  private record Answer(int status, String body) {}

  private record Call(String method, String path, Form form, @Nullable String key) {}

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body =
        exchange.getRequestMethod().equals("POST")
            ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            : Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Form form = Form.parse(body);
    if (path.equals("/")) {
      LoopbackHttp.answer(
          exchange, 200, "text/plain", "Stripe sandbox. See /_sandbox/faults for faults.\n");
      return;
    }
    if (path.startsWith("/_sandbox/")) {
      Answer answer = answered(() -> sandbox(exchange.getRequestMethod(), path, form));
      LoopbackHttp.answerJson(exchange, answer.status(), answer.body());
      return;
    }
    Call call =
        new Call(
            exchange.getRequestMethod(),
            path,
            form,
            exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    if (call.method().equals("POST") && faults.strikes(Faults.Kind.RESET_BEFORE_WORK)) {
      exchange.getResponseHeaders().set("Connection", "close");
      return;
    }
    exchange.getResponseHeaders().set("Request-Id", Ids.next("req_"));
    exchange.getResponseHeaders().set("Stripe-Version", Webhooks.API_VERSION);
    Answer answer =
        isAuthorized(exchange)
            ? once(exchange, call)
            : answered(
                () -> {
                  throw StripeError.unauthorized();
                });
    if (call.method().equals("POST") && faults.strikes(Faults.Kind.TIMEOUT_AFTER_SUCCESS)) {
      hang();
      return;
    }
    LoopbackHttp.answerJson(exchange, answer.status(), answer.body());
  }

  private static boolean isAuthorized(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      return false;
    }
    String key =
        header.startsWith("Basic ")
            ? new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8)
            : header.replaceFirst("^Bearer ", "");
    return key.startsWith("sk_test_") || key.startsWith("rk_test_");
  }

  /** The first result of an idempotency key is every later result; refused input is not kept. */
  private Answer once(HttpExchange exchange, Call call) {
    String key = call.key();
    if (key == null || !call.method().equals("POST")) {
      return answered(() -> route(call));
    }
    if (!running.add(key)) {
      return answered(
          () -> {
            throw StripeError.keyInUse();
          });
    }
    try {
      String fingerprint = call.path() + "?" + call.form().canonical();
      Optional<JsonObject> known = book.find("idempotency", "idem_" + key);
      if (known.isPresent()) {
        if (!known.get().get("_request").getAsString().equals(fingerprint)) {
          return answered(
              () -> {
                throw StripeError.keyReused();
              });
        }
        exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        return new Answer(
            known.get().get("_status").getAsInt(), known.get().get("_body").getAsString());
      }
      Answer answer = answered(() -> route(call));
      if (answer.status() == 200 || answer.status() == 402 || answer.status() >= 500) {
        JsonObject record = new JsonObject();
        record.addProperty("id", "idem_" + key);
        record.addProperty("object", "idempotency");
        record.addProperty("_request", fingerprint);
        record.addProperty("_status", answer.status());
        record.addProperty("_body", answer.body());
        book.save(record);
      }
      return answer;
    } finally {
      running.remove(key);
    }
  }

  @FunctionalInterface
  private interface Work {
    JsonElement run();
  }

  private static Answer answered(Work work) {
    try {
      return new Answer(200, Book.toJson(work.run()));
    } catch (StripeError e) {
      return new Answer(e.status(), Book.toJson(e.body()));
    }
  }

  private JsonElement route(Call call) {
    String[] parts = call.path().split("/");
    if (parts.length < 3 || !parts[1].equals("v1")) {
      throw StripeError.unknownPath(call.method(), call.path());
    }
    boolean post = call.method().equals("POST");
    if (post && faults.strikes(Faults.Kind.ERROR_429)) {
      throw StripeError.tooMany();
    }
    if (post && faults.strikes(Faults.Kind.ERROR_500)) {
      throw StripeError.internal();
    }
    String id = parts.length > 3 ? parts[3] : "";
    String verb = parts.length > 4 ? parts[4] : "";
    String route =
        call.method()
            + " "
            + parts[2]
            + (id.isEmpty() ? "" : "/*")
            + (verb.isEmpty() ? "" : "/" + verb);
    Form form = call.form();
    String key = call.key();
    // One money movement at a time: two requests for one object never interleave.
    synchronized (this) {
      return switch (route) {
        case "POST payment_intents" -> payments.create(form, key);
        case "GET payment_intents/*" -> book.get("payment_intent", id);
        case "POST payment_intents/*" -> payments.update(id, form);
        case "POST payment_intents/*/confirm" -> payments.confirm(id, form, key);
        case "POST payment_intents/*/capture" -> payments.capture(id, form, key);
        case "POST payment_intents/*/cancel" -> payments.cancel(id, form, key);
        case "GET payment_intents" -> list("payment_intent", call, List.of("customer"));
        case "GET charges/*" -> book.get("charge", id);
        case "GET charges" -> list("charge", call, List.of("customer", "payment_intent"));
        case "POST refunds" -> payments.refund(form, key);
        case "GET refunds/*" -> book.get("refund", id);
        case "GET refunds" -> list("refund", call, List.of("charge", "payment_intent"));
        case "GET disputes/*" -> book.get("dispute", id);
        case "POST disputes/*" -> payments.submitEvidence(id, form);
        case "POST disputes/*/close" -> payments.acceptDispute(id);
        case "GET disputes" -> list("dispute", call, List.of("charge", "payment_intent"));
        case "GET balance_transactions/*" -> book.get("balance_transaction", id);
        case "GET balance_transactions" ->
            list("balance_transaction", call, List.of("type", "source"));
        case "POST customers" -> people.createCustomer(form);
        case "GET customers/*" -> book.get("customer", id);
        case "POST customers/*" -> people.updateCustomer(id, form);
        case "GET customers" -> list("customer", call, List.of("email"));
        case "GET customers/*/payment_methods" ->
            page("payment_method", call, method -> id.equals(text(method, "customer")));
        case "POST payment_methods" -> people.createPaymentMethod(form);
        case "GET payment_methods/*" -> people.paymentMethod(id);
        case "POST payment_methods/*/attach" -> people.attach(id, form.required("customer"));
        case "POST payment_methods/*/detach" -> people.detach(id);
        case "GET payment_methods" -> list("payment_method", call, List.of("customer", "type"));
        case "POST setup_intents" -> people.createSetupIntent(form);
        case "GET setup_intents/*" -> book.get("setup_intent", id);
        case "POST setup_intents/*/confirm" -> people.confirmSetupIntent(id, form);
        case "POST setup_intents/*/cancel" -> people.cancelSetupIntent(id);
        case "GET setup_intents" -> list("setup_intent", call, List.of("customer"));
        case "GET events/*" -> book.get("event", id);
        case "GET events" -> list("event", call, List.of("type"));
        default -> throw StripeError.unknownPath(call.method(), call.path());
      };
    }
  }

  private JsonElement sandbox(String method, String path, Form form) {
    return switch (method + " " + path) {
      case "GET /_sandbox/faults" -> faults.describe();
      case "POST /_sandbox/faults" -> {
        faults.arm(Faults.kind(form.required("kind")), form.amount("times").orElse(1L).intValue());
        yield faults.describe();
      }
      case "DELETE /_sandbox/faults" -> {
        faults.disarmAll();
        yield faults.describe();
      }
      case "POST /_sandbox/disputes" ->
          payments.dispute(form.required("charge"), form.text("reason").orElse("fraudulent"));
      case "POST /_sandbox/authenticate" -> payments.authenticate(form.required("payment_intent"));
      default -> throw StripeError.unknownPath(method, path);
    };
  }

  private JsonObject list(String type, Call call, List<String> filters) {
    return page(
        type,
        call,
        object ->
            filters.stream()
                .allMatch(
                    filter ->
                        call.form()
                            .text(filter)
                            .map(wanted -> wanted.equals(text(object, filter)))
                            .orElse(true)));
  }

  private JsonObject page(String type, Call call, Predicate<JsonObject> wanted) {
    List<JsonObject> all = book.list(type, wanted);
    int from = 0;
    Optional<String> after = call.form().text("starting_after");
    if (after.isPresent()) {
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).get("id").getAsString().equals(after.get())) {
          from = i + 1;
        }
      }
    }
    int limit = (int) Math.clamp(call.form().amount("limit").orElse(10L), 1L, 100L);
    JsonArray data = new JsonArray();
    all.subList(from, Math.min(all.size(), from + limit)).forEach(data::add);
    JsonObject page = new JsonObject();
    page.addProperty("object", "list");
    page.add("data", data);
    page.addProperty("has_more", from + limit < all.size());
    page.addProperty("url", call.path());
    return page;
  }

  private static @Nullable String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }

  private static void hang() {
    try {
      Thread.sleep(HANG_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

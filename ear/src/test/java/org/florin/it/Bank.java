package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Ports;
import org.florin.launcher.Progress;
import org.florin.launcher.Workspace;

/**
 * The whole bank, as built, on free ports: started by the first test that needs it, ended when the
 * tests are over. Spoken to over HTTP, and looked into with the role that may only read.
 */
public final class Bank {

  /** An answer with its body, parsed if it is JSON. */
  public record Answer(int status, String body, HttpResponse<String> response) {

    public JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    public String text(String member) {
      return json().get(member).getAsString();
    }

    public long number(String member) {
      return json().get(member).getAsLong();
    }

    public boolean isReplay() {
      return response.headers().firstValue("Idempotent-Replayed").orElse("").equals("true");
    }
  }

  private static final class Holder {
    static final Bank BANK = new Bank("bank");
  }

  private final FlorinStack stack;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private Bank(String name) {
    try {
      var root = Path.of(System.getProperty("florin.root")).toAbsolutePath().normalize();
      var state = root.resolve("ear/target").resolve(name);
      deleteAll(state);
      stack =
          FlorinStack.claim(new Workspace(root, state), Ports::free, Progress.on(System.out))
              .orElseThrow();
      Runtime.getRuntime().addShutdownHook(new Thread(this::end));
      stack.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one running bank. */
  public static Bank running() {
    return Holder.BANK;
  }

  /** A bank of a test's own, whose days may go far ahead; the test ends it. */
  public static Bank ofItsOwn(String name) {
    return new Bank(name);
  }

  public FlorinStack stack() {
    return stack;
  }

  /** Where the server's unpacked distribution lies. */
  public Path wildflyHome() {
    var folder = stack.workspace().root().resolve("wildfly-config/target/wildfly");
    try (var children = Files.list(folder)) {
      return children.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A key that no test used before. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** POST with a new idempotency key. */
  public Answer post(String path, String body) {
    return post(path, newKey(), body);
  }

  public Answer post(String path, String key, String body) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public Answer put(String path, String body) {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A request with the sandbox key and JSON as its content. */
  public HttpRequest.Builder request(String path) {
    try {
      return request(path, stack.apiKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request of another partner. */
  public HttpRequest.Builder request(String path, String apiKey) {
    return HttpRequest.newBuilder(URI.create(stack.apiUrl() + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + apiKey)
        .header("Content-Type", "application/json");
  }

  /** Enrols a further sandbox partner whose key allows the scopes; answers the key. */
  public String newPartner(String scopes) {
    var key = "sk_test_" + UUID.randomUUID().toString().replace("-", "");
    asOwner(
        """
        with client as (
          insert into api_client (id, name, sandbox) values (gen_random_uuid(), 'partner %s', true) returning id)
        insert into api_key (key_hash, client_id, hint, scopes)
        select sha256(convert_to('%s', 'UTF8')), id, '%s', '{%s}' from client"""
            .formatted(key.substring(8), key, key.substring(key.length() - 4), scopes));
    return key;
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** One number out of the database, with the reading role. */
  public long number(String sql, Object... arguments) {
    return Long.parseLong(text(sql, arguments));
  }

  /** One value out of the database as text, with the reading role. */
  public String text(String sql, Object... arguments) {
    try (var connection = connect();
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs statements as the owner of the schema: what an operator or a fault does, and no interface
   * of the bank.
   */
  public void asOwner(String sql) {
    try (var connection = ownerConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection of the schema's owner, for locks that a test holds. */
  public Connection ownerConnection() throws SQLException {
    try {
      return DriverManager.getConnection(stack.jdbcUrl(), stack.ownerUser(), stack.ownerPassword());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws SQLException {
    try {
      return DriverManager.getConnection(
          stack.jdbcUrl(), stack.reportUser(), stack.reportPassword());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new cardholder with 1,000.00 USD and an active virtual card. */
  public Cardholder newCardholder() {
    return newCardholder(100_000);
  }

  /** A new cardholder with that limit in cents. */
  public Cardholder newCardholder(long limit) {
    var answer = post("/applications", application(limit, Cardholder.newTaxId(), true));
    if (answer.status() != 201 || !answer.text("status").equals("accepted")) {
      throw new IllegalStateException(answer.status() + " " + answer.body());
    }
    return new Cardholder(answer.text("account"), answer.text("card"));
  }

  /** The body of an application that the policy approves, unless the tax id says otherwise. */
  public static String application(long limit, String taxId, boolean accept) {
    return """
        {"product":"classic","requested_limit":%d,"currency":"USD",
         "applicant":{"first_name":"Ada","middle_name":null,"last_name":"Byron","date_of_birth":"1985-12-10",
           "tax_id":"%s","email":"ada@example.com","phone":"+15125550100","annual_income":9000000,
           "address":{"line1":"1 Main St","line2":null,"city":"Austin","state":"TX","postal_code":"78701","country":"US"},
           "housing":{"status":"rent","monthly_payment":150000},
           "employment":{"status":"employed","employer":"Acme"}},
         "consents":{"e_sign":true,"terms_version":"2026-01"},"accept":%s}"""
        .formatted(limit, taxId, accept);
  }

  /** A cardholder's account and card. */
  public record Cardholder(String account, String card) {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

    /** A tax id of the range never issued, with a clean file of score 800. */
    public static String newTaxId() {
      return taxId("0800");
    }

    /** A tax id whose last four digits tell the bureau what to answer. */
    public static String taxId(String lastFour) {
      return "9" + NUMBERS.incrementAndGet() + lastFour;
    }

    /** The body of a purchase at a corner shop. */
    public String purchase(long amount) {
      return """
          {"card":{"id":"%s"},"amount":%d,"currency":"USD","kind":"purchase","entry_mode":"ecommerce",
           "merchant":{"id":"M1","name":"Corner Shop","mcc":"5411","city":"Austin","state":"TX","country":"US"}}"""
          .formatted(card, amount);
    }
  }

  /** The date that postings belong to. */
  public LocalDate businessDate() {
    return LocalDate.parse(get("/simulate/clock").text("business_date"));
  }

  /** Ends what was started. */
  public void end() {
    try {
      stack.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Closes days until the business date is this one. */
  public void closeUntil(LocalDate until) {
    Answer ordered = post("/simulate/clock", "{\"until\":\"" + until + "\"}");
    assertEquals(202, ordered.status(), ordered.body());
    Awaitility.await("business date " + until)
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              JsonObject clock = get("/simulate/clock").json();
              JsonObject close = clock.getAsJsonObject("close");
              String status = close.get("status").getAsString();
              assertTrue(!status.equals("failed"), close.toString());
              return clock.get("business_date").getAsString().equals(until.toString())
                  && status.equals("completed");
            });
  }

  /** Nothing in the books may contradict anything else; each number counts what does. */
  public Map<String, Long> contradictions() {
    return Map.of(
        "balance differs from journal",
        number(
            """
            select count(*) from credit_account account where posted_balance_minor <> (
              select coalesce(sum(amount_minor), 0) from journal_line where account_id = account.id)"""),
        "held differs from holds",
        number(
            """
            select count(*) from credit_account account where held_minor <> (
              select coalesce(sum(held_minor), 0) from card_authorization where account_id = account.id)"""),
        "journal entries out of balance",
        number(
            """
            select count(*) from (
              select entry_id from journal_line group by entry_id, currency having sum(amount_minor) <> 0) unbalanced"""),
        "decisions without event or audit record",
        number(
            "select abs((select count(*) from card_authorization) - (select count(*) from audit_record"
                + " where action = 'authorization.decide'))"
                + " + abs((select count(*) from card_authorization) - (select count(*) from outbox_event"
                + " where type in ('authorization.approved', 'authorization.declined')))"),
        "payments booked other than once",
        number(
            """
            select count(*) from payment where (status in ('succeeded', 'returned')) <> (
              transaction_id is not null and exists (select 1 from journal_entry where id = transaction_id))"""));
  }
}

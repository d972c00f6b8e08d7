package org.florin.launcher.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * Kills a part under authorization load, starts it again, and holds the bank to what it answered.
 * Of six rounds, one kills the server at a random moment, one the server at the next {@link
 * CrashPoint}, and four the database at a random moment, which is back ten times as fast.
 *
 * <p>Every answered authorization must be there exactly once and be answered the same again; a
 * request without an answer is repeated with its key and must end in exactly one effect; nothing
 * may be there that nobody asked for; and for every account the available credit of the API is
 * limit - posted - held of the database.
 */
final class KillCampaign {
  private static final int ACCOUNTS = 64;
  private static final int CONNECTIONS = 16;
  private static final int LOAD_MILLIS_MIN = 1_500;
  private static final int LOAD_MILLIS_SPAN = 2_500;
  private static final int REPLAYS_PER_ROUND = 300;
  private static final int REVERSAL_PERCENT = 10;
  private static final int KINDS = 6;
  private static final int POINT_PATIENCE_MILLIS = 60_000;
  private static final int REPEAT_PATIENCE_MILLIS = 60_000;

  private record Request(String path, String key, String body) {}

  private record Answered(Request request, String body) {}

  /** What a round kills, and when. */
  private sealed interface Kill {
    record Database() implements Kill {
      @Override
      public String toString() {
        return "database at a random moment";
      }
    }

    record Server() implements Kill {
      @Override
      public String toString() {
        return "server at a random moment";
      }
    }

    record ServerAt(CrashPoint point) implements Kill {
      @Override
      public String toString() {
        return "server at " + point;
      }
    }

    static Kill of(int round) {
      return switch (round % KINDS) {
        case 2 -> new Server();
        case 3 -> new ServerAt(CrashPoint.values()[round / KINDS % CrashPoint.values().length]);
        default -> new Database();
      };
    }
  }

  /** Opens the owner's connection to the database, which may have been killed since the last. */
  @FunctionalInterface
  interface Owner {
    Connection open() throws IOException, SQLException;
  }

  private final FlorinStack stack;
  private final Progress progress;
  private final Random random;
  private final Record record;
  private final Set<String> earlierAuthorizations = new HashSet<>();
  private final Map<String, String> knownAuthorizations = new HashMap<>();
  private final List<Map<String, Object>> roundResults = new ArrayList<>();
  private final Path scratch;
  private final Path armed;
  private final Path libraries;

  /** Takes the result so far, so that a long campaign that is ended early leaves one too. */
  @FunctionalInterface
  interface Record {
    void write(Map<String, Object> result) throws IOException;
  }

  KillCampaign(FlorinStack stack, Progress progress, long seed, Record record) {
    this.stack = stack;
    this.progress = progress;
    this.random = new Random(seed);
    this.record = record;
    this.scratch = stack.workspace().state().resolve("scratch");
    this.armed = scratch.resolve("crash-now");
    this.libraries = stack.workspace().root().resolve("wildfly-config/target/lib");
  }

  /** Runs the rounds; the result says what was found. */
  void run(int rounds, Owner owner) throws IOException, SQLException {
    try (Connection connection = owner.open()) {
      new BenchAccounts(ACCOUNTS).layOut(connection);
      earlierAuthorizations.addAll(storedAuthorizations(connection));
    }
    Map<String, Object> total = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    long answered = 0;
    long unanswered = 0;
    for (int round = 1; round <= rounds && faults.isEmpty(); round++) {
      Queue<Answered> ok = new ConcurrentLinkedQueue<>();
      Queue<Request> open = new ConcurrentLinkedQueue<>();
      Queue<String> broken = new ConcurrentLinkedQueue<>();
      Kill kill = Kill.of(round);
      loadUntilKilled(kill, ok, open, broken);
      long killed = System.nanoTime();
      if (kill instanceof Kill.Database) {
        stack.startDatabase();
      } else {
        prepare(Kill.of(round + 1));
        stack.startServer();
      }
      resolve(open, ok, broken);
      long back = (System.nanoTime() - killed) / 1_000_000;
      faults.addAll(broken);
      faults.addAll(replayFaults(new ArrayList<>(ok)));
      try (Connection connection = owner.open()) {
        faults.addAll(existenceFaults(ok, connection));
        faults.addAll(Books.faults(connection));
        faults.addAll(availabilityFaults(connection));
      }
      answered += ok.size();
      unanswered += open.size();
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("round", round);
      result.put("killed", kill.toString());
      result.put("answered", ok.size());
      result.put("without_answer_at_kill", open.size());
      result.put("back_after_ms", back);
      result.put("faults", List.copyOf(faults));
      roundResults.add(result);
      progress.say(
          "Round "
              + round
              + " ("
              + kill
              + "): "
              + ok.size()
              + " answered, "
              + open.size()
              + " without answer when killed, back after "
              + back
              + " ms, "
              + (faults.isEmpty()
                  ? "books right"
                  : faults.size() + " FAULTS " + faults.subList(0, Math.min(3, faults.size()))));
      total.put("rounds", round);
      total.put("answered_in_total", answered);
      total.put("without_answer_in_total", unanswered);
      total.put("faults", List.copyOf(faults));
      total.put("each_round", roundResults);
      record.write(total);
    }
  }

  private void loadUntilKilled(
      Kill kill, Queue<Answered> ok, Queue<Request> open, Queue<String> broken) throws IOException {
    AtomicBoolean killed = new AtomicBoolean();
    List<Thread> clients = new ArrayList<>();
    String apiKey = stack.apiKey();
    for (int i = 0; i < CONNECTIONS; i++) {
      long seed = random.nextLong();
      clients.add(
          Thread.startVirtualThread(
              () -> load(apiKey, new Random(seed), killed, ok, open, broken)));
    }
    pause(LOAD_MILLIS_MIN + random.nextInt(LOAD_MILLIS_SPAN));
    switch (kill) {
      case Kill.Database ignored -> stack.killDatabase();
      case Kill.Server ignored -> stack.killServer();
      case Kill.ServerAt at -> {
        awaitDeathAt(at.point(), broken);
        stack.killServer();
      }
    }
    killed.set(true);
    for (Thread client : clients) {
      join(client);
    }
  }

  /** Has the next start carry the rule of the next round's point, or none. */
  private void prepare(Kill next) throws IOException {
    Files.deleteIfExists(armed);
    stack.setServerOptions(
        next instanceof Kill.ServerAt at
            ? at.point().options(libraries, scratch, armed)
            : List.of());
  }

  private void awaitDeathAt(CrashPoint expected, Queue<String> broken) throws IOException {
    Files.writeString(armed, "now");
    long deadline = System.nanoTime() + POINT_PATIENCE_MILLIS * 1_000_000L;
    while (stack.isServerAlive() && System.nanoTime() < deadline) {
      pause(5);
    }
    if (stack.isServerAlive()) {
      broken.add("nothing came by " + expected);
    }
  }

  private void load(
      String apiKey,
      Random own,
      AtomicBoolean killed,
      Queue<Answered> ok,
      Queue<Request> open,
      Queue<String> broken) {
    List<String> reversible = new ArrayList<>();
    Request inFlight = null;
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), apiKey)) {
      while (!killed.get()) {
        Request request = next(own, reversible);
        inFlight = request;
        HttpConnection.Answer answer =
            connection.post(request.path(), request.key(), request.body());
        inFlight = null;
        if (answer.status() == 201) {
          ok.add(new Answered(request, answer.body()));
          JsonObject body = JsonParser.parseString(answer.body()).getAsJsonObject();
          if (request.path().endsWith("/authorizations") && body.get("approved").getAsBoolean()) {
            reversible.add(body.get("id").getAsString());
          }
        } else if (answer.status() >= 500 || answer.status() == 409) {
          open.add(request);
        } else {
          broken.add("unexpected " + answer.status() + ": " + answer.body());
        }
      }
    } catch (IOException e) {
      if (inFlight != null) {
        open.add(inFlight);
      }
    }
  }

  private static Request next(Random own, List<String> reversible) {
    String key = new UUID(own.nextLong(), own.nextLong()).toString();
    if (!reversible.isEmpty() && own.nextInt(100) < REVERSAL_PERCENT) {
      String id = reversible.remove(reversible.size() - 1);
      return new Request("/api/v1/authorizations/" + id + "/reversals", key, "{}");
    }
    return new Request(
        "/api/v1/authorizations",
        key,
        BenchAccounts.purchase(own.nextInt(ACCOUNTS), 100 + own.nextInt(10_000)));
  }

  /** Repeats what had no answer; now there must be one, as soon as the bank is ready again. */
  private void resolve(Queue<Request> open, Queue<Answered> ok, Queue<String> broken)
      throws IOException {
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), stack.apiKey())) {
      long deadline = System.nanoTime() + REPEAT_PATIENCE_MILLIS * 1_000_000L;
      for (Request request : open) {
        HttpConnection.Answer answer =
            connection.post(request.path(), request.key(), request.body());
        while (answer.status() == 503 && System.nanoTime() < deadline) {
          pause(100);
          answer = connection.post(request.path(), request.key(), request.body());
        }
        if (answer.status() == 201) {
          ok.add(new Answered(request, answer.body()));
        } else {
          broken.add(
              "repeat of " + request.key() + " answered " + answer.status() + " " + answer.body());
        }
      }
    }
  }

  /** The same key gives the same answer, byte for byte. */
  private List<String> replayFaults(List<Answered> ok) throws IOException {
    List<String> faults = new ArrayList<>();
    java.util.Collections.shuffle(ok, random);
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), stack.apiKey())) {
      for (Answered answered : ok.subList(0, Math.min(REPLAYS_PER_ROUND, ok.size()))) {
        Request request = answered.request();
        HttpConnection.Answer again =
            connection.post(request.path(), request.key(), request.body());
        if (again.status() != 201 || !again.replayed() || !again.body().equals(answered.body())) {
          faults.add("replay of " + request.key() + " differs: " + again.status());
        }
      }
    }
    return faults;
  }

  /** Answered = stored: none lost, none doubled, none that nobody asked for. */
  private List<String> existenceFaults(Queue<Answered> ok, Connection owner) throws SQLException {
    List<String> faults = new ArrayList<>();
    for (Answered answered : ok) {
      JsonObject body = JsonParser.parseString(answered.body()).getAsJsonObject();
      String id = body.get("id").getAsString();
      if (answered.request().path().endsWith("/authorizations")
          && knownAuthorizations.put(id, answered.request().key()) != null) {
        faults.add("two requests were answered with " + id);
      }
    }
    Set<String> stored = storedAuthorizations(owner);
    for (String id : knownAuthorizations.keySet()) {
      if (!stored.contains(id)) {
        faults.add("lost: " + id);
      }
    }
    for (String id : stored) {
      if (!knownAuthorizations.containsKey(id) && !earlierAuthorizations.contains(id)) {
        faults.add("nobody was answered with " + id);
      }
    }
    return faults;
  }

  private static Set<String> storedAuthorizations(Connection owner) throws SQLException {
    Set<String> stored = new HashSet<>();
    try (PreparedStatement statement =
            owner.prepareStatement(
                """
                SELECT a.id FROM card_authorization a JOIN credit_account c ON c.id = a.account_id
                WHERE c.external_source = 'bench'
                """);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        stored.add("auth_" + BenchAccounts.text(rows.getObject(1, UUID.class)));
      }
    }
    return stored;
  }

  private List<String> availabilityFaults(Connection owner) throws IOException, SQLException {
    List<String> faults = new ArrayList<>();
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), stack.apiKey());
        PreparedStatement statement =
            owner.prepareStatement(
                "SELECT credit_limit_minor - posted_balance_minor - held_minor FROM credit_account WHERE id = ?")) {
      for (int number = 0; number < ACCOUNTS; number++) {
        statement.setObject(1, BenchAccounts.account(number));
        long available;
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          available = row.getLong(1);
        }
        HttpConnection.Answer answer =
            connection.get("/api/v1/accounts/" + BenchAccounts.accountText(number));
        long told =
            answer.status() == 200
                ? JsonParser.parseString(answer.body())
                    .getAsJsonObject()
                    .get("available_credit")
                    .getAsLong()
                : -1;
        if (told != available) {
          faults.add("account " + number + ": API " + told + ", database " + available);
        }
      }
    }
    return faults;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.florin.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * The rate of authorizations over HTTP, in rounds that alternate with the floor in plain SQL, and
 * their latency at half of that rate and at twice as much, with planned start times, so that a
 * stall is charged to every request it delays.
 */
final class AuthorizationBench {
  /** What to measure. */
  record Options(
      int accounts,
      int connections,
      int seconds,
      int rounds,
      int warmupSeconds,
      Optional<Path> profile) {}

  private static final int[] FLOOR_CLIENTS = {4, 8, 16, 32};
  private static final int DRAIN_PATIENCE_SECONDS = 120;
  static final int HALF_RATE_CONNECTIONS = 128;

  /** Enough that twice the rate reaches the server instead of waiting for a connection. */
  private static final int OVERLOAD_CONNECTIONS = 1024;

  private final FlorinStack stack;
  private final Progress progress;
  private final Options options;
  private final HttpLoad load;
  private long seed = System.nanoTime();

  AuthorizationBench(FlorinStack stack, Progress progress, Options options) throws IOException {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
    this.load = new HttpLoad(stack, progress);
  }

  private record Slice(double rate, double serverMicros, double databaseMicros, double syncs) {}

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    progress.say("Laying out " + options.accounts() + " accounts");
    new BenchAccounts(options.accounts()).layOut(owner);
    BenchRules.retire(owner);
    SqlFloor floor = new SqlFloor(stack, options.accounts());
    floor.layOut(owner);
    long before = stored(owner);
    progress.say("Warming up for " + options.warmupSeconds() + " s");
    load.closedLoop(options.connections(), options.warmupSeconds(), options.accounts());
    int severalClients = bestClients(floor, SqlFloor.Way.SEVERAL_STATEMENTS);
    int functionClients = bestClients(floor, SqlFloor.Way.ONE_FUNCTION);
    if (options.profile().isPresent()) {
      flightRecorder("JFR.start", "name=bench", "settings=profile");
    }
    List<Double> several = new ArrayList<>();
    List<Double> function = new ArrayList<>();
    List<Double> functionMicros = new ArrayList<>();
    List<Slice> uniform = new ArrayList<>();
    List<Slice> hot = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      several.add(
          floor.rate(
              SqlFloor.Way.SEVERAL_STATEMENTS, severalClients, options.seconds(), seed += 97));
      uniform.add(measured(owner, options.accounts()));
      long database = ProcessTime.microsOfTree(stack.databasePid());
      function.add(
          floor.rate(SqlFloor.Way.ONE_FUNCTION, functionClients, options.seconds(), seed += 97));
      functionMicros.add(
          (ProcessTime.microsOfTree(stack.databasePid()) - database)
              / (function.getLast() * options.seconds()));
      hot.add(measured(owner, 1));
      progress.say(
          String.format(
              Locale.ROOT,
              "Round %d: SQL statements %.0f/s, SQL function %.0f/s, HTTP %.0f/s, HTTP one account %.0f/s",
              round,
              several.getLast(),
              function.getLast(),
              uniform.getLast().rate(),
              hot.getLast().rate()));
    }
    if (options.profile().isPresent()) {
      flightRecorder(
          "JFR.stop", "name=bench", "filename=" + options.profile().get().toAbsolutePath());
    }
    double rate = Rates.median(uniform.stream().map(Slice::rate).toList());
    HttpLoad.OpenLoop latency = openLoop(rate / 2, HALF_RATE_CONNECTIONS);
    HttpLoad.OpenLoop overload = openLoop(rate * 2, OVERLOAD_CONNECTIONS);
    floor.remove(owner);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("connections", options.connections());
    result.put("seconds_per_slice", options.seconds());
    result.put("floor_several_statements", described(several, severalClients));
    result.put("floor_one_function", described(function, functionClients));
    result.put(
        "http", described(uniform.stream().map(Slice::rate).toList(), options.connections()));
    result.put(
        "http_one_account",
        described(hot.stream().map(Slice::rate).toList(), options.connections()));
    result.put("A1_http_to_several_statements", Rates.ratio(rate, Rates.median(several)));
    result.put(
        "A2_one_account_to_http",
        Rates.ratio(Rates.median(hot.stream().map(Slice::rate).toList()), rate));
    result.put("A3_latency_at_half_rate", latency.described());
    result.put("A4_latency_at_twice_the_rate", overload.described());
    double server = Rates.median(uniform.stream().map(Slice::serverMicros).toList());
    double database = Rates.median(uniform.stream().map(Slice::databaseMicros).toList());
    result.put(
        "cpu_micros_per_authorization",
        Map.of(
            "server", Math.round(server),
            "database", Math.round(database),
            "database_of_one_function", Math.round(Rates.median(functionMicros))));
    result.put(
        "A7_cpu_to_database_of_one_function",
        Rates.ratio(server + database, Rates.median(functionMicros)));
    result.put(
        "A8_wal_syncs_per_authorization",
        Math.round(Rates.median(uniform.stream().map(Slice::syncs).toList()) * 10_000) / 10_000.0);
    result.put("faults", faults(owner, before));
    print(result);
    return result;
  }

  /** Has the server record where its time goes. */
  private void flightRecorder(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(stack.serverPid()));
    command.addAll(List.of(words));
    Process recorder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (recorder.waitFor() != 0) {
        throw new IOException("the flight recorder refused " + words[0]);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpLoad.OpenLoop openLoop(double rate, int connections) throws IOException {
    return load.openLoop(rate, connections, options.seconds() * 2, options.accounts());
  }

  private int bestClients(SqlFloor floor, SqlFloor.Way way) throws IOException {
    int best = FLOOR_CLIENTS[0];
    double bestRate = 0;
    for (int clients : FLOOR_CLIENTS) {
      double rate = floor.rate(way, clients, Math.max(2, options.seconds() / 3), seed += 97);
      if (rate > bestRate) {
        bestRate = rate;
        best = clients;
      }
    }
    return best;
  }

  private Slice measured(Connection owner, int accounts) throws IOException, SQLException {
    long syncs = walSyncs(owner);
    long server = ProcessTime.micros(stack.serverPid());
    long database = ProcessTime.microsOfTree(stack.databasePid());
    long begin = load.answeredCount();
    double rate = load.closedLoop(options.connections(), options.seconds(), accounts);
    double count = Math.max(1, load.answeredCount() - begin);
    return new Slice(
        rate,
        (ProcessTime.micros(stack.serverPid()) - server) / count,
        (ProcessTime.microsOfTree(stack.databasePid()) - database) / count,
        (walSyncs(owner) - syncs) / count);
  }

  private List<String> faults(Connection owner, long before) throws SQLException {
    List<String> faults = new ArrayList<>();
    long stored = stored(owner) - before;
    if (stored != load.answeredCount()) {
      faults.add(load.answeredCount() + " answered, " + stored + " stored");
    }
    long deadline = System.nanoTime() + DRAIN_PATIENCE_SECONDS * 1_000_000_000L;
    long waiting = unpublished(owner);
    while (waiting > 0 && System.nanoTime() < deadline) {
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
      waiting = unpublished(owner);
    }
    if (waiting > 0) {
      faults.add(waiting + " events not published after " + DRAIN_PATIENCE_SECONDS + " s");
    }
    faults.addAll(Books.faults(owner));
    return faults;
  }

  private static long unpublished(Connection owner) throws SQLException {
    return Books.count(owner, "SELECT count(*) FROM outbox_event WHERE published_at IS NULL");
  }

  private static long stored(Connection owner) throws SQLException {
    return Books.count(
        owner,
        """
        SELECT count(*) FROM card_authorization a JOIN credit_account c ON c.id = a.account_id
        WHERE c.external_source = 'bench'
        """);
  }

  private static long walSyncs(Connection owner) throws SQLException {
    return Books.count(
        owner, "SELECT coalesce(sum(fsyncs), 0)::bigint FROM pg_stat_io WHERE object = 'wal'");
  }

  private static Map<String, Object> described(List<Double> rates, int clients) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("clients", clients);
    described.putAll(Rates.described(rates));
    return described;
  }

  private void print(Map<String, Object> result) {
    progress.print("");
    result.forEach((name, value) -> progress.print(String.format("  %-36s %s", name, value)));
    progress.print("");
  }
}

package org.florin.launcher.bench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
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
  private static final long HISTOGRAM_MAX_MICROS = 60_000_000;
  private static final int DRAIN_PATIENCE_SECONDS = 120;
  private static final int HALF_RATE_CONNECTIONS = 128;

  /** Enough that twice the rate reaches the server instead of waiting for a connection. */
  private static final int OVERLOAD_CONNECTIONS = 1024;

  private static final int TICKS_PER_SECOND = 100;
  private static final long TICK_MICROS = 10_000;

  private final FlorinStack stack;
  private final Progress progress;
  private final Options options;
  private final String apiKey;
  private final AtomicLong approved = new AtomicLong();
  private long seed = System.nanoTime();

  AuthorizationBench(FlorinStack stack, Progress progress, Options options) throws IOException {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
    this.apiKey = stack.apiKey();
  }

  /** What came of requests that were started as planned. */
  private record OpenLoop(
      Histogram accepted, Histogram refused, ConcurrentLinkedQueue<String> problems) {
    OpenLoop() {
      this(
          new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 3),
          new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 3),
          new ConcurrentLinkedQueue<>());
    }

    Map<String, Object> described(double rate) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("rate", Math.round(rate));
      result.put("accepted", latency(accepted));
      if (refused.getTotalCount() > 0) {
        result.put("refused", latency(refused));
      }
      result.put("failed", problems.size());
      return result;
    }

    private static Map<String, Object> latency(Histogram histogram) {
      Map<String, Object> latency = new LinkedHashMap<>();
      latency.put("requests", histogram.getTotalCount());
      for (double percentile : new double[] {50, 90, 99, 99.9}) {
        latency.put(
            "p" + (percentile == 99.9 ? "99_9" : Integer.toString((int) percentile)) + "_ms",
            histogram.getValueAtPercentile(percentile) / 1000.0);
      }
      latency.put("max_ms", histogram.getMaxValue() / 1000.0);
      return latency;
    }
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
    closedLoop(options.warmupSeconds(), options.accounts());
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
      long database = cpuMicrosOfTree(stack.databasePid());
      function.add(
          floor.rate(SqlFloor.Way.ONE_FUNCTION, functionClients, options.seconds(), seed += 97));
      functionMicros.add(
          (cpuMicrosOfTree(stack.databasePid()) - database)
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
    double rate = median(uniform.stream().map(Slice::rate).toList());
    Map<String, Object> latency = openLoop(rate / 2, HALF_RATE_CONNECTIONS);
    Map<String, Object> overload = openLoop(rate * 2, OVERLOAD_CONNECTIONS);
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
    result.put("A1_http_to_several_statements", ratio(rate, median(several)));
    result.put(
        "A2_one_account_to_http", ratio(median(hot.stream().map(Slice::rate).toList()), rate));
    result.put("A3_latency_at_half_rate", latency);
    result.put("A4_latency_at_twice_the_rate", overload);
    double server = median(uniform.stream().map(Slice::serverMicros).toList());
    double database = median(uniform.stream().map(Slice::databaseMicros).toList());
    result.put(
        "cpu_micros_per_authorization",
        Map.of(
            "server", Math.round(server),
            "database", Math.round(database),
            "database_of_one_function", Math.round(median(functionMicros))));
    result.put(
        "A7_cpu_to_database_of_one_function", ratio(server + database, median(functionMicros)));
    result.put(
        "A8_wal_syncs_per_authorization",
        Math.round(median(uniform.stream().map(Slice::syncs).toList()) * 10_000) / 10_000.0);
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
    long server = cpuMicros(stack.serverPid());
    long database = cpuMicrosOfTree(stack.databasePid());
    long begin = approved.get();
    double rate = closedLoop(options.seconds(), accounts);
    double count = Math.max(1, approved.get() - begin);
    return new Slice(
        rate,
        (cpuMicros(stack.serverPid()) - server) / count,
        (cpuMicrosOfTree(stack.databasePid()) - database) / count,
        (walSyncs(owner) - syncs) / count);
  }

  /** As fast as the connections go. */
  private double closedLoop(int seconds, int accounts) throws IOException {
    ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    AtomicLong done = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < options.connections(); i++) {
      SplittableRandom random = new SplittableRandom(seed += 97);
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try (HttpConnection connection = new HttpConnection(stack.ports().http(), apiKey)) {
                  while (System.nanoTime() < end) {
                    HttpConnection.Answer answer = purchase(connection, random, accounts);
                    if (answer.status() != 201) {
                      problems.add(answer.status() + " " + answer.body());
                    }
                    done.incrementAndGet();
                  }
                } catch (IOException e) {
                  problems.add(e.toString());
                }
              }));
    }
    join(threads);
    if (!problems.isEmpty()) {
      throw new IOException(problems.size() + " requests failed, the first: " + problems.peek());
    }
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  private HttpConnection.Answer purchase(
      HttpConnection connection, SplittableRandom random, int accounts) throws IOException {
    HttpConnection.Answer answer =
        connection.post(
            "/api/v1/authorizations",
            new UUID(random.nextLong(), random.nextLong()).toString(),
            BenchAccounts.purchase(random.nextInt(accounts), 100 + random.nextInt(10_000)));
    if (answer.status() == 201) {
      approved.incrementAndGet();
    }
    return answer;
  }

  /** Requests start when planned, at random distances; latency counts from the planned time. */
  private Map<String, Object> openLoop(double rate, int connections) throws IOException {
    int seconds = options.seconds() * 2;
    progress.say(String.format(Locale.ROOT, "Open loop at %.0f/s for %d s", rate, seconds));
    OpenLoop loop = new OpenLoop();
    ConcurrentLinkedQueue<Long> planned = new ConcurrentLinkedQueue<>();
    Semaphore due = new Semaphore(0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      SplittableRandom random = new SplittableRandom(seed += 97);
      threads.add(Thread.startVirtualThread(() -> serve(random, planned, due, loop)));
    }
    plan(rate, end, planned, due);
    for (int i = 0; i < connections; i++) {
      planned.add(Long.MAX_VALUE);
    }
    due.release(connections);
    join(threads);
    return loop.described(rate);
  }

  private void plan(double rate, long end, ConcurrentLinkedQueue<Long> planned, Semaphore due) {
    SplittableRandom random = new SplittableRandom(4711);
    double next = System.nanoTime();
    while (next < end) {
      long now = System.nanoTime();
      int released = 0;
      while (next <= now) {
        planned.add((long) next);
        next += -Math.log(1 - random.nextDouble()) * 1e9 / rate;
        released++;
      }
      due.release(released);
      java.util.concurrent.locks.LockSupport.parkNanos(
          Math.min(
              1_000_000_000L / TICKS_PER_SECOND, Math.max(1, (long) next - System.nanoTime())));
    }
  }

  private void serve(
      SplittableRandom random, ConcurrentLinkedQueue<Long> planned, Semaphore due, OpenLoop loop) {
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), apiKey)) {
      while (true) {
        due.acquire();
        Long start = planned.poll();
        if (start == null || start == Long.MAX_VALUE) {
          return;
        }
        HttpConnection.Answer answer = purchase(connection, random, options.accounts());
        long micros =
            Math.min(HISTOGRAM_MAX_MICROS, Math.max(1, (System.nanoTime() - start) / 1000));
        switch (answer.status()) {
          case 201 -> loop.accepted().recordValue(micros);
          case 429, 503 -> loop.refused().recordValue(micros);
          default -> loop.problems().add(answer.status() + " " + answer.body());
        }
      }
    } catch (IOException e) {
      loop.problems().add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> faults(Connection owner, long before) throws SQLException {
    List<String> faults = new ArrayList<>();
    long stored = stored(owner) - before;
    if (stored != approved.get()) {
      faults.add(approved.get() + " answered, " + stored + " stored");
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

  private static long cpuMicros(long pid) throws IOException {
    long[] ticks = ticks(pid);
    return (ticks[0] + ticks[1]) * TICK_MICROS;
  }

  /** With the children, those that ended included. */
  private static long cpuMicrosOfTree(long pid) throws IOException {
    long[] own = ticks(pid);
    long sum = (own[0] + own[1] + own[2] + own[3]) * TICK_MICROS;
    List<ProcessHandle> children =
        ProcessHandle.of(pid).map(handle -> handle.children().toList()).orElse(List.of());
    for (ProcessHandle child : children) {
      sum += cpuMicros(child.pid());
    }
    return sum;
  }

  /** User and system time of a process, and of its children that ended. */
  private static long[] ticks(long pid) throws IOException {
    try {
      String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return new long[] {
        Long.parseLong(fields[11]),
        Long.parseLong(fields[12]),
        Long.parseLong(fields[13]),
        Long.parseLong(fields[14])
      };
    } catch (FileSystemException ended) {
      return new long[4];
    } catch (IOException ended) {
      if (ProcessHandle.of(pid).isPresent()) {
        throw ended;
      }
      return new long[4];
    }
  }

  private static Map<String, Object> described(List<Double> rates, int clients) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("clients", clients);
    described.put("median_per_second", Math.round(median(rates)));
    described.put("min", Math.round(rates.stream().min(Double::compare).orElseThrow()));
    described.put("max", Math.round(rates.stream().max(Double::compare).orElseThrow()));
    described.put("rounds", rates.stream().map(Math::round).toList());
    return described;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double ratio(double value, double base) {
    return Math.round(value / base * 100) / 100.0;
  }

  private void print(Map<String, Object> result) {
    progress.print("");
    result.forEach((name, value) -> progress.print(String.format("  %-36s %s", name, value)));
    progress.print("");
  }

  private static void join(List<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

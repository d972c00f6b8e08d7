package org.florin.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * The rate of authorizations through the networks' door beside that over HTTP, in rounds that
 * alternate, with as many requests under way at each.
 */
final class NetworkBench {
  private static final int LINES = 8;
  private static final long HISTOGRAM_MAX_MICROS = 60_000_000;
  private static final int FIRST_ACQUIRER = 200_000;

  private final FlorinStack stack;
  private final Progress progress;
  private final AuthorizationBench.Options options;
  private final String apiKey;
  private long seed = 1;

  NetworkBench(FlorinStack stack, Progress progress, AuthorizationBench.Options options)
      throws IOException {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
    this.apiKey = stack.apiKey();
  }

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    progress.say("Laying out " + options.accounts() + " accounts");
    BenchAccounts accounts = new BenchAccounts(options.accounts());
    accounts.layOut(owner);
    accounts.layOutNumbers(owner, stack.vaultIndexKey());
    BenchRules.retire(owner);
    List<String> faults = new ArrayList<>();
    Histogram latency = new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 3);
    progress.say("Warming up for " + options.warmupSeconds() + " s");
    overHttp(options.warmupSeconds() / 2, faults);
    overNetwork(options.warmupSeconds() / 2, latency, faults);
    latency.reset();
    List<Double> http = new ArrayList<>();
    List<Double> network = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      http.add(overHttp(options.seconds(), faults));
      network.add(overNetwork(options.seconds(), latency, faults));
      progress.say(
          String.format(
              Locale.ROOT,
              "Round %d: HTTP %.0f/s, ISO 8583 %.0f/s",
              round,
              http.getLast(),
              network.getLast()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("under_way", options.connections());
    result.put("seconds_per_slice", options.seconds());
    result.put("http_per_second", http.stream().map(Math::round).toList());
    result.put("iso8583_per_second", network.stream().map(Math::round).toList());
    result.put("A6_iso8583_to_http", Math.round(median(network) / median(http) * 100) / 100.0);
    result.put("iso8583_p50_ms", latency.getValueAtPercentile(50) / 1000.0);
    result.put("iso8583_p99_ms", latency.getValueAtPercentile(99) / 1000.0);
    result.put("faults", faults);
    return result;
  }

  private double overNetwork(int seconds, Histogram latency, List<String> faults)
      throws IOException {
    List<NetworkLine> lines = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    for (int i = 0; i < LINES; i++) {
      seed += 97;
      NetworkLine line =
          new NetworkLine(
              stack.ports().acquirer(),
              Long.toString(FIRST_ACQUIRER + seed),
              Math.max(1, options.connections() / LINES));
      line.listen(latency);
      lines.add(line);
      SplittableRandom random = new SplittableRandom(seed);
      threads.add(Thread.startVirtualThread(() -> keepBusy(line, random, end)));
    }
    long approved = 0;
    for (int i = 0; i < LINES; i++) {
      join(threads.get(i));
      approved += lines.get(i).approvedCount();
      if (lines.get(i).refusedCount() > 0) {
        faults.add(lines.get(i).refusedCount() + " requests refused on one line");
      }
      lines.get(i).close();
    }
    return approved * 1e9 / (System.nanoTime() - begin);
  }

  private void keepBusy(NetworkLine line, SplittableRandom random, long end) {
    try {
      while (System.nanoTime() < end) {
        line.purchase(
            BenchAccounts.pan(random.nextInt(options.accounts())), 100 + random.nextInt(10_000));
      }
      line.drain();
    } catch (IOException e) {
      progress.say("A line failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private double overHttp(int seconds, List<String> faults) throws IOException {
    AtomicLong done = new AtomicLong();
    AtomicLong failed = new AtomicLong();
    List<Thread> threads = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    for (int i = 0; i < options.connections(); i++) {
      SplittableRandom random = new SplittableRandom(seed += 97);
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try (HttpConnection connection = new HttpConnection(stack.ports().http(), apiKey)) {
                  while (System.nanoTime() < end) {
                    (purchase(connection, random) ? done : failed).incrementAndGet();
                  }
                } catch (IOException e) {
                  failed.incrementAndGet();
                }
              }));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (failed.get() > 0) {
      faults.add(failed.get() + " requests failed over HTTP");
    }
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  private boolean purchase(HttpConnection connection, SplittableRandom random) throws IOException {
    return connection
            .post(
                "/api/v1/authorizations",
                new UUID(random.nextLong(), random.nextLong()).toString(),
                BenchAccounts.purchase(
                    random.nextInt(options.accounts()), 100 + random.nextInt(10_000)))
            .status()
        == 201;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

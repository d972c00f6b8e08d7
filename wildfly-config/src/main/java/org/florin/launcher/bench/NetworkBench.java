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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * The rate of authorizations through the networks' door and the mainframe's queue beside that over
 * HTTP, in rounds that alternate.
 */
final class NetworkBench {
  private static final int LINES = 8;
  private static final int QUEUE_LANES = 16;
  private static final int AT_ONCE_IN_QUEUE = 16;
  private static final long HISTOGRAM_MAX_MICROS = 60_000_000;
  private static final int FIRST_ACQUIRER = 200_000;

  private final FlorinStack stack;
  private final Progress progress;
  private final AuthorizationBench.Options options;
  private final HttpLoad load;
  private final CardQueue queue;
  private long seed = 1;

  NetworkBench(FlorinStack stack, Progress progress, AuthorizationBench.Options options)
      throws IOException {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
    this.load = new HttpLoad(stack, progress);
    this.queue = new CardQueue(stack);
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
    overHttp(options.warmupSeconds() / 3);
    overNetwork(options.warmupSeconds() / 3, latency, faults);
    overQueue(options.warmupSeconds() / 3, faults);
    latency.reset();
    List<Double> http = new ArrayList<>();
    List<Double> network = new ArrayList<>();
    List<Double> mq = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      http.add(overHttp(options.seconds()));
      network.add(overNetwork(options.seconds(), latency, faults));
      mq.add(overQueue(options.seconds(), faults));
      progress.say(
          String.format(
              Locale.ROOT,
              "Round %d: HTTP %.0f/s, ISO 8583 %.0f/s, queue %.0f/s",
              round,
              http.getLast(),
              network.getLast(),
              mq.getLast()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("under_way", options.connections());
    result.put("seconds_per_slice", options.seconds());
    result.put("http", Rates.described(http));
    result.put("iso8583", Rates.described(network));
    result.put("mq", Rates.described(mq));
    result.put("A6_iso8583_to_http", Rates.ratio(Rates.median(network), Rates.median(http)));
    result.put("A6_mq_to_http", Rates.ratio(Rates.median(mq), Rates.median(http)));
    result.put("iso8583_p50_ms", latency.getValueAtPercentile(50) / 1000.0);
    result.put("iso8583_p99_ms", latency.getValueAtPercentile(99) / 1000.0);
    faults.addAll(Books.faults(owner));
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

  private double overHttp(int seconds) throws IOException {
    return load.closedLoop(options.connections(), seconds, options.accounts());
  }

  /**
   * Several orders at a time, since the mainframe's broker flushes each message before the next.
   */
  private double overQueue(int seconds, List<String> faults) throws IOException {
    AtomicLong approved = new AtomicLong();
    AtomicLong asked = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < QUEUE_LANES; i++) {
      seed += 97;
      String lane = "B" + Long.toString(seed, 36) + "-";
      SplittableRandom random = new SplittableRandom(seed);
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int order = 0; System.nanoTime() < end; order++) {
                    List<String> requests = purchases(random, lane + order + "-");
                    asked.addAndGet(requests.size());
                    approved.addAndGet(queue.ask(requests));
                  }
                } catch (IOException e) {
                  progress.say("The queue failed: " + e);
                }
              }));
    }
    for (Thread thread : threads) {
      join(thread);
    }
    if (approved.get() < asked.get()) {
      faults.add(asked.get() - approved.get() + " requests of the queue not approved");
    }
    return approved.get() * 1e9 / (System.nanoTime() - begin);
  }

  private List<String> purchases(SplittableRandom random, String prefix) {
    return IntStream.range(0, AT_ONCE_IN_QUEUE)
        .mapToObj(
            i ->
                CardQueue.purchase(
                    random.nextInt(options.accounts()), 100 + random.nextInt(10_000), prefix + i))
        .toList();
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

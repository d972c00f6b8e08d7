package org.florin.launcher.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * Purchases over HTTP with the accounts of {@link BenchAccounts}: as many as go, or as many as
 * planned.
 */
final class HttpLoad {
  private static final long HISTOGRAM_MAX_MICROS = 60_000_000;
  private static final int TICKS_PER_SECOND = 100;
  private static final long PLAN_SEED = 4711;

  private final Progress progress;
  private final int port;
  private final String apiKey;
  private final AtomicLong answered = new AtomicLong();
  private long seed = System.nanoTime();

  HttpLoad(FlorinStack stack, Progress progress) throws IOException {
    this.progress = progress;
    this.port = stack.ports().http();
    this.apiKey = stack.apiKey();
  }

  /** Latencies of requests that were started as planned, in microseconds. */
  record OpenLoop(
      double rate, Histogram accepted, Histogram refused, ConcurrentLinkedQueue<String> problems) {

    private OpenLoop(double rate) {
      this(
          rate,
          new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 3),
          new ConcurrentHistogram(HISTOGRAM_MAX_MICROS, 3),
          new ConcurrentLinkedQueue<>());
    }

    double p99Millis() {
      return accepted.getValueAtPercentile(99) / 1000.0;
    }

    Map<String, Object> described() {
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

  /** Requests answered with a decision, of all loads of this object. */
  long answeredCount() {
    return answered.get();
  }

  /** Purchases a second over so many connections, each as fast as it is answered. */
  double closedLoop(int connections, int seconds, int accounts) throws IOException {
    ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    AtomicLong done = new AtomicLong();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      SplittableRandom random = new SplittableRandom(seed += 97);
      threads.add(
          Thread.startVirtualThread(
              () -> {
                try (HttpConnection connection = new HttpConnection(port, apiKey)) {
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

  /**
   * Requests start when planned, at random distances; latency counts from the planned time, so that
   * a stall is charged to every request it delays.
   */
  OpenLoop openLoop(double rate, int connections, int seconds, int accounts) throws IOException {
    progress.say(String.format(Locale.ROOT, "Open loop at %.0f/s for %d s", rate, seconds));
    OpenLoop loop = new OpenLoop(rate);
    ConcurrentLinkedQueue<Long> planned = new ConcurrentLinkedQueue<>();
    Semaphore due = new Semaphore(0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      SplittableRandom random = new SplittableRandom(seed += 97);
      threads.add(Thread.startVirtualThread(() -> serve(random, accounts, planned, due, loop)));
    }
    plan(rate, end, planned, due);
    for (int i = 0; i < connections; i++) {
      planned.add(Long.MAX_VALUE);
    }
    due.release(connections);
    join(threads);
    return loop;
  }

  private static void plan(
      double rate, long end, ConcurrentLinkedQueue<Long> planned, Semaphore due) {
    SplittableRandom random = new SplittableRandom(PLAN_SEED);
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
      LockSupport.parkNanos(
          Math.min(
              1_000_000_000L / TICKS_PER_SECOND, Math.max(1, (long) next - System.nanoTime())));
    }
  }

  private void serve(
      SplittableRandom random,
      int accounts,
      ConcurrentLinkedQueue<Long> planned,
      Semaphore due,
      OpenLoop loop) {
    try (HttpConnection connection = new HttpConnection(port, apiKey)) {
      while (true) {
        due.acquire();
        Long start = planned.poll();
        if (start == null || start == Long.MAX_VALUE) {
          return;
        }
        HttpConnection.Answer answer = purchase(connection, random, accounts);
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

  private HttpConnection.Answer purchase(
      HttpConnection connection, SplittableRandom random, int accounts) throws IOException {
    HttpConnection.Answer answer =
        connection.post(
            "/api/v1/authorizations",
            new UUID(random.nextLong(), random.nextLong()).toString(),
            BenchAccounts.purchase(random.nextInt(accounts), 100 + random.nextInt(10_000)));
    if (answer.status() == 201) {
      answered.incrementAndGet();
    }
    return answer;
  }

  private static void join(List<Thread> threads) throws IOException {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

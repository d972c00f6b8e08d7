package org.florin.simulators.acquirer;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.florin.simulators.acquirer.AcquirerMessages.Content;
import org.jspecify.annotations.Nullable;

/**
 * Plays an acquirer: connects and signs on when there is something to say, sends messages in the
 * order and at the pace that it is told, and acknowledges what the bank sends on its own.
 */
public final class Acquirer implements AutoCloseable {
  private static final int ANSWER_SECONDS = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int port;
  private final AcquirerMessages messages = new AcquirerMessages();
  private final AtomicInteger trace = new AtomicInteger();
  private @Nullable AcquirerConnection connection;

  /**
   * One message to send.
   *
   * @param await whether the answer is waited for before the next one is sent
   * @param hangUp whether the connection is cut right after sending
   */
  record Step(Content message, boolean await, boolean hangUp) {}

  /** What came of a step; the answer is missing if none came in time. */
  record Exchange(Optional<Content> answer, long millis) {}

  private record Pending(CompletableFuture<Content> answer, long sentNanos) {
    Exchange settle() throws InterruptedException {
      try {
        Content content = answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return new Exchange(Optional.of(content), millis());
      } catch (ExecutionException | TimeoutException none) {
        return new Exchange(Optional.empty(), millis());
      }
    }

    private long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sentNanos);
    }
  }

  /**
   * @param port where the bank listens for this acquirer
   */
  public Acquirer(int port) {
    this.port = port;
  }

  /** Sends all messages; the answers are in the order of the messages. */
  synchronized List<Exchange> play(List<Step> steps) throws IOException, InterruptedException {
    List<Pending> pending = new ArrayList<>();
    for (Step step : steps) {
      AcquirerConnection line = signedOn();
      Pending sent = new Pending(line.send(step.message()), System.nanoTime());
      if (step.hangUp()) {
        line.close();
        sent.answer().cancel(false);
      } else if (step.await()) {
        sent.settle();
      }
      pending.add(sent);
    }
    List<Exchange> exchanges = new ArrayList<>();
    for (Pending sent : pending) {
      exchanges.add(
          sent.answer().isCancelled() ? new Exchange(Optional.empty(), 0) : sent.settle());
    }
    return exchanges;
  }

  private AcquirerConnection signedOn() throws IOException, InterruptedException {
    AcquirerConnection open = connection;
    if (open == null || !open.isOpen()) {
      open = new AcquirerConnection(port, messages, Acquirer::acknowledge);
      connection = open;
      Exchange signOn = new Pending(open.send(management("001")), System.nanoTime()).settle();
      if (signOn.answer().isEmpty()) {
        throw new IOException("the bank does not answer the sign-on");
      }
    }
    return open;
  }

  private Content management(String code) {
    TreeMap<Integer, String> elements = new TreeMap<>();
    elements.put(7, TIME.format(Instant.now()));
    elements.put(11, String.format(Locale.ROOT, "%06d", trace.incrementAndGet()));
    elements.put(70, code);
    return new Content("0800", elements);
  }

  /** The answer to an echo or a reversal advice of the bank. */
  private static Content acknowledge(Content content) {
    TreeMap<Integer, String> elements = new TreeMap<>(content.elements());
    for (int number : new int[] {14, 18, 38, 43, 60, 95}) {
      elements.remove(number);
    }
    elements.put(39, "00");
    return new Content(AcquirerConnection.answerType(content.type()), elements);
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
    }
  }
}

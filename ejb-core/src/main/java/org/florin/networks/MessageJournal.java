package org.florin.networks;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.florin.kernel.ClientId;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * What came over the links and what went, masked. Entered before a message is worked on, written by
 * one thread that takes all that waits; a journal that can't keep up loses lines and says how many,
 * it never holds up an answer.
 */
@ApplicationScoped
public class MessageJournal {

  private static final int BATCH_COUNT_MAX = 500;
  private static final long IDLE_MILLIS = 200;
  private static final int CONTENT_LENGTH_MAX = 4_000;

  private record Entry(
      ClientId link,
      String connection,
      String direction,
      Optional<NetworkMessage> message,
      String content,
      Instant at) {

    Optional<String> element(int number) {
      return message.flatMap(known -> known.element(number));
    }
  }

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  @Inject Database database;
  @Inject NetworkSettings settings;

  private volatile BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(1);
  private volatile boolean running = true;
  private final LongAdder lostCount = new LongAdder();
  private volatile @Nullable Thread writer;

  synchronized void open(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (writer != null) {
      return;
    }
    waiting = new ArrayBlockingQueue<>(settings.journalQueueLengthMax());
    var fresh = threads.newThread(this::write);
    fresh.setName("network-journal");
    writer = fresh;
    fresh.start();
  }

  @PreDestroy
  void close() {
    running = false;
    var ending = writer;
    if (ending != null) {
      try {
        ending.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A message that came. */
  public void received(NetworkLink link, String connection, NetworkMessage message) {
    enter(link.id(), connection, "in", Optional.of(message), message.masked());
  }

  /** Bytes that came and are no message; their content is not kept. */
  public void refused(NetworkLink link, String connection, String why) {
    enter(link.id(), connection, "in", Optional.empty(), why);
  }

  /** A message that left. */
  public void sent(NetworkLink link, String connection, NetworkMessage message) {
    enter(link.id(), connection, "out", Optional.of(message), message.masked());
  }

  /** A message of another door, in its own words, masked by the caller. */
  void noted(ClientId door, String source, boolean came, String content) {
    enter(door, source, came ? "in" : "out", Optional.empty(), content);
  }

  private void enter(
      ClientId link,
      String connection,
      String direction,
      Optional<NetworkMessage> message,
      String content) {
    var entry =
        new Entry(
            link,
            connection,
            direction,
            message,
            content.substring(0, Math.min(CONTENT_LENGTH_MAX, content.length())),
            SystemTime.now());
    if (!waiting.offer(entry)) {
      lostCount.increment();
    }
  }

  private void write() {
    var taken = new ArrayList<Entry>(BATCH_COUNT_MAX);
    while (running || !waiting.isEmpty()) {
      try {
        var first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          waiting.drainTo(taken, BATCH_COUNT_MAX - 1);
          insert(taken);
        }
        reportLost();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        // A commit in doubt comes as a checked exception that no signature tells of.
        NetworksLog.LOG.journalFailed(taken.size(), e);
      } finally {
        taken.clear();
      }
    }
  }

  private void reportLost() {
    var count = lostCount.sumThenReset();
    if (count > 0) {
      NetworksLog.LOG.journalFull(count);
    }
  }

  private void insert(List<Entry> entries) {
    database.update(
        """
        insert into network_message (link_id, connection, direction, type, stan, retrieval_reference, response_code,
          content, at)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::timestamptz[])
        """,
        column(entries, entry -> entry.link().value()),
        column(entries, Entry::connection),
        column(entries, Entry::direction),
        column(entries, entry -> entry.message().map(NetworkMessage::type)),
        column(entries, entry -> entry.element(11)),
        column(entries, entry -> entry.element(37)),
        column(entries, entry -> entry.element(39)),
        column(entries, Entry::content),
        column(entries, Entry::at));
  }

  private static List<Object> column(List<Entry> entries, Function<Entry, Object> value) {
    return entries.stream().map(value).toList();
  }

  /** Forgets what is older than its time. */
  void forgetOld() {
    database.update(
        "delete from network_message where at < clock_timestamp() - ? * interval '1 day'",
        settings.journalKeepDays());
  }
}

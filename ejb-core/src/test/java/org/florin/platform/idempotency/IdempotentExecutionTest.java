package org.florin.platform.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.ClientId;
import org.florin.platform.sql.DatabaseFault;
import org.junit.jupiter.api.Test;

/** Once per key, on a real PostgreSQL. */
class IdempotentExecutionTest {

  private static final StoredAnswer ANSWER = new StoredAnswer(201, "text/plain", "done");
  private static final Fingerprint REQUEST = new Fingerprint("00ff10");
  private static final Fingerprint OTHER = new Fingerprint("00ff11");

  private final ClientId client = ClientId.create();
  private final AtomicInteger executed = new AtomicInteger();

  @Test
  void executes_once_and_replays_the_same_answer() {
    assertEquals(new Attempt.Executed(ANSWER), execute(key("a", REQUEST)));
    assertEquals(new Attempt.Replayed(ANSWER), execute(key("a", REQUEST)));
    assertEquals(1, executed.get());
  }

  @Test
  void other_request_under_the_key_is_refused() {
    execute(key("a", REQUEST));

    assertEquals(new Attempt.KeyReused(), execute(key("a", OTHER)));
    assertEquals(1, executed.get());
  }

  @Test
  void keys_and_clients_are_independent() {
    execute(key("a", REQUEST));

    assertEquals(new Attempt.Executed(ANSWER), execute(key("b", REQUEST)));
    assertEquals(
        new Attempt.Executed(ANSWER), execute(new RequestKey(ClientId.create(), "a", REQUEST)));
    assertEquals(3, executed.get());
  }

  @Test
  void work_that_throws_leaves_the_key_free() {
    assertThrows(
        IllegalStateException.class,
        () ->
            attempt(
                key("a", REQUEST),
                () -> {
                  throw new IllegalStateException("refused");
                }));
    assertEquals(Optional.empty(), lookUp(key("a", REQUEST)));
    assertEquals(new Attempt.Executed(ANSWER), execute(key("a", REQUEST)));
  }

  @Test
  void answer_is_found_without_executing() {
    execute(key("a", REQUEST));

    assertEquals(Optional.of(new Attempt.Replayed(ANSWER)), lookUp(key("a", REQUEST)));
    assertEquals(Optional.of(new Attempt.KeyReused()), lookUp(key("a", OTHER)));
  }

  @Test
  void deadlocks_victim_is_tried_again() {
    var attempts = new AtomicInteger();
    var attempt =
        attempt(
            key("a", REQUEST),
            () -> {
              if (attempts.incrementAndGet() < 3) {
                throw fault("40P01");
              }
              return ANSWER;
            });

    assertEquals(new Attempt.Executed(ANSWER), attempt);
    assertEquals(3, attempts.get());
  }

  @Test
  void attempts_have_an_end_and_other_faults_no_second() {
    var attempts = new AtomicInteger();
    assertThrows(DatabaseFault.class, () -> attempt(key("a", REQUEST), failing(attempts, "40001")));
    assertEquals(3, attempts.get());
    assertThrows(DatabaseFault.class, () -> attempt(key("a", REQUEST), failing(attempts, "23505")));
    assertEquals(4, attempts.get());
  }

  @Test
  void who_is_interrupted_while_it_waits_stays_so() {
    var interrupted = new AtomicBoolean();
    var attempts = new AtomicInteger();
    attempt(
        key("a", REQUEST),
        () -> {
          if (attempts.incrementAndGet() == 1) {
            Thread.currentThread().interrupt();
            throw fault("40P01");
          }
          interrupted.set(Thread.interrupted());
          return ANSWER;
        });

    assertTrue(interrupted.get());
  }

  /** The second waits up to a second for the first, and is then told so. */
  @Test
  void second_request_while_the_first_runs_is_told_so() throws Exception {
    var started = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      var first =
          threads.submit(
              () ->
                  attempt(
                      key("a", REQUEST),
                      () -> {
                        started.countDown();
                        await(finish);
                        return ANSWER;
                      }));
      started.await();
      var before = System.nanoTime();
      assertEquals(new Attempt.InProgress(), execute(key("a", REQUEST)));
      assertTrue(System.nanoTime() - before >= 900_000_000L, "waited too short");
      finish.countDown();
      assertEquals(new Attempt.Executed(ANSWER), first.get());
    }
    assertEquals(new Attempt.Replayed(ANSWER), execute(key("a", REQUEST)));
    assertEquals(0, executed.get());
  }

  @Test
  void fingerprint_is_its_bytes() {
    assertEquals(REQUEST, Fingerprint.of(REQUEST.bytes()));
    assertEquals(List.of((byte) 0, (byte) -1, (byte) 16), boxed(REQUEST.bytes()));
  }

  private RequestKey key(String key, Fingerprint fingerprint) {
    return new RequestKey(client, key, fingerprint);
  }

  private Attempt execute(RequestKey key) {
    return attempt(
        key,
        () -> {
          executed.incrementAndGet();
          return ANSWER;
        });
  }

  private static Attempt attempt(RequestKey key, Supplier<StoredAnswer> work) {
    var execution = new IdempotentExecution();
    execution.desk =
        new IdempotencyDesk() {
          @Override
          Attempt execute(RequestKey request, Supplier<StoredAnswer> inside) {
            return TestDatabase.inTransaction(
                connection -> {
                  var desk = new IdempotencyDesk();
                  desk.database = connection;
                  return desk.execute(request, inside);
                });
          }
        };
    return execution.execute(key, work);
  }

  private static Optional<Attempt> lookUp(RequestKey key) {
    var execution = new IdempotentExecution();
    execution.database = TestDatabase.autoCommitting();
    return execution.lookUp(key);
  }

  private static Supplier<StoredAnswer> failing(AtomicInteger attempts, String state) {
    return () -> {
      attempts.incrementAndGet();
      throw fault(state);
    };
  }

  private static DatabaseFault fault(String state) {
    return new DatabaseFault(new SQLException("planted", state));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Byte> boxed(byte[] bytes) {
    var boxed = new ArrayList<Byte>();
    for (var each : bytes) {
      boxed.add(each);
    }
    return boxed;
  }
}

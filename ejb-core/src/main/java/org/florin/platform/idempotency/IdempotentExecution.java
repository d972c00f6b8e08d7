package org.florin.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.DatabaseFault;

/**
 * Executes a request once per key. Key, effect and answer commit together, so after a crash either
 * all of them are there or none, and a repeat finishes the work.
 */
@ApplicationScoped
public class IdempotentExecution {

  private static final int ATTEMPTS_MAX = 3;
  private static final long PAUSE_MILLIS_MAX = 50;

  @Inject Database database;
  @Inject IdempotencyDesk desk;

  /** The answer already given under this key, without executing anything. */
  public Optional<Attempt> lookUp(RequestKey request) {
    return IdempotencyDesk.stored(database, request);
  }

  /**
   * Runs the work in one transaction with the key and its answer. If the work throws, nothing is
   * kept and the same key may be used again. A deadlock's victim is tried again, twice at most, in
   * a new transaction.
   */
  public Attempt execute(RequestKey request, Supplier<StoredAnswer> work) {
    for (var attempt = 1; ; attempt++) {
      try {
        return desk.execute(request, work);
      } catch (RuntimeException fault) {
        if (fault instanceof DatabaseFault waited && waited.isLockTimeout()) {
          return new Attempt.InProgress();
        }
        if (attempt == ATTEMPTS_MAX || !DatabaseFault.isTransient(fault)) {
          throw fault;
        }
        pause();
      }
    }
  }

  /** So that two victims of one deadlock don't meet again at once. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS_MAX));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

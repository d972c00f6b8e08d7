package org.florin.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.DatabaseFault;

/**
 * Executes a request once per key. Key, effect and answer commit together, so after a crash either
 * all of them are there or none, and a repeat finishes the work.
 */
@ApplicationScoped
public class IdempotentExecution {

  @Inject Database database;
  @Inject IdempotencyDesk desk;

  /** The answer already given under this key, without executing anything. */
  public Optional<Attempt> lookUp(RequestKey request) {
    return IdempotencyDesk.stored(database, request);
  }

  /**
   * Runs the work in one transaction with the key and its answer. If the work throws, nothing is
   * kept and the same key may be used again.
   */
  public Attempt execute(RequestKey request, Supplier<StoredAnswer> work) {
    try {
      return desk.execute(request, work);
    } catch (DatabaseFault fault) {
      if (fault.isLockTimeout()) {
        return new Attempt.InProgress();
      }
      throw fault;
    }
  }
}

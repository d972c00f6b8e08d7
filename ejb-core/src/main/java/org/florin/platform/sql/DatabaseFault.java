package org.florin.platform.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/**
 * The database refused or could not be reached; carries the SQL state (ISO 9075, PostgreSQL
 * appendix A).
 */
public class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Set<String> TRANSIENT = Set.of("40P01", "40001");

  private final String state;

  public DatabaseFault(SQLException cause) {
    super(cause.getMessage(), cause);
    this.state = state(cause);
  }

  /** A lock was not to be had in the time allowed. */
  public boolean isLockTimeout() {
    return state.equals("55P03");
  }

  /**
   * Whether a deadlock or a serialization failure lies behind what was thrown: then the whole
   * operation may be tried again in a new transaction.
   */
  public static boolean isTransient(Throwable thrown) {
    for (var cause = Optional.of(thrown);
        cause.isPresent();
        cause = cause.map(Throwable::getCause)) {
      if (cause.get() instanceof SQLException sql && TRANSIENT.contains(state(sql))) {
        return true;
      }
    }
    return false;
  }

  private static String state(SQLException cause) {
    return Optional.ofNullable(cause.getSQLState()).orElse("");
  }
}

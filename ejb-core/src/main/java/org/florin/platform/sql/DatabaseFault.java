package org.florin.platform.sql;

import java.sql.SQLException;
import java.util.Optional;

/**
 * The database refused or could not be reached; carries the SQL state (ISO 9075, PostgreSQL
 * appendix A).
 */
public class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String state;

  public DatabaseFault(SQLException cause) {
    super(cause.getMessage(), cause);
    this.state = Optional.ofNullable(cause.getSQLState()).orElse("");
  }

  /** A unique constraint said no: somebody else was first. */
  public boolean isDuplicate() {
    return state.equals("23505");
  }

  /** A lock was not to be had in the time allowed. */
  public boolean isLockTimeout() {
    return state.equals("55P03");
  }

  /**
   * Deadlock or serialization failure: the whole operation may be tried again in a new transaction.
   */
  public boolean isTransient() {
    return state.equals("40P01") || state.equals("40001");
  }
}

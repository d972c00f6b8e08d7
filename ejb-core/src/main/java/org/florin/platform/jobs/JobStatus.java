package org.florin.platform.jobs;

import java.util.Locale;

/** Where a run stands. */
public enum JobStatus {
  QUEUED,
  RUNNING,
  COMPLETED,
  /** All that could be done is done; what could not is listed. */
  COMPLETED_WITH_EXCEPTIONS,
  FAILED,
  STOPPED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether the run has come to its end for good. */
  public boolean isDone() {
    return this == COMPLETED || this == COMPLETED_WITH_EXCEPTIONS;
  }

  /** Whether a person may start the run again. */
  public boolean isRestartable() {
    return this == FAILED || this == STOPPED;
  }
}

package org.florin.platform.jobs;

import org.florin.platform.audit.AuditTrails;
import org.florin.platform.sql.Database;

/** Makes stores of job runs outside a container. */
public final class JobRunsOn {

  private JobRunsOn() {}

  /** The runs on the given connection. */
  public static JobRuns database(Database database) {
    var runs = new JobRuns();
    runs.database = database;
    runs.audit = AuditTrails.on(database);
    return runs;
  }

  /** What staff see of them. */
  public static BatchMonitor monitor(Database database) {
    var monitor = new BatchMonitor();
    monitor.runs = database(database);
    return monitor;
  }
}

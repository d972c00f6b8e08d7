package org.florin.platform.audit;

import org.florin.platform.sql.Database;

/** Makes audit trails outside a container. */
public final class AuditTrails {

  private AuditTrails() {}

  /** The trail on the given connection. */
  public static AuditTrail on(Database database) {
    var trail = new AuditTrail();
    trail.database = database;
    return trail;
  }
}

package org.florin.authorization;

import org.florin.platform.sql.Database;

/** Recalls authorizations outside a container. */
public final class Recalls {

  private Recalls() {}

  /** From the given database. */
  public static RecallAuthorizations on(Database database) {
    var recall = new RecallAuthorizations();
    recall.database = database;
    return recall;
  }
}

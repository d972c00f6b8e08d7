package org.florin.ledger;

import org.florin.platform.sql.Database;

/** Makes journals outside a container. */
public final class Journals {

  private Journals() {}

  /** The journal on the given connection. */
  public static Journal on(Database database) {
    var journal = new Journal();
    journal.database = database;
    return journal;
  }
}

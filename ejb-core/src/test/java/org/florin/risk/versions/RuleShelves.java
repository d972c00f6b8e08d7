package org.florin.risk.versions;

import org.florin.platform.sql.Database;

/** Makes shelves of rules outside a container. */
public final class RuleShelves {

  private RuleShelves() {}

  /** The rules in force in the database. */
  public static RuleShelf on(Database database) {
    var reader = new RulesInForceReader();
    reader.database = database;
    var shelf = new RuleShelf();
    shelf.reader = reader;
    return shelf;
  }
}

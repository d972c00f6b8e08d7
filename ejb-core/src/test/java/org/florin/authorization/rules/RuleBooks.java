package org.florin.authorization.rules;

import org.florin.platform.sql.Database;

/** Makes rule books outside a container. */
public final class RuleBooks {

  private RuleBooks() {}

  /** The rules that the migrations seed. */
  public static RuleBook on(Database database) {
    var rows = new RuleRows();
    rows.database = database;
    var book = new RuleBook();
    book.rows = rows;
    return book;
  }
}

package org.florin.authorization.hooks;

import org.florin.platform.sql.Database;

/** Makes hook books outside a container. */
public final class HookBooks {

  private HookBooks() {}

  /** The hooks that are in the database. */
  public static HookBook on(Database database) {
    var rows = new HookRows();
    rows.database = database;
    var book = new HookBook();
    book.rows = rows;
    return book;
  }

  /** Has a program ask a partner. */
  public static void put(Database database, PartnerHook hook) {
    var rows = new HookRows();
    rows.database = database;
    rows.put(hook);
  }
}

package org.florin.statements;

import org.florin.accounts.AccountBooks;
import org.florin.platform.sql.Database;

/** Makes recorders of past lives outside a container. */
public final class PastLives {

  private PastLives() {}

  /** The recorder on the given connection. */
  public static RecordPastLife on(Database database) {
    var past = new RecordPastLife();
    past.database = database;
    past.billing = Closes.billing(database);
    past.settings = new StatementSettings();
    past.settings.homeCountry = "US";
    past.close = Closes.on(database);
    past.book = AccountBooks.on(database);
    return past;
  }
}

package org.florin.accounts;

import org.florin.ledger.Journals;
import org.florin.platform.sql.Database;

/** Makes account books outside a container. */
public final class AccountBooks {

  private AccountBooks() {}

  /** The book on the given connection. */
  public static AccountBook on(Database database) {
    var book = new AccountBook();
    book.database = database;
    book.journal = Journals.on(database);
    return book;
  }

  /** Reading accounts, on the given connection. */
  public static FindAccounts findOn(Database database) {
    var find = new FindAccounts();
    find.database = database;
    return find;
  }
}

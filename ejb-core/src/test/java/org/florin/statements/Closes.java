package org.florin.statements;

import org.florin.accounts.AccountBooks;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.products.CreditTermsOn;

/** Makes the close of accounts outside a container. */
public final class Closes {

  private Closes() {}

  /** The close on the given connection. */
  public static CloseAccounts on(Database database) {
    var close = new CloseAccounts();
    close.database = database;
    close.book = AccountBooks.on(database);
    close.billing = billing(database);
    close.tape = tape(database);
    close.statements = statements(database);
    close.settings = new StatementSettings();
    close.settings.homeCountry = "US";
    close.outbox = Outboxes.on(database);
    return close;
  }

  static BillingFacts billing(Database database) {
    var billing = new BillingFacts();
    billing.database = database;
    billing.products = CreditTermsOn.database(database);
    return billing;
  }

  static Tape tape(Database database) {
    var tape = new Tape();
    tape.database = database;
    return tape;
  }

  static Statements statements(Database database) {
    var statements = new Statements();
    statements.database = database;
    return statements;
  }
}

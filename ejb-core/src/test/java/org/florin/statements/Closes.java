package org.florin.statements;

import org.florin.accounts.AccountBooks;
import org.florin.kernel.BusinessClock;
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
    close.disputed = disputed(database);
    close.returned = returned(database);
    close.tape = tape(database);
    close.statements = statements(database);
    close.settings = new StatementSettings();
    close.settings.homeCountry = "US";
    close.outbox = Outboxes.on(database);
    return close;
  }

  /** What is in dispute, on the given connection. */
  public static DisputedAmounts disputed(Database database) {
    var disputed = new DisputedAmounts();
    disputed.database = database;
    return disputed;
  }

  /** Reading statements, on the given connection. */
  public static FindStatements findOn(Database database, BusinessClock clock) {
    var find = new FindStatements();
    find.statements = statements(database);
    find.tape = tape(database);
    find.billing = billing(database);
    find.disputed = disputed(database);
    find.returned = returned(database);
    find.settings = new StatementSettings();
    find.settings.homeCountry = "US";
    find.clock = clock;
    return find;
  }

  private static ReturnedPayments returned(Database database) {
    var returned = new ReturnedPayments();
    returned.database = database;
    return returned;
  }

  static BillingFacts billing(Database database) {
    var billing = new BillingFacts();
    billing.database = database;
    billing.products = CreditTermsOn.database(database);
    billing.rates = RatesOn.database(database);
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

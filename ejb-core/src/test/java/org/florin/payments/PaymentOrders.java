package org.florin.payments;

import org.florin.accounts.AccountBooks;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;

/** Makes the order to pay outside a container. */
public final class PaymentOrders {

  private PaymentOrders() {}

  /** Orders on the given connection. */
  public static MakePayment on(Database database) {
    var make = new MakePayment();
    make.payments = new Payments();
    make.payments.database = database;
    make.accounts = AccountBooks.findOn(database);
    make.find = new FindPayments();
    make.find.database = database;
    make.outbox = Outboxes.on(database);
    make.audit = AuditTrails.on(database);
    return make;
  }
}

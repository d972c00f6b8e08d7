package org.florin.customers;

import org.florin.kernel.BusinessClock;
import org.florin.platform.sql.Database;

/** Makes take-overs of customers outside a container. */
public final class CustomerTakeOvers {

  private CustomerTakeOvers() {}

  /** The take-over on the given connection. */
  public static TakeOverCustomers on(
      Database database, PersonalDataVault vault, BusinessClock clock) {
    TakeOverCustomers takeOver = new TakeOverCustomers();
    takeOver.database = database;
    takeOver.vault = vault;
    takeOver.clock = clock;
    return takeOver;
  }
}

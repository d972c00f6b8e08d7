package org.florin.statements;

import org.florin.platform.sql.Database;

/** Makes readers of rates outside a container. */
public final class RatesOn {

  private RatesOn() {}

  /** The rates on the given connection. */
  public static AccountRates database(Database database) {
    var rates = new AccountRates();
    rates.database = database;
    return rates;
  }
}

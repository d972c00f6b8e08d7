package org.florin.products;

import org.florin.platform.sql.Database;

/** Makes readers of credit terms outside a container. */
public final class CreditTermsOn {

  private CreditTermsOn() {}

  /** The reader on the given connection. */
  public static FindCreditTerms database(Database database) {
    var terms = new FindCreditTerms();
    terms.database = database;
    return terms;
  }
}

package org.florin.sample;

import java.time.LocalDate;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.kernel.Money;

/**
 * A cardholder of the sample bank and how this person pays. Tax ids are of the range never issued.
 */
enum Persona {
  CAREFUL("ada.careful", "Ada", "Careful", "900550800", "gold", 1_000_000, 14),
  REVOLVER("bruno.revolver", "Bruno", "Revolver", "900550690", "classic", 800_000, 10),
  DELINQUENT("dora.delinquent", "Dora", "Delinquent", "900550610", "classic", 300_000, 6);

  /** Months without a payment at the end of the delinquent one's history. */
  static final int UNPAID_MONTHS = 3;

  final String username;
  final String product;
  final int purchasesPerMonth;

  private final String firstName;
  private final String lastName;
  private final String taxId;
  private final long creditLimitMinor;

  Persona(
      String username,
      String firstName,
      String lastName,
      String taxId,
      String product,
      long creditLimitMinor,
      int purchasesPerMonth) {
    this.username = username;
    this.firstName = firstName;
    this.lastName = lastName;
    this.taxId = taxId;
    this.product = product;
    this.creditLimitMinor = creditLimitMinor;
    this.purchasesPerMonth = purchasesPerMonth;
  }

  Money creditLimit() {
    return Money.usd(creditLimitMinor);
  }

  /** Statements close on different days, so that most days have something to show. */
  int cycleDay() {
    return 5 + 7 * ordinal();
  }

  PersonalDetails details() {
    return new PersonalDetails(
        firstName,
        null,
        lastName,
        LocalDate.of(1980 + ordinal(), 3, 14),
        taxId,
        username + "@example.com",
        "+1512555010" + ordinal(),
        new PostalAddress((ordinal() + 1) + " Main St", null, "Austin", "TX", "78701", "US"));
  }

  /** Part of the balance that is paid each month, in percent; 0 for nothing. */
  int percentPaid(int monthsAgo) {
    return switch (this) {
      case CAREFUL -> 100;
      case REVOLVER -> 25;
      case DELINQUENT -> monthsAgo < UNPAID_MONTHS ? 0 : 60;
    };
  }
}

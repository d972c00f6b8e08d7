package org.florin.statements.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.florin.products.FeeSchedule;

/** Fees for what the bank does: cash, foreign purchases, the year. Rounded half up. */
public final class ServiceFeePolicy {

  private ServiceFeePolicy() {}

  /** For one cash advance: a percentage of it, but not less than the flat amount. */
  public static long cashAdvanceMinor(FeeSchedule fees, long amountMinor) {
    return amountMinor <= 0
        ? 0
        : Math.max(fees.cashAdvanceFlatMinor(), share(fees.cashAdvancePercent(), amountMinor));
  }

  /** For one purchase made abroad. */
  public static long foreignMinor(FeeSchedule fees, long amountMinor) {
    return amountMinor <= 0 ? 0 : share(fees.foreignPercent(), amountMinor);
  }

  /** For a cycle in which a year of the account begins, its first year included. */
  public static long annualMinor(
      FeeSchedule fees, LocalDate openedOn, LocalDate cycleFrom, LocalDate cycleTo) {
    var years = cycleTo.getYear() - openedOn.getYear();
    var beginning = openedOn.plusYears(Math.max(0, years));
    if (beginning.isAfter(cycleTo)) {
      beginning = openedOn.plusYears(Math.max(0, years - 1));
    }
    return beginning.isBefore(cycleFrom) || beginning.isAfter(cycleTo) ? 0 : fees.annualMinor();
  }

  private static long share(BigDecimal percent, long amountMinor) {
    return percent
        .multiply(BigDecimal.valueOf(amountMinor))
        .movePointLeft(2)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}

package org.florin.creditrefunds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Money;

/** How much is paid back, and by when. */
final class CreditRefundPolicy {

  /** Reg Z 1026.11(a)(2). */
  static final int BUSINESS_DAYS = 7;

  private CreditRefundPolicy() {}

  /**
   * What is paid back; empty where that can't be.
   *
   * @param posted balance of the account; negative when the bank owes
   * @param wanted empty for all of it
   */
  static Optional<Money> amount(Money posted, Optional<Money> wanted) {
    var credit = posted.negated();
    return wanted
        .or(() -> Optional.of(credit))
        .filter(Money::isPositive)
        .filter(amount -> amount.currency().equals(credit.currency()))
        .filter(amount -> amount.compareTo(credit) <= 0);
  }

  /** Weekdays; a holiday in between is not waited for. */
  static LocalDate payBy(LocalDate orderedOn) {
    var day = orderedOn;
    for (var counted = 0; counted < BUSINESS_DAYS; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        counted++;
      }
    }
    return day;
  }
}

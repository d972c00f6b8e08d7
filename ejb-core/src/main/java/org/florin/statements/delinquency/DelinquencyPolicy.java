package org.florin.statements.delinquency;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Required payments, oldest first. */
public final class DelinquencyPolicy {

  /**
   * Open-end credit is charged off when it is so many days past due (Uniform Retail Credit
   * Classification, 65 FR 36903).
   */
  public static final int CHARGE_OFF_DAYS = 180;

  private DelinquencyPolicy() {}

  /**
   * What is left of the dues after a payment; the oldest is paid first.
   *
   * @param paidMinor 0 or more
   */
  public static List<Due> pay(List<Due> dues, long paidMinor) {
    var left = new ArrayList<Due>(dues.size());
    var paid = paidMinor;
    for (var due : dues) {
      var part = Math.min(due.leftMinor(), paid);
      paid -= part;
      if (due.leftMinor() > part) {
        left.add(new Due(due.dueOn(), due.leftMinor() - part));
      }
    }
    return List.copyOf(left);
  }

  /** Days since the oldest due date that was missed; 0 if none was. */
  public static int daysPastDue(List<Due> dues, LocalDate day) {
    return dues.stream()
        .map(Due::dueOn)
        .min(LocalDate::compareTo)
        .map(oldest -> (int) Math.max(0, ChronoUnit.DAYS.between(oldest, day)))
        .orElse(0);
  }

  /** What should have been paid before the day, in minor units. */
  public static long pastDueMinor(List<Due> dues, LocalDate day) {
    return dues.stream().filter(due -> due.dueOn().isBefore(day)).mapToLong(Due::leftMinor).sum();
  }

  /** All that is asked for and not paid, in minor units. */
  public static long requiredMinor(List<Due> dues) {
    return dues.stream().mapToLong(Due::leftMinor).sum();
  }

  /** Whether the account is to be charged off on the day. */
  public static boolean isToBeChargedOff(List<Due> dues, LocalDate day) {
    return daysPastDue(dues, day) >= CHARGE_OFF_DAYS;
  }
}

package org.florin.statements.delinquency;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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

  /**
   * What a payment had paid, told by the dues around the day it counted on; the newest first, for
   * the oldest are taken to be paid by whatever else came that day.
   */
  public static List<Due> paidBy(long paymentMinor, List<Due> before, List<Due> after) {
    var paid = new ArrayList<Due>();
    var left = paymentMinor;
    for (var due : before.reversed()) {
      var still =
          after.stream()
              .filter(each -> each.dueOn().equals(due.dueOn()))
              .mapToLong(Due::leftMinor)
              .sum();
      var part = Math.min(left, due.leftMinor() - still);
      if (part > 0) {
        paid.addFirst(new Due(due.dueOn(), part));
        left -= part;
      }
    }
    return List.copyOf(paid);
  }

  /** Dues with what is asked for again, oldest first. */
  public static List<Due> reopen(List<Due> dues, List<Due> again) {
    var open = new TreeMap<LocalDate, Long>();
    dues.forEach(due -> open.merge(due.dueOn(), due.leftMinor(), Long::sum));
    again.forEach(due -> open.merge(due.dueOn(), due.leftMinor(), Long::sum));
    return open.entrySet().stream().map(due -> new Due(due.getKey(), due.getValue())).toList();
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

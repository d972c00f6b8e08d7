package org.florin.statements.tape;

import java.util.List;
import java.util.Map;
import org.florin.statements.interest.BalanceKind;

/**
 * What was booked on an account on a business date, summed so that the order within the day has no
 * say. Minor units.
 *
 * @param debits what raised the debt, by the kind of balance, each 0 or more
 * @param creditsMinor refunds and other credits that aren't payments, 0 or more
 * @param paymentsMinor payments less those that came back; negative if more came back
 * @param cashAdvances each cash advance, for its fee
 * @param foreignPurchases each purchase made abroad, for its fee
 * @param returnedPayments how many payments came back on this day
 */
public record DayPostings(
    Map<BalanceKind, Long> debits,
    long creditsMinor,
    long paymentsMinor,
    List<Long> cashAdvances,
    List<Long> foreignPurchases,
    int returnedPayments) {

  /** Nothing happened. */
  public static final DayPostings NONE = new DayPostings(Map.of(), 0, 0, List.of(), List.of(), 0);

  /** All of both. */
  public DayPostings plus(DayPostings other) {
    var both = new java.util.EnumMap<BalanceKind, Long>(BalanceKind.class);
    debits.forEach((kind, minor) -> both.merge(kind, minor, Long::sum));
    other.debits.forEach((kind, minor) -> both.merge(kind, minor, Long::sum));
    return new DayPostings(
        both,
        creditsMinor + other.creditsMinor,
        paymentsMinor + other.paymentsMinor,
        concat(cashAdvances, other.cashAdvances),
        concat(foreignPurchases, other.foreignPurchases),
        returnedPayments + other.returnedPayments);
  }

  private static List<Long> concat(List<Long> one, List<Long> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}

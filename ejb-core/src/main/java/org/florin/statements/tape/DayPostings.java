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
 * @param disputes steps of disputes, in order
 * @param returns payments that came back, with what they had paid
 */
public record DayPostings(
    Map<BalanceKind, Long> debits,
    long creditsMinor,
    long paymentsMinor,
    List<Long> cashAdvances,
    List<Long> foreignPurchases,
    int returnedPayments,
    List<DisputeChange> disputes,
    List<ReturnedPayment> returns) {

  /** Nothing happened. */
  public static final DayPostings NONE = new DayPostings(Map.of(), 0, 0, List.of(), List.of(), 0);

  /** A day without a step of a dispute, or a payment that came back from an earlier day. */
  public DayPostings(
      Map<BalanceKind, Long> debits,
      long creditsMinor,
      long paymentsMinor,
      List<Long> cashAdvances,
      List<Long> foreignPurchases,
      int returnedPayments) {
    this(
        debits,
        creditsMinor,
        paymentsMinor,
        cashAdvances,
        foreignPurchases,
        returnedPayments,
        List.of(),
        List.of());
  }

  /** The same with steps of disputes. */
  public DayPostings with(List<DisputeChange> steps) {
    return new DayPostings(
        debits,
        creditsMinor,
        paymentsMinor,
        cashAdvances,
        foreignPurchases,
        returnedPayments,
        steps,
        returns);
  }

  /** The same with payments that came back. */
  public DayPostings returning(List<ReturnedPayment> payments) {
    return new DayPostings(
        debits,
        creditsMinor,
        paymentsMinor,
        cashAdvances,
        foreignPurchases,
        returnedPayments,
        disputes,
        payments);
  }

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
        returnedPayments + other.returnedPayments,
        concat(disputes, other.disputes),
        concat(returns, other.returns));
  }

  private static <T> List<T> concat(List<T> one, List<T> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}

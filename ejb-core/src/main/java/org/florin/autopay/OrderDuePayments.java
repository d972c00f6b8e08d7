package org.florin.autopay;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;

/**
 * Orders the automatic payments of statements that are due in some days, so that a rail has time to
 * answer and a person to step in. An order is kept with its statement and never made twice.
 */
@Stateless
public class OrderDuePayments {

  /** So many days before the due date a payment is ordered. */
  public static final int DAYS_BEFORE = 3;

  @Inject Autopays autopays;
  @Inject DuePayments payments;

  /**
   * Orders up to {@code countMax} payments, in one transaction.
   *
   * @param day business date that is closed
   * @return how many accounts were looked at; call again while that is {@code countMax}
   */
  public int handle(LocalDate day, int countMax) {
    var dueOn = day.plusDays(DAYS_BEFORE);
    var due = autopays.due(dueOn, countMax);
    due.forEach(account -> autopays.ordered(account, dueOn, payments.order(account)));
    return due.size();
  }
}

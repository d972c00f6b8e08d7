package org.florin.creditrefunds;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.statements.FindStatements;

/** Pays back, unasked, what has stood as a credit balance for six months (1026.11(a)(3)). */
@Stateless
public class OrderGoodFaithRefunds {

  /** So long a credit balance may stand. */
  public static final int MONTHS = 6;

  @Inject FindStatements statements;
  @Inject OrderCreditRefund order;

  /**
   * Orders up to {@code countMax} refunds, in one transaction. An account that is paid back is no
   * longer in credit, so that the same date again orders nothing twice.
   *
   * @param day business date that is closed
   * @return how many accounts were looked at; call again while that is {@code countMax}
   */
  public int handle(LocalDate day, int countMax) {
    var accounts = statements.inCreditSince(day.minusMonths(MONTHS), day, countMax);
    accounts.forEach(
        account ->
            order.handle(
                new OrderCreditRefund.Command(
                    account,
                    Optional.empty(),
                    CreditRefundOrigin.GOOD_FAITH,
                    Optional.empty(),
                    new Actor("good-faith-refunds", "batch"))));
    return accounts.size();
  }
}

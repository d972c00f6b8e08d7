package org.florin.creditrefunds;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.AccountId;

/** Reads credit balances that are paid back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindCreditRefunds {

  @Inject CreditRefunds refunds;

  /** Newest first. */
  public List<CreditRefundView> ofAccount(AccountId account, int countMax) {
    return refunds.ofAccount(account, countMax);
  }

  /** Those whose money was not sent yet, the next deadline first. */
  public List<CreditRefundView> open(int countMax) {
    return refunds.open(countMax);
  }
}

package org.florin.applications.limits;

import java.util.List;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.underwriting.DecisionReason;

/** What came of a wish for another limit. */
public sealed interface LimitChange {

  /** The account has the limit now. */
  record Changed(AccountId account, Money creditLimit) implements LimitChange {}

  /** The credit policy doesn't allow it, for these reasons; the cardholder is told. */
  record Refused(AccountId account, List<DecisionReason> reasons) implements LimitChange {}

  /** It can't be asked for like this. */
  record NotPossible(String why) implements LimitChange {}

  /** There is no such account for the one who asked. */
  record NotFound() implements LimitChange {}
}

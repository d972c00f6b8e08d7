package org.florin.statistics;

import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.AccountId;

/** One transaction of a statistics run. */
public sealed interface StatisticsStep {

  Period period();

  LocalDate startsOn();

  /** Computes the figures of some accounts. */
  record OfAccounts(Period period, LocalDate startsOn, List<AccountId> accounts)
      implements StatisticsStep {}

  /** Computes the figures that belong to no account. */
  record OfNoAccount(Period period, LocalDate startsOn) implements StatisticsStep {}

  /** Compares the whole with the ledger and closes the period if it is over. */
  record Settle(Period period, LocalDate startsOn) implements StatisticsStep {}
}

package org.florin.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;

/**
 * A credit line as it is now.
 *
 * @param status open, suspended, closed or charged_off
 * @param postedBalance what is owed of booked transactions; negative when the bank owes
 * @param held sum of open holds
 */
public record AccountView(
    AccountId id,
    Optional<String> externalSource,
    Optional<String> externalId,
    CustomerId customer,
    String productCode,
    String status,
    List<String> flags,
    Money creditLimit,
    Money cashLimit,
    Money postedBalance,
    Money held,
    Money cashBalance,
    Money cashHeld,
    int cycleDay,
    LocalDate openedOn,
    Instant createdAt,
    long version) {

  /** What may still be spent: limit less posted less held. */
  public Money available() {
    return creditLimit.minus(postedBalance).minus(held);
  }

  /**
   * What may still be drawn as cash: the smaller of the cash sub-limit left and what is available.
   */
  public Money availableCash() {
    return cashLimit.minus(cashBalance).minus(cashHeld).min(available());
  }
}

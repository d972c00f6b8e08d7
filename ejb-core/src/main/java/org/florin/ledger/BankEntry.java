package org.florin.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.CurrencyCode;

/**
 * A movement between the bank's own general ledger accounts, which no cardholder's account has a
 * part in.
 *
 * @param naturalKey names the movement for ever
 * @param lines that sum to zero
 */
public record BankEntry(
    String naturalKey,
    CurrencyCode currency,
    LocalDate bookedOn,
    Instant occurredAt,
    String description,
    String channel,
    List<Line> lines) {

  /**
   * One side.
   *
   * @param account code of the general ledger account
   * @param minor debit above 0, credit below
   */
  public record Line(String account, long minor) {}
}

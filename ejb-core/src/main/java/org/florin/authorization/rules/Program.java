package org.florin.authorization.rules;

import java.util.Set;

/**
 * What the bank lays down for the cards of a product; amounts in minor units of its currency.
 *
 * @param fuelCheckMaxMinor a request at a fuel pump up to this asks for the status of the card only
 * @param fuelHoldMinor what is held for such a request until the pump tells the amount
 * @param tipUpliftPercent held above the amount at restaurants, 0 to 100
 * @param partialMinMinor least that is approved in part
 * @param overLimitMinor how far above the credit limit purchases may go
 * @param addressMismatchDeclines whether a different address declines; else it only informs
 * @param daysPastDueMax more days past due than this decline
 * @param pinTriesMax wrong PINs in a row until the PIN is blocked
 * @param preauthorizationMaxMinor most that may be reserved at once, increments included
 * @param blockedCountries ISO 3166-1 alpha-2, such as those under sanctions
 * @param refundRaisesCredit whether an announced refund can be spent before it clears
 */
public record Program(
    String productCode,
    long fuelCheckMaxMinor,
    long fuelHoldMinor,
    int tipUpliftPercent,
    long partialMinMinor,
    long overLimitMinor,
    boolean cashAllowed,
    boolean quasiCashAllowed,
    boolean addressMismatchDeclines,
    int daysPastDueMax,
    int pinTriesMax,
    long preauthorizationMaxMinor,
    Set<String> blockedCountries,
    boolean refundRaisesCredit) {

  /** Stands for every product without a program of its own. */
  static final String OF_ALL_OTHERS = "any";

  private static final MccRange FUEL_PUMPS = new MccRange(5542, 5542);
  private static final MccRange RESTAURANTS = new MccRange(5812, 5814);

  /** The same, with what announced refunds allow beyond the limit. */
  public Program withAnnounced(long refundsMinor) {
    return refundRaisesCredit && refundsMinor > 0
        ? new Program(
            productCode,
            fuelCheckMaxMinor,
            fuelHoldMinor,
            tipUpliftPercent,
            partialMinMinor,
            Math.addExact(overLimitMinor, refundsMinor),
            cashAllowed,
            quasiCashAllowed,
            addressMismatchDeclines,
            daysPastDueMax,
            pinTriesMax,
            preauthorizationMaxMinor,
            blockedCountries,
            true)
        : this;
  }

  /** What is held above the amount while the final amount isn't known; zero or more. */
  public long uplift(int mcc, long amountMinor) {
    if (FUEL_PUMPS.contains(mcc) && amountMinor <= fuelCheckMaxMinor) {
      return Math.max(0, fuelHoldMinor - amountMinor);
    }
    return RESTAURANTS.contains(mcc) ? Math.multiplyExact(amountMinor, tipUpliftPercent) / 100 : 0;
  }
}

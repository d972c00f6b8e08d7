package org.florin.legacyfiles;

/**
 * The part of an account record that the mainframe's posting program looks at and changes. Amounts
 * are minor units in the widths of the record: a sum that outgrows its field loses its leading
 * digits there, and so it does here.
 *
 * @param balanceMinor amount owed
 * @param cycleCreditMinor sum of the amounts of zero and above in this cycle (purchases)
 * @param cycleDebitMinor sum of the negative amounts in this cycle (returns), a negative number
 * @param expirationDate ten characters, compared as text
 */
public record MainframeCycle(
    long balanceMinor,
    long creditLimitMinor,
    long cycleCreditMinor,
    long cycleDebitMinor,
    String expirationDate) {

  /** Ten integer digits and two decimals, the width of an account's amounts. */
  private static final long ACCOUNT_AMOUNT_MODULUS = 1_000_000_000_000L;

  /** The account after a transaction was posted to it. */
  public MainframeCycle posted(long amountMinor) {
    boolean credit = amountMinor >= 0;
    return new MainframeCycle(
        wrap(balanceMinor + amountMinor),
        creditLimitMinor,
        credit ? wrap(cycleCreditMinor + amountMinor) : cycleCreditMinor,
        credit ? cycleDebitMinor : wrap(cycleDebitMinor + amountMinor),
        expirationDate);
  }

  private static long wrap(long amountMinor) {
    return amountMinor % ACCOUNT_AMOUNT_MODULUS;
  }
}

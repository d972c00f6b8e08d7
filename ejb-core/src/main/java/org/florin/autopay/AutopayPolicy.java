package org.florin.autopay;

/** How much a plan pays; never more than is owed. */
final class AutopayPolicy {

  /**
   * What an account owes, in minor units; nothing is paid by itself of what is in dispute (Reg Z
   * 1026.13(d)(1)).
   *
   * @param requiredMinor still to be paid of all that was asked for
   * @param statementMinor balance of the latest statement, without what is in dispute
   * @param settledMinor paid and credited since that statement
   * @param currentMinor balance of now, without what is in dispute
   */
  record Owed(long requiredMinor, long statementMinor, long settledMinor, long currentMinor) {}

  private AutopayPolicy() {}

  /** In minor units; 0 for nothing. */
  static long amountMinor(AutopayPlan plan, Owed owed) {
    var wanted =
        switch (plan.choice()) {
          case MINIMUM -> owed.requiredMinor();
          case STATEMENT_BALANCE -> owed.statementMinor() - owed.settledMinor();
          case CURRENT_BALANCE -> owed.currentMinor();
          case FIXED -> plan.fixedMinor().orElseThrow();
        };
    return Math.max(0, Math.min(wanted, owed.currentMinor()));
  }
}

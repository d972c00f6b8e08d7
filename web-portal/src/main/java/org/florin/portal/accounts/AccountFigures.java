package org.florin.portal.accounts;

import org.florin.accounts.AccountView;

/** How full the bar of an account is, in whole percent of its limit. */
public record AccountFigures(int postedPercent, int heldPercent) {

  private static final int FULL = 100;

  /** The figures of an account; the parts never add up to more than the whole. */
  public static AccountFigures of(AccountView account) {
    var posted = percent(account.postedBalance().minor(), account.creditLimit().minor());
    var held = percent(account.held().minor(), account.creditLimit().minor());
    return new AccountFigures(posted, Math.min(held, FULL - posted));
  }

  private static int percent(long part, long whole) {
    if (part <= 0 || whole <= 0) {
      return 0;
    }
    return (int) Math.clamp((part * FULL + whole - 1) / whole, 1, FULL);
  }
}

package org.florin.creditrefunds;

import java.util.Locale;

/** Why a credit balance is paid back. */
public enum CreditRefundOrigin {
  /** The cardholder asked for it. */
  REQUESTED,
  /** It stood for six months. */
  GOOD_FAITH;

  /** The name in the database and in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CreditRefundOrigin ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

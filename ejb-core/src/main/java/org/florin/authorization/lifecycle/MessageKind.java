package org.florin.authorization.lifecycle;

import java.util.Locale;

/** What may arrive for a card payment. */
public enum MessageKind {
  AUTHORIZATION,
  INCREMENT,
  REVERSAL,
  COMPLETION,
  CLEARING,
  REFUND,
  EXPIRY;

  static MessageKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

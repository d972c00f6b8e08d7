package org.florin.adapters.iso8583;

import java.io.Serial;

/** Why reading stops; never leaves this package. */
final class FormatFault extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  FormatFault(String message) {
    super(message, null, false, false);
  }
}

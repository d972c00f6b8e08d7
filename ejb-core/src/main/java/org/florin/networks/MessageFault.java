package org.florin.networks;

import java.io.Serial;

/** Why a message can't be understood, as data element 39 says it; never leaves this package. */
final class MessageFault extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final ResponseCode code;

  MessageFault(ResponseCode code, int element) {
    super("element " + element, null, false, false);
    this.code = code;
  }

  ResponseCode code() {
    return code;
  }
}

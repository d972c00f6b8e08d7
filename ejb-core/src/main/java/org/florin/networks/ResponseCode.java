package org.florin.networks;

/**
 * Values of data element 39 that come from the message and not from a decision; those of decisions
 * are in the reason map of authorization.
 */
enum ResponseCode {
  APPROVED("00"),
  INVALID_TRANSACTION("12"),
  INVALID_AMOUNT("13"),
  FORMAT_ERROR("30"),
  NOT_PERMITTED("57"),
  UNAVAILABLE("91"),
  DUPLICATE("94"),
  MALFUNCTION("96");

  private final String code;

  ResponseCode(String code) {
    this.code = code;
  }

  /** Two characters. */
  String code() {
    return code;
  }
}

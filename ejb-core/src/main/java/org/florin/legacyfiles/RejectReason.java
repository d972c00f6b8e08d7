package org.florin.legacyfiles;

/** The reasons the mainframe writes behind a rejected transaction. */
public enum RejectReason {
  INVALID_CARD(100, "INVALID CARD NUMBER FOUND"),
  ACCOUNT_NOT_FOUND(101, "ACCOUNT RECORD NOT FOUND"),
  OVER_LIMIT(102, "OVERLIMIT TRANSACTION"),
  AFTER_EXPIRATION(103, "TRANSACTION RECEIVED AFTER ACCT EXPIRATION");

  private final int number;
  private final String text;

  RejectReason(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** The number as it stands in the reject record, without leading zeros. */
  public int number() {
    return number;
  }

  public String text() {
    return text;
  }

  /** The reason with that number; another number is a programming error. */
  public static RejectReason ofNumber(int number) {
    for (RejectReason reason : values()) {
      if (reason.number == number) {
        return reason;
      }
    }
    throw new IllegalArgumentException("No reject reason " + number);
  }
}

package org.florin.authorization;

/**
 * What the door found out about the card and its user before the decision. Doors that can't check
 * something say so; what wasn't checked is never held against the card.
 */
public record Evidence(
    PinResult pin, CryptogramResult cryptogram, AddressMatch address, Challenge challenge) {

  /** Nothing was checked. */
  public static final Evidence NONE =
      new Evidence(
          PinResult.NOT_CHECKED,
          CryptogramResult.NOT_CHECKED,
          AddressMatch.NOT_CHECKED,
          Challenge.NOT_NEEDED);

  /** The PIN that was entered. */
  public enum PinResult {
    NOT_CHECKED,
    RIGHT,
    WRONG,
    /** No more tries are left; the PIN wasn't looked at. */
    BLOCKED
  }

  /** The chip's cryptogram. */
  public enum CryptogramResult {
    NOT_CHECKED,
    RIGHT,
    WRONG
  }

  /** The address given at the merchant against the cardholder's; informs, seldom declines. */
  public enum AddressMatch {
    NOT_CHECKED,
    MATCHES,
    POSTAL_CODE_ONLY,
    DIFFERS
  }

  /** Strong customer authentication. */
  public enum Challenge {
    NOT_NEEDED,
    /** Needed and not made. */
    REQUIRED,
    PASSED,
    /** The cardholder said no. */
    FAILED
  }
}

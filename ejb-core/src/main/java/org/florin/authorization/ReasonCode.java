package org.florin.authorization;

import java.util.Arrays;
import java.util.Optional;

/**
 * The reason map: for each reason the ISO 8583 response code (data element 39), how the networks
 * class a retry, and what a cardholder is told. Sources: Visa's decline categories (1 never
 * approves, 2 can't now, 3 fix the data, 4 generic), Mastercard's merchant advice codes (01 new
 * information, 02 later, 03 don't, 21 stop recurring, 24 after an hour).
 */
public enum ReasonCode {
  CARD_UNKNOWN("14", 1, "03", "Check the card number."),
  CARD_NOT_ACTIVATED("78", 2, "", "Activate your card first."),
  CARD_PAUSED("62", 2, "02", "You paused this card."),
  CARD_CLOSED("46", 1, "03", "This card is closed."),
  CARD_LOST("41", 1, "03", "This card was reported lost."),
  CARD_STOLEN("43", 1, "03", "This card was reported stolen."),
  CARD_EXPIRED("54", 3, "01", "This card has expired."),
  EXPIRY_MISMATCH("54", 3, "01", "Check the expiry date."),
  CVV_BAD("N7", 3, "01", "Check the security code."),
  CRYPTOGRAM_BAD("63", 4, "", "Try another way to pay."),
  PIN_WRONG("55", 3, "", "The PIN was wrong."),
  PIN_BLOCKED("75", 3, "", "The PIN is blocked after too many tries."),
  SCA_REQUIRED("1A", 3, "", "Confirm the payment in your app."),
  CHALLENGE_FAILED("59", 4, "", "You said it wasn't you."),
  ADDRESS_MISMATCH("05", 3, "01", "Check the address."),
  ACCOUNT_CLOSED("46", 1, "03", "The account isn't available."),
  ACCOUNT_BLOCKED("62", 1, "", "The account isn't available."),
  ACCOUNT_DELINQUENT("05", 2, "24", "A payment is overdue."),
  ACCOUNT_UNDER_REVIEW("57", 2, "", "Please contact us."),
  NOT_ALLOWED_TYPE("57", 4, "", "This kind of payment isn't allowed on the card."),
  NOT_ALLOWED_COUNTRY("57", 4, "", "Payments in this country aren't allowed on the card."),
  NOT_ALLOWED_MCC("57", 4, "", "Payments at this kind of merchant aren't allowed on the card."),
  RECURRING_STOPPED("R1", 1, "21", "You stopped this merchant's payments."),
  LIMIT_AMOUNT("61", 2, "", "Over the limit that was set."),
  LIMIT_COUNT("65", 2, "", "More payments than the limit that was set."),
  SUSPECTED_FRAUD("59", 4, "", "We blocked this to protect you."),
  AML("64", 1, "", "Please contact us."),
  CASH_SUBLIMIT("61", 2, "", "Over the cash limit."),
  OVER_PREAUTH("61", 2, "", "More than may be reserved at once."),
  NO_FUNDS("51", 2, "24", "Not enough available credit."),
  HOOK_DECLINED("05", 2, "02", "Try again later."),
  HOOK_TIMEOUT("91", 2, "02", "Try again later."),
  HOOK_ERROR("91", 2, "02", "Try again later."),
  STAND_IN_DECLINED("91", 2, "02", "Try again later."),
  AUTH_EXPIRED("05", 2, "", "The reservation had expired.");

  private final String responseCode;
  private final int visaCategory;
  private final String mastercardAdvice;
  private final String cardholderText;

  ReasonCode(
      String responseCode, int visaCategory, String mastercardAdvice, String cardholderText) {
    this.responseCode = responseCode;
    this.visaCategory = visaCategory;
    this.mastercardAdvice = mastercardAdvice;
    this.cardholderText = cardholderText;
  }

  /** The reason of that name; empty for one of a former system. */
  static Optional<ReasonCode> ofName(String name) {
    return Arrays.stream(values()).filter(reason -> reason.name().equals(name)).findFirst();
  }

  /** ISO 8583 data element 39, where the reason's evidence doesn't say another. */
  public String responseCode() {
    return responseCode;
  }

  /** 1 to 4. */
  public int visaCategory() {
    return visaCategory;
  }

  /** Two digits, if Mastercard has one for it. */
  public Optional<String> mastercardAdvice() {
    return Optional.of(mastercardAdvice).filter(code -> !code.isEmpty());
  }

  /** A sentence for the person who wanted to pay. */
  public String cardholderText() {
    return cardholderText;
  }
}

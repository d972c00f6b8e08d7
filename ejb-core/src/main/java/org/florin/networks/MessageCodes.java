package org.florin.networks;

import java.util.Optional;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.EntryMode;

/** What the codes that old and new messages share mean to authorization. */
final class MessageCodes {

  static final String BALANCE_INQUIRY = "30";

  private static final String PREAUTHORIZED = "06";
  private static final String MAIL_OR_TELEPHONE = "08";
  private static final String ELECTRONIC_COMMERCE = "59";
  private static final String CASH = "01";
  private static final String ATM_CATEGORY = "6011";

  private MessageCodes() {}

  /**
   * The kind of a payment; empty if it isn't one that we know.
   *
   * @param processing the first two digits of the processing code
   * @param condition point of service condition code
   */
  static Optional<AuthorizationKind> kind(String processing, String condition, boolean zero) {
    return switch (processing) {
      case "00" ->
          Optional.of(
              zero
                  ? AuthorizationKind.ACCOUNT_VERIFICATION
                  : condition.equals(PREAUTHORIZED)
                      ? AuthorizationKind.PREAUTHORIZATION
                      : AuthorizationKind.PURCHASE);
      case CASH, "17" -> Optional.of(AuthorizationKind.CASH_ADVANCE);
      case "11" -> Optional.of(AuthorizationKind.QUASI_CASH);
      case "20" -> Optional.of(AuthorizationKind.REFUND);
      case BALANCE_INQUIRY -> Optional.of(AuthorizationKind.ACCOUNT_VERIFICATION);
      default -> Optional.empty();
    };
  }

  /**
   * How the card came to the merchant.
   *
   * @param entry the first two digits of the entry mode
   */
  static EntryMode entryMode(
      String entry, String condition, String processing, String merchantCategory) {
    if (processing.equals(CASH) && merchantCategory.equals(ATM_CATEGORY)) {
      return EntryMode.ATM;
    }
    return switch (entry) {
      case "05", "95" -> EntryMode.CHIP;
      case "07", "91" -> EntryMode.CONTACTLESS;
      case "02", "80", "90" -> EntryMode.SWIPE;
      case "81" -> EntryMode.ECOMMERCE;
      case "10" -> EntryMode.RECURRING;
      default ->
          switch (condition) {
            case MAIL_OR_TELEPHONE -> EntryMode.MOTO;
            case ELECTRONIC_COMMERCE -> EntryMode.ECOMMERCE;
            default -> EntryMode.MANUAL;
          };
    };
  }
}

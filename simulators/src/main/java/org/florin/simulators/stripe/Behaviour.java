package org.florin.simulators.stripe;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a test payment method does when it is charged: Stripe's published test ids and numbers.
 *
 * @param type card or us_bank_account
 * @param brand card brand or bank name
 * @param code error code when it fails; null when it works
 * @param declineCode the issuer's reason
 * @param message what the error says
 * @param disputed a dispute follows a successful charge
 */
record Behaviour(
    String type,
    String brand,
    String last4,
    @Nullable String code,
    @Nullable String declineCode,
    @Nullable String message,
    boolean disputed) {
  private static final String DECLINED = "Your card was declined.";

  private static final Map<String, Behaviour> BY_ID =
      Map.ofEntries(
          Map.entry("pm_card_visa", good("visa", "4242")),
          Map.entry("pm_card_visa_debit", good("visa", "5556")),
          Map.entry("pm_card_mastercard", good("mastercard", "4444")),
          Map.entry("pm_card_amex", good("amex", "8431")),
          Map.entry("pm_card_discover", good("discover", "9424")),
          Map.entry("pm_card_us", good("visa", "4242")),
          Map.entry(
              "pm_card_chargeDeclined", bad("0002", "card_declined", "generic_decline", DECLINED)),
          Map.entry(
              "pm_card_visa_chargeDeclined",
              bad("0002", "card_declined", "generic_decline", DECLINED)),
          Map.entry(
              "pm_card_chargeDeclinedInsufficientFunds",
              bad(
                  "9995",
                  "card_declined",
                  "insufficient_funds",
                  "Your card has insufficient funds.")),
          Map.entry(
              "pm_card_visa_chargeDeclinedInsufficientFunds",
              bad(
                  "9995",
                  "card_declined",
                  "insufficient_funds",
                  "Your card has insufficient funds.")),
          Map.entry(
              "pm_card_visa_chargeDeclinedLostCard",
              bad("9987", "card_declined", "lost_card", DECLINED)),
          Map.entry(
              "pm_card_visa_chargeDeclinedStolenCard",
              bad("9979", "card_declined", "stolen_card", DECLINED)),
          Map.entry(
              "pm_card_chargeDeclinedFraudulent",
              bad("0019", "card_declined", "fraudulent", DECLINED)),
          Map.entry(
              "pm_card_chargeDeclinedExpiredCard",
              bad("0069", "expired_card", null, "Your card has expired.")),
          Map.entry(
              "pm_card_chargeDeclinedIncorrectCvc",
              bad("0127", "incorrect_cvc", null, "Your card's security code is incorrect.")),
          Map.entry(
              "pm_card_chargeDeclinedProcessingError",
              bad(
                  "0119",
                  "processing_error",
                  null,
                  "An error occurred while processing your card.")),
          Map.entry(
              "pm_card_chargeCustomerFail",
              bad("0341", "card_declined", "generic_decline", DECLINED)),
          Map.entry(
              "pm_card_authenticationRequired",
              bad(
                  "3184",
                  "authentication_required",
                  "authentication_required",
                  "Your card was declined. This transaction requires authentication.")),
          Map.entry(
              "pm_card_createDispute",
              new Behaviour("card", "visa", "0259", null, null, null, true)),
          Map.entry("pm_usBankAccount_success", bank("6789", null, null)),
          Map.entry(
              "pm_usBankAccount_insufficientFunds",
              bank("2227", "insufficient_funds", "The account has insufficient funds.")),
          Map.entry(
              "pm_usBankAccount_accountClosed",
              bank("1113", "account_closed", "The bank account has been closed.")),
          Map.entry(
              "pm_usBankAccount_noAccount",
              bank("1116", "no_account", "The bank account could not be located.")));

  private static final Map<String, String> ID_BY_NUMBER =
      Map.ofEntries(
          Map.entry("4242424242424242", "pm_card_visa"),
          Map.entry("5555555555554444", "pm_card_mastercard"),
          Map.entry("378282246310005", "pm_card_amex"),
          Map.entry("4000000000000002", "pm_card_chargeDeclined"),
          Map.entry("4000000000009995", "pm_card_chargeDeclinedInsufficientFunds"),
          Map.entry("4000000000009987", "pm_card_visa_chargeDeclinedLostCard"),
          Map.entry("4000000000009979", "pm_card_visa_chargeDeclinedStolenCard"),
          Map.entry("4000000000000069", "pm_card_chargeDeclinedExpiredCard"),
          Map.entry("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc"),
          Map.entry("4000000000000119", "pm_card_chargeDeclinedProcessingError"),
          Map.entry("4000000000000341", "pm_card_chargeCustomerFail"),
          Map.entry("4000002760003184", "pm_card_authenticationRequired"),
          Map.entry("4000000000000259", "pm_card_createDispute"),
          Map.entry("000123456789", "pm_usBankAccount_success"),
          Map.entry("000222222227", "pm_usBankAccount_insufficientFunds"),
          Map.entry("000111111113", "pm_usBankAccount_accountClosed"),
          Map.entry("000111111116", "pm_usBankAccount_noAccount"));

  private static Behaviour good(String brand, String last4) {
    return new Behaviour("card", brand, last4, null, null, null, false);
  }

  private static Behaviour bad(
      String last4, String code, @Nullable String declineCode, String message) {
    return new Behaviour("card", "visa", last4, code, declineCode, message, false);
  }

  private static Behaviour bank(String last4, @Nullable String code, @Nullable String message) {
    return new Behaviour("us_bank_account", "STRIPE TEST BANK", last4, code, null, message, false);
  }

  static Optional<Behaviour> ofTestId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The test id a raw card or account number stands for. */
  static Optional<String> testIdOfNumber(String number) {
    return Optional.ofNullable(ID_BY_NUMBER.get(number));
  }

  boolean isCard() {
    return type.equals("card");
  }

  boolean works() {
    return code == null;
  }

  boolean needsAuthentication() {
    return "authentication_required".equals(code);
  }

  JsonObject error(JsonObject paymentMethod) {
    JsonObject error = new JsonObject();
    error.addProperty("type", isCard() ? "card_error" : "invalid_request_error");
    error.addProperty("code", code);
    if (declineCode != null) {
      error.addProperty("decline_code", declineCode);
    }
    error.addProperty("message", message);
    error.add("payment_method", paymentMethod);
    return error;
  }
}

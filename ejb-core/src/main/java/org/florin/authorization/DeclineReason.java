package org.florin.authorization;

import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;

/**
 * Why an authorization was declined, in order of precedence; each reason carries its evidence.
 * Codes and ISO 8583 response codes (data element 39) are those of the reason map in {@code
 * docs/authorization.md}.
 */
public sealed interface DeclineReason {

  /** No card has that number or id. */
  record CardUnknown() implements DeclineReason {}

  /** The card was never activated. */
  record CardNotActivated() implements DeclineReason {}

  /** The cardholder paused the card. */
  record CardPaused() implements DeclineReason {}

  /** The card is closed, for a reason other than loss or theft. */
  record CardClosed() implements DeclineReason {}

  /** The card was reported lost. */
  record CardLost() implements DeclineReason {}

  /** The card was reported stolen. */
  record CardStolen() implements DeclineReason {}

  /** The account is closed or charged off. */
  record AccountClosed(String status) implements DeclineReason {}

  /** The account is suspended. */
  record AccountBlocked(String status) implements DeclineReason {}

  /** The card's last month has passed. */
  record CardExpired(int month, int year) implements DeclineReason {}

  /** The expiry given isn't the card's. */
  record ExpiryMismatch() implements DeclineReason {}

  /** The security code given isn't the card's. */
  record SecurityCodeWrong() implements DeclineReason {}

  /** The amount isn't in the account's currency. */
  record CurrencyNotAllowed(String currency) implements DeclineReason {}

  /** This kind of payment, entry mode or merchant category is blocked on the card. */
  record NotAllowed(Restriction restriction, String value) implements DeclineReason {}

  /** More than the card's limit for one transaction. */
  record LimitAmount(Money limit) implements DeclineReason {}

  /** More than the cash sub-limit has left. */
  record CashSublimit(Money requested, Money availableCash) implements DeclineReason {}

  /** More than the account has available. */
  record InsufficientCredit(Money requested, Money available) implements DeclineReason {}

  /** An increment of a hold that has expired. */
  record AuthorizationExpired(AuthorizationId authorization) implements DeclineReason {}

  /** An increment of what is cleared, reversed, declined or holds nothing. */
  record AuthorizationClosed(String status) implements DeclineReason {}

  /** What a cardholder's control restricts. */
  enum Restriction {
    TYPE,
    COUNTRY,
    MCC
  }

  /** The code of the reason map, such as {@code NO_FUNDS}. */
  default String code() {
    return switch (this) {
      case CardUnknown ignored -> "CARD_UNKNOWN";
      case CardNotActivated ignored -> "CARD_NOT_ACTIVATED";
      case CardPaused ignored -> "CARD_PAUSED";
      case CardClosed ignored -> "CARD_CLOSED";
      case CardLost ignored -> "CARD_LOST";
      case CardStolen ignored -> "CARD_STOLEN";
      case AccountClosed ignored -> "ACCOUNT_CLOSED";
      case AccountBlocked ignored -> "ACCOUNT_BLOCKED";
      case CardExpired ignored -> "CARD_EXPIRED";
      case ExpiryMismatch ignored -> "EXPIRY_MISMATCH";
      case SecurityCodeWrong ignored -> "CVV_BAD";
      case CurrencyNotAllowed ignored -> "NOT_ALLOWED_TYPE";
      case NotAllowed notAllowed -> "NOT_ALLOWED_" + notAllowed.restriction();
      case LimitAmount ignored -> "LIMIT_AMOUNT";
      case CashSublimit ignored -> "CASH_SUBLIMIT";
      case InsufficientCredit ignored -> "NO_FUNDS";
      case AuthorizationExpired ignored -> "AUTH_EXPIRED";
      case AuthorizationClosed ignored -> "NOT_ALLOWED_TYPE";
    };
  }

  /** ISO 8583 data element 39. */
  default String responseCode() {
    return switch (this) {
      case CardUnknown ignored -> "14";
      case CardNotActivated ignored -> "78";
      case CardPaused ignored -> "62";
      case CardClosed ignored -> "46";
      case CardLost ignored -> "41";
      case CardStolen ignored -> "43";
      case AccountClosed closed -> closed.status().equals("charged_off") ? "57" : "46";
      case AccountBlocked ignored -> "62";
      case CardExpired ignored -> "54";
      case ExpiryMismatch ignored -> "54";
      case SecurityCodeWrong ignored -> "N7";
      case CurrencyNotAllowed ignored -> "57";
      case NotAllowed ignored -> "57";
      case LimitAmount ignored -> "61";
      case CashSublimit ignored -> "61";
      case InsufficientCredit ignored -> "51";
      case AuthorizationExpired ignored -> "05";
      case AuthorizationClosed ignored -> "57";
    };
  }
}

package org.florin.authorization;

import java.util.Optional;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;

/**
 * Why an authorization was declined, in order of precedence; each reason carries its evidence. What
 * is told about it lies in {@link ReasonCode}.
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

  /** The card's last month has passed. */
  record CardExpired(int month, int year) implements DeclineReason {}

  /** The chip's cryptogram is wrong. */
  record CryptogramWrong() implements DeclineReason {}

  /** The security code given isn't the card's. */
  record SecurityCodeWrong() implements DeclineReason {}

  /** The expiry given isn't the card's. */
  record ExpiryMismatch() implements DeclineReason {}

  /** The PIN is wrong, for the so-manieth time in a row. */
  record PinWrong(int tries) implements DeclineReason {}

  /** The PIN was wrong too often. */
  record PinBlocked(int tries) implements DeclineReason {}

  /** The cardholder has to be asked first. */
  record ChallengeRequired(Optional<String> network) implements DeclineReason {}

  /** The cardholder was asked and said no. */
  record ChallengeFailed() implements DeclineReason {}

  /** The address isn't the cardholder's, and the program declines for that. */
  record AddressMismatch() implements DeclineReason {}

  /** The account is closed or charged off, or its holder can't be held to it any more. */
  record AccountClosed(String status) implements DeclineReason {}

  /** The account is suspended. */
  record AccountBlocked(String status) implements DeclineReason {}

  /** Longer past due than the program allows. */
  record AccountDelinquent(int daysPastDue, int daysMax) implements DeclineReason {}

  /** Somebody at the bank looks into the account. */
  record AccountUnderReview() implements DeclineReason {}

  /** The amount isn't in the account's currency. */
  record CurrencyNotAllowed(String currency) implements DeclineReason {}

  /** The program, the cardholder or the bank doesn't allow this. */
  record NotAllowed(Restriction restriction, String value) implements DeclineReason {}

  /** The cardholder stopped the recurring payments of this merchant. */
  record RecurringStopped(String merchant) implements DeclineReason {}

  /** More than one transaction may ask for. */
  record LimitAmount(Money limit) implements DeclineReason {}

  /** More than a window of time has left. */
  record LimitAmountOver(SpendingLimit limit, long spentMinor) implements DeclineReason {}

  /** More often than a window of time has left. */
  record LimitCount(SpendingLimit limit, int count) implements DeclineReason {}

  /** Fraud is suspected, by a flag of the account or a rule. */
  record FraudSuspected(String by) implements DeclineReason {}

  /** Held for money laundering, by a flag of the account or a rule; nobody is told more. */
  record MoneyLaundering(String by) implements DeclineReason {}

  /** More than may be reserved at once. */
  record OverPreauthorization(Money requested, Money max) implements DeclineReason {}

  /** More than the cash sub-limit has left. */
  record CashSublimit(Money requested, Money availableCash) implements DeclineReason {}

  /** More than the account has available. */
  record InsufficientCredit(Money requested, Money available) implements DeclineReason {}

  /** The program's partner said no. */
  record PartnerDeclined() implements DeclineReason {}

  /** The program's partner did not answer in time. */
  record PartnerTimedOut(int durationMillis) implements DeclineReason {}

  /** The program's partner could not be asked, or its answer not be understood. */
  record PartnerFailed(String why) implements DeclineReason {}

  /** The program's partner did not answer, and stand-in limits have no room. */
  record StandInLimited(Money amount) implements DeclineReason {}

  /** An increment of a hold that has expired. */
  record AuthorizationExpired(AuthorizationId authorization) implements DeclineReason {}

  /** An increment of what is cleared, reversed, declined or holds nothing. */
  record AuthorizationClosed(String status) implements DeclineReason {}

  /** What is restricted. */
  enum Restriction {
    TYPE(ReasonCode.NOT_ALLOWED_TYPE),
    COUNTRY(ReasonCode.NOT_ALLOWED_COUNTRY),
    MCC(ReasonCode.NOT_ALLOWED_MCC);

    private final ReasonCode reason;

    Restriction(ReasonCode reason) {
      this.reason = reason;
    }
  }

  /** The row of the reason map. */
  default ReasonCode reason() {
    return switch (this) {
      case CardUnknown ignored -> ReasonCode.CARD_UNKNOWN;
      case CardNotActivated ignored -> ReasonCode.CARD_NOT_ACTIVATED;
      case CardPaused ignored -> ReasonCode.CARD_PAUSED;
      case CardClosed ignored -> ReasonCode.CARD_CLOSED;
      case CardLost ignored -> ReasonCode.CARD_LOST;
      case CardStolen ignored -> ReasonCode.CARD_STOLEN;
      case CardExpired ignored -> ReasonCode.CARD_EXPIRED;
      case CryptogramWrong ignored -> ReasonCode.CRYPTOGRAM_BAD;
      case SecurityCodeWrong ignored -> ReasonCode.CVV_BAD;
      case ExpiryMismatch ignored -> ReasonCode.EXPIRY_MISMATCH;
      case PinWrong ignored -> ReasonCode.PIN_WRONG;
      case PinBlocked ignored -> ReasonCode.PIN_BLOCKED;
      case ChallengeRequired ignored -> ReasonCode.SCA_REQUIRED;
      case ChallengeFailed ignored -> ReasonCode.CHALLENGE_FAILED;
      case AddressMismatch ignored -> ReasonCode.ADDRESS_MISMATCH;
      case AccountClosed ignored -> ReasonCode.ACCOUNT_CLOSED;
      case AccountBlocked ignored -> ReasonCode.ACCOUNT_BLOCKED;
      case AccountDelinquent ignored -> ReasonCode.ACCOUNT_DELINQUENT;
      case AccountUnderReview ignored -> ReasonCode.ACCOUNT_UNDER_REVIEW;
      case CurrencyNotAllowed ignored -> ReasonCode.NOT_ALLOWED_TYPE;
      case NotAllowed notAllowed -> notAllowed.restriction().reason;
      case RecurringStopped ignored -> ReasonCode.RECURRING_STOPPED;
      case LimitAmount ignored -> ReasonCode.LIMIT_AMOUNT;
      case LimitAmountOver ignored -> ReasonCode.LIMIT_AMOUNT;
      case LimitCount ignored -> ReasonCode.LIMIT_COUNT;
      case FraudSuspected ignored -> ReasonCode.SUSPECTED_FRAUD;
      case MoneyLaundering ignored -> ReasonCode.AML;
      case OverPreauthorization ignored -> ReasonCode.OVER_PREAUTH;
      case CashSublimit ignored -> ReasonCode.CASH_SUBLIMIT;
      case InsufficientCredit ignored -> ReasonCode.NO_FUNDS;
      case PartnerDeclined ignored -> ReasonCode.HOOK_DECLINED;
      case PartnerTimedOut ignored -> ReasonCode.HOOK_TIMEOUT;
      case PartnerFailed ignored -> ReasonCode.HOOK_ERROR;
      case StandInLimited ignored -> ReasonCode.STAND_IN_DECLINED;
      case AuthorizationExpired ignored -> ReasonCode.AUTH_EXPIRED;
      case AuthorizationClosed ignored -> ReasonCode.NOT_ALLOWED_TYPE;
    };
  }

  /** The code of the reason map, such as {@code NO_FUNDS}. */
  default String code() {
    return reason().name();
  }

  /** ISO 8583 data element 39; for two reasons the evidence decides. */
  default String responseCode() {
    return switch (this) {
      case AccountClosed closed when !closed.status().equals("closed") -> "57";
      case ChallengeRequired required
          when required.network().filter("mastercard"::equals).isPresent() ->
          "65";
      default -> reason().responseCode();
    };
  }
}

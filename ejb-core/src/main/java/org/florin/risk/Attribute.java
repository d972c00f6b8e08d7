package org.florin.risk;

import static org.florin.risk.AttributeSource.ACCOUNT;
import static org.florin.risk.AttributeSource.CARD;
import static org.florin.risk.AttributeSource.CHECKS;
import static org.florin.risk.AttributeSource.DAY;
import static org.florin.risk.AttributeSource.HOUR;
import static org.florin.risk.AttributeSource.MONTH;
import static org.florin.risk.AttributeSource.QUARTER;
import static org.florin.risk.AttributeSource.REQUEST;
import static org.florin.risk.AttributeSource.WEEK;
import static org.florin.risk.AttributeType.AMOUNT;
import static org.florin.risk.AttributeType.CODE;
import static org.florin.risk.AttributeType.FLAG;
import static org.florin.risk.AttributeType.NUMBER;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.florin.risk.Subject.Checks;
import org.florin.risk.Subject.Dates;

/**
 * All that rules may ask about an authorization: the one registry. Unless it says otherwise, an
 * attribute of the past is about the card, looks at authorizations of any outcome, leaves refunds
 * out and doesn't count the authorization in hand.
 */
public enum Attribute {
  // what is asked
  AMOUNT_ASKED(
      "amount",
      AMOUNT,
      "minor units",
      REQUEST,
      "What is asked for; of an increment only the difference.",
      subject -> whole(subject.request().amount().minor())),
  AMOUNT_TOTAL(
      "amount_total",
      AMOUNT,
      "minor units",
      REQUEST,
      "What would be authorized in all: the amount, and what an increment comes on top of.",
      subject ->
          whole(subject.request().amount().plus(subject.request().authorizedBefore()).minor())),
  AMOUNT_ROUND(
      "amount_is_round",
      FLAG,
      "",
      REQUEST,
      "The amount is above zero and a multiple of 10,000 minor units, such as 100.00.",
      subject ->
          flag(
              subject.request().amount().isPositive()
                  && subject.request().amount().minor() % 10_000 == 0)),
  INCREMENT(
      "increment",
      FLAG,
      "",
      REQUEST,
      "Raises an earlier authorization.",
      subject -> flag(subject.request().authorizedBefore().isPositive())),
  CURRENCY(
      "currency",
      CODE,
      "ISO 4217",
      REQUEST,
      "Currency of the amount.",
      subject -> code(subject.request().amount().currency().code())),
  KIND(
      "kind",
      CODE,
      "",
      REQUEST,
      "Kind of payment.",
      List.of("purchase", "cash_advance", "quasi_cash", "preauthorization", "account_verification"),
      subject -> code(subject.request().kind())),
  CASH(
      "cash",
      FLAG,
      "",
      REQUEST,
      "Draws on the cash limit.",
      subject -> flag(subject.request().cash())),
  ENTRY_MODE(
      "entry_mode",
      CODE,
      "",
      REQUEST,
      "How the card came to the merchant.",
      List.of("chip", "contactless", "swipe", "ecommerce", "moto", "recurring", "manual", "atm"),
      subject -> code(subject.request().entryMode())),
  CARD_PRESENT(
      "card_present",
      FLAG,
      "",
      REQUEST,
      "The card was at the merchant.",
      subject -> flag(subject.request().cardPresent())),
  MERCHANT_INITIATED(
      "merchant_initiated",
      FLAG,
      "",
      REQUEST,
      "The merchant asks without the cardholder taking part, such as for a subscription.",
      subject -> flag(subject.request().merchantInitiated())),
  CHANNEL(
      "channel",
      CODE,
      "",
      REQUEST,
      "The door the request came through.",
      List.of("api", "mq", "iso8583", "file"),
      subject -> code(subject.request().channel())),
  NETWORK(
      "network",
      CODE,
      "",
      REQUEST,
      "The card network, lower case; missing if none is known.",
      subject -> code(subject.request().network())),
  STAND_IN(
      "stand_in",
      FLAG,
      "",
      REQUEST,
      "Somebody else decided in our place and tells us.",
      subject -> flag(subject.request().standIn())),
  MERCHANT(
      "merchant",
      CODE,
      "",
      REQUEST,
      "Id of the merchant.",
      subject -> code(subject.request().merchantId())),
  CATEGORY(
      "merchant_category",
      CODE,
      "ISO 18245",
      REQUEST,
      "Merchant category code, four digits.",
      subject -> code(subject.request().merchantCategory())),
  CATEGORY_GROUP(
      "merchant_group",
      CODE,
      "",
      REQUEST,
      "Group of merchant categories.",
      MerchantGroup.codes(),
      subject -> code(MerchantGroup.of(subject.request().merchantCategory()).code())),
  COUNTRY(
      "merchant_country",
      CODE,
      "ISO 3166-1",
      REQUEST,
      "Country of the merchant, two letters.",
      subject -> code(subject.request().merchantCountry())),
  STATE(
      "merchant_state",
      CODE,
      "",
      REQUEST,
      "State of the merchant; missing if not told.",
      subject -> code(subject.request().merchantState())),
  HOUR_OF_DAY(
      "hour",
      NUMBER,
      "hour",
      REQUEST,
      "Hour of the day, 0 to 23, in the cardholder's time zone (the bank's).",
      subject -> whole(subject.request().at().atZone(subject.request().zone()).getHour())),
  WEEKDAY(
      "weekday",
      NUMBER,
      "day",
      REQUEST,
      "Day of the week, 1 (Monday) to 7 (Sunday), in the cardholder's time zone.",
      subject ->
          whole(subject.request().at().atZone(subject.request().zone()).getDayOfWeek().getValue())),

  // what the door found out
  PIN(
      "pin",
      CODE,
      "",
      CHECKS,
      "Result of the PIN check.",
      List.of("not_checked", "right", "wrong", "blocked"),
      subject -> checked(subject, Checks::pin)),
  CRYPTOGRAM(
      "cryptogram",
      CODE,
      "",
      CHECKS,
      "Result of the check of the chip's cryptogram.",
      List.of("not_checked", "right", "wrong"),
      subject -> checked(subject, Checks::cryptogram)),
  SECURITY_CODE(
      "security_code",
      CODE,
      "",
      CHECKS,
      "Result of the check of the printed security code.",
      List.of("not_checked", "right", "wrong"),
      subject -> checked(subject, Checks::securityCode)),
  ADDRESS(
      "address",
      CODE,
      "",
      CHECKS,
      "Result of the address check.",
      List.of("not_checked", "matches", "postal_code_only", "differs"),
      subject -> checked(subject, Checks::address)),
  CHALLENGE(
      "challenge",
      CODE,
      "",
      CHECKS,
      "Strong customer authentication.",
      List.of("not_needed", "required", "passed", "failed"),
      subject -> checked(subject, Checks::challenge)),
  PARTIAL_CAPABLE(
      "partial_capable",
      FLAG,
      "",
      CHECKS,
      "The terminal takes approvals of a part.",
      subject -> known(subject.request().checks(), checks -> flag(checks.partialCapable()))),
  WRONG_PINS(
      "wrong_pins",
      NUMBER,
      "tries",
      CHECKS,
      "Wrong PINs in a row before this request.",
      subject -> known(subject.request().checks(), checks -> whole(checks.wrongPins()))),

  // the account and the card
  PRODUCT(
      "product",
      CODE,
      "",
      ACCOUNT,
      "Product of the account.",
      subject -> code(subject.account().product())),
  CREDIT_LIMIT(
      "credit_limit",
      AMOUNT,
      "minor units",
      ACCOUNT,
      "The account's credit limit.",
      subject -> whole(subject.account().creditLimit().minor())),
  AVAILABLE(
      "available_credit",
      AMOUNT,
      "minor units",
      ACCOUNT,
      "Limit less balance less holds, before the decision.",
      subject -> whole(subject.account().available().minor())),
  UTILIZATION(
      "utilization_percent",
      NUMBER,
      "percent",
      ACCOUNT,
      "Share of the limit that is used, before the decision; missing if the limit is zero.",
      subject ->
          percent(
              subject.account().creditLimit().minor() - subject.account().available().minor(),
              subject.account().creditLimit().minor())),
  AMOUNT_TO_LIMIT(
      "amount_to_limit_percent",
      NUMBER,
      "percent",
      ACCOUNT,
      "The amount as a share of the credit limit; missing if the limit is zero.",
      subject ->
          percent(subject.request().amount().minor(), subject.account().creditLimit().minor())),
  AMOUNT_TO_AVAILABLE(
      "amount_to_available_percent",
      NUMBER,
      "percent",
      ACCOUNT,
      "The amount as a share of the available credit; missing if there is none.",
      subject ->
          percent(subject.request().amount().minor(), subject.account().available().minor())),
  DAYS_PAST_DUE(
      "days_past_due",
      NUMBER,
      "days",
      ACCOUNT,
      "Days a payment is overdue.",
      subject -> whole(subject.account().daysPastDue())),
  ACCOUNT_AGE(
      "account_age_days",
      NUMBER,
      "days",
      CARD,
      "Days since the account was opened.",
      subject ->
          dated(
              subject,
              dates ->
                  Optional.of(
                      ChronoUnit.DAYS.between(
                          dates.accountOpenedOn(),
                          subject.request().at().atZone(subject.request().zone()).toLocalDate())))),
  CARD_KIND(
      "card_kind",
      CODE,
      "",
      CARD,
      "Plastic or not.",
      List.of("virtual", "physical"),
      subject -> known(subject.account().dates(), dates -> code(dates.cardKind()))),
  CARD_AGE(
      "card_age_days",
      NUMBER,
      "days",
      CARD,
      "Whole days since the card was issued.",
      subject ->
          dated(
              subject,
              dates ->
                  Optional.of(
                      Duration.between(dates.cardIssuedAt(), subject.request().at()).toDays()))),
  ACTIVATION_AGE(
      "hours_since_activation",
      NUMBER,
      "hours",
      CARD,
      "Whole hours since the card was activated; missing if it isn't.",
      subject ->
          dated(
              subject,
              dates ->
                  dates
                      .cardActivatedAt()
                      .filter(at -> !at.isAfter(subject.request().at()))
                      .map(at -> Duration.between(at, subject.request().at()).toHours()))),

  // how often and how much
  APPROVED_COUNT_1H(
      "approved_count_1h",
      NUMBER,
      "authorizations",
      HOUR,
      "Approved in the last hour.",
      subject -> whole(subject.tally(HOUR).card.approvedCount)),
  APPROVED_COUNT_24H(
      "approved_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Approved in the last 24 hours.",
      subject -> whole(subject.tally(DAY).card.approvedCount)),
  APPROVED_COUNT_7D(
      "approved_count_7d",
      NUMBER,
      "authorizations",
      WEEK,
      "Approved in the last 7 days.",
      subject -> whole(subject.tally(WEEK).card.approvedCount)),
  APPROVED_COUNT_30D(
      "approved_count_30d",
      NUMBER,
      "authorizations",
      MONTH,
      "Approved in the last 30 days.",
      subject -> whole(subject.tally(MONTH).card.approvedCount)),
  APPROVED_AMOUNT_1H(
      "approved_amount_1h",
      AMOUNT,
      "minor units",
      HOUR,
      "Sum approved in the last hour.",
      subject -> whole(subject.tally(HOUR).card.approvedMinor)),
  APPROVED_AMOUNT_24H(
      "approved_amount_24h",
      AMOUNT,
      "minor units",
      DAY,
      "Sum approved in the last 24 hours.",
      subject -> whole(subject.tally(DAY).card.approvedMinor)),
  APPROVED_AMOUNT_7D(
      "approved_amount_7d",
      AMOUNT,
      "minor units",
      WEEK,
      "Sum approved in the last 7 days.",
      subject -> whole(subject.tally(WEEK).card.approvedMinor)),
  APPROVED_AMOUNT_30D(
      "approved_amount_30d",
      AMOUNT,
      "minor units",
      MONTH,
      "Sum approved in the last 30 days.",
      subject -> whole(subject.tally(MONTH).card.approvedMinor)),
  DECLINED_COUNT_1H(
      "declined_count_1h",
      NUMBER,
      "authorizations",
      HOUR,
      "Declined in the last hour.",
      subject -> whole(subject.tally(HOUR).card.declinedCount)),
  DECLINED_COUNT_24H(
      "declined_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Declined in the last 24 hours.",
      subject -> whole(subject.tally(DAY).card.declinedCount)),
  DECLINED_COUNT_7D(
      "declined_count_7d",
      NUMBER,
      "authorizations",
      WEEK,
      "Declined in the last 7 days.",
      subject -> whole(subject.tally(WEEK).card.declinedCount)),
  DECLINED_COUNT_30D(
      "declined_count_30d",
      NUMBER,
      "authorizations",
      MONTH,
      "Declined in the last 30 days.",
      subject -> whole(subject.tally(MONTH).card.declinedCount)),
  DECLINED_AMOUNT_1H(
      "declined_amount_1h",
      AMOUNT,
      "minor units",
      HOUR,
      "Sum asked for and declined in the last hour.",
      subject -> whole(subject.tally(HOUR).card.declinedMinor)),
  DECLINED_AMOUNT_24H(
      "declined_amount_24h",
      AMOUNT,
      "minor units",
      DAY,
      "Sum asked for and declined in the last 24 hours.",
      subject -> whole(subject.tally(DAY).card.declinedMinor)),
  DECLINED_AMOUNT_7D(
      "declined_amount_7d",
      AMOUNT,
      "minor units",
      WEEK,
      "Sum asked for and declined in the last 7 days.",
      subject -> whole(subject.tally(WEEK).card.declinedMinor)),
  CASH_COUNT_24H(
      "cash_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Cash and quasi-cash approved in the last 24 hours.",
      subject -> whole(subject.tally(DAY).cashCount)),
  CASH_AMOUNT_24H(
      "cash_amount_24h",
      AMOUNT,
      "minor units",
      DAY,
      "Sum of cash and quasi-cash approved in the last 24 hours.",
      subject -> whole(subject.tally(DAY).cashMinor)),
  CASH_AMOUNT_7D(
      "cash_amount_7d",
      AMOUNT,
      "minor units",
      WEEK,
      "Sum of cash and quasi-cash approved in the last 7 days.",
      subject -> whole(subject.tally(WEEK).cashMinor)),
  NOT_PRESENT_COUNT_1H(
      "not_present_count_1h",
      NUMBER,
      "authorizations",
      HOUR,
      "Without the card at the merchant, in the last hour.",
      subject -> whole(subject.tally(HOUR).notPresentCount)),
  NOT_PRESENT_COUNT_24H(
      "not_present_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Without the card at the merchant, in the last 24 hours.",
      subject -> whole(subject.tally(DAY).notPresentCount)),
  VERIFICATION_COUNT_24H(
      "verification_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Of amount zero in the last 24 hours: how stolen numbers are tried out.",
      subject -> whole(subject.tally(DAY).verificationCount)),
  SAME_AMOUNT_COUNT_24H(
      "same_amount_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Of exactly this amount in the last 24 hours.",
      subject ->
          count(subject, DAY, past -> past.requestedMinor() == subject.request().amount().minor())),
  SAME_MERCHANT_COUNT_1H(
      "same_merchant_count_1h",
      NUMBER,
      "authorizations",
      HOUR,
      "At this merchant in the last hour.",
      subject ->
          count(subject, HOUR, past -> past.merchantId().equals(subject.request().merchantId()))),
  SAME_MERCHANT_COUNT_24H(
      "same_merchant_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "At this merchant in the last 24 hours.",
      subject ->
          count(subject, DAY, past -> past.merchantId().equals(subject.request().merchantId()))),
  SAME_MERCHANT_DECLINED_24H(
      "same_merchant_declined_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Declined at this merchant in the last 24 hours.",
      subject ->
          count(
              subject,
              DAY,
              past ->
                  !past.approved() && past.merchantId().equals(subject.request().merchantId()))),
  ACCOUNT_APPROVED_COUNT_24H(
      "account_approved_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Approved in the last 24 hours with any card of the account.",
      subject -> whole(subject.tally(DAY).account.approvedCount)),
  ACCOUNT_APPROVED_AMOUNT_24H(
      "account_approved_amount_24h",
      AMOUNT,
      "minor units",
      DAY,
      "Sum approved in the last 24 hours with any card of the account.",
      subject -> whole(subject.tally(DAY).account.approvedMinor)),
  ACCOUNT_DECLINED_COUNT_24H(
      "account_declined_count_24h",
      NUMBER,
      "authorizations",
      DAY,
      "Declined in the last 24 hours with any card of the account.",
      subject -> whole(subject.tally(DAY).account.declinedCount)),
  ACCOUNT_CARDS_24H(
      "account_cards_24h",
      NUMBER,
      "cards",
      DAY,
      "Different cards of the account used in the last 24 hours.",
      subject -> whole(subject.tally(DAY).cards.size())),

  // where
  MERCHANTS_1H(
      "merchants_1h",
      NUMBER,
      "merchants",
      HOUR,
      "Different merchants in the last hour.",
      subject -> whole(subject.tally(HOUR).merchants.size())),
  MERCHANTS_24H(
      "merchants_24h",
      NUMBER,
      "merchants",
      DAY,
      "Different merchants in the last 24 hours.",
      subject -> whole(subject.tally(DAY).merchants.size())),
  MERCHANTS_7D(
      "merchants_7d",
      NUMBER,
      "merchants",
      WEEK,
      "Different merchants in the last 7 days.",
      subject -> whole(subject.tally(WEEK).merchants.size())),
  COUNTRIES_24H(
      "countries_24h",
      NUMBER,
      "countries",
      DAY,
      "Different countries in the last 24 hours.",
      subject -> whole(subject.tally(DAY).countries.size())),
  COUNTRIES_7D(
      "countries_7d",
      NUMBER,
      "countries",
      WEEK,
      "Different countries in the last 7 days.",
      subject -> whole(subject.tally(WEEK).countries.size())),
  COUNTRIES_30D(
      "countries_30d",
      NUMBER,
      "countries",
      MONTH,
      "Different countries in the last 30 days.",
      subject -> whole(subject.tally(MONTH).countries.size())),
  CATEGORIES_24H(
      "categories_24h",
      NUMBER,
      "categories",
      DAY,
      "Different merchant categories in the last 24 hours.",
      subject -> whole(subject.tally(DAY).categories.size())),
  MERCHANT_NEW(
      "merchant_is_new",
      FLAG,
      "",
      QUARTER,
      "Nothing was approved at this merchant in the last 90 days.",
      subject -> isNew(subject, past -> past.merchantId().equals(subject.request().merchantId()))),
  CATEGORY_NEW(
      "category_is_new",
      FLAG,
      "",
      QUARTER,
      "Nothing was approved in this merchant category in the last 90 days.",
      subject ->
          isNew(
              subject,
              past -> past.merchantCategory().equals(subject.request().merchantCategory()))),
  COUNTRY_NEW(
      "country_is_new",
      FLAG,
      "",
      QUARTER,
      "Nothing was approved in this country in the last 90 days.",
      subject ->
          isNew(
              subject, past -> past.merchantCountry().equals(subject.request().merchantCountry()))),
  DISTANCE(
      "distance_km",
      NUMBER,
      "km",
      MONTH,
      "From the place where the card was last present (30 days) to this merchant: by coordinates, else by the middles of states or countries; missing if the card isn't present now or wasn't then.",
      Travel::kilometers),
  SPEED(
      "speed_kmh",
      NUMBER,
      "km/h",
      MONTH,
      "How fast somebody had to travel that distance; missing with it.",
      Travel::kilometersAnHour),
  COUNTRY_CHANGED(
      "country_changed",
      FLAG,
      "",
      MONTH,
      "The card is present in another country than where it was last present (30 days); missing with the distance.",
      Travel::changesCountry),

  // in which order
  CONSECUTIVE_DECLINES(
      "consecutive_declines",
      NUMBER,
      "authorizations",
      MONTH,
      "Declined since the last approval (30 days).",
      subject -> whole(consecutiveDeclines(subject.tally(MONTH).ofCard))),
  SECONDS_SINCE_LAST(
      "seconds_since_last",
      NUMBER,
      "seconds",
      MONTH,
      "Whole seconds since the authorization before (30 days); missing if there is none.",
      subject -> secondsSince(subject, past -> true)),
  SECONDS_SINCE_APPROVED(
      "seconds_since_approved",
      NUMBER,
      "seconds",
      MONTH,
      "Whole seconds since the last approval (30 days); missing if there is none.",
      subject -> secondsSince(subject, PastAuthorization::approved)),
  SECONDS_SINCE_DECLINED(
      "seconds_since_declined",
      NUMBER,
      "seconds",
      MONTH,
      "Whole seconds since the last decline (30 days); missing if there is none.",
      subject -> secondsSince(subject, past -> !past.approved())),
  AVERAGE_90D(
      "average_amount_90d",
      AMOUNT,
      "minor units",
      QUARTER,
      "Average approved amount of the last 90 days, rounded down; missing if nothing was approved.",
      subject ->
          average(subject.tally(QUARTER))
              .<AttributeValue>map(AttributeValue.Whole::new)
              .orElse(AttributeValue.MISSING)),
  MAXIMUM_90D(
      "maximum_amount_90d",
      AMOUNT,
      "minor units",
      QUARTER,
      "Largest approved amount of the last 90 days; zero if nothing was approved.",
      subject -> whole(subject.tally(QUARTER).largestApprovedMinor)),
  AMOUNT_TO_AVERAGE(
      "amount_to_average_90d_percent",
      NUMBER,
      "percent",
      QUARTER,
      "The amount as a share of the 90-day average; missing if there is no average above zero.",
      subject ->
          percent(subject.request().amount().minor(), average(subject.tally(QUARTER)).orElse(0L))),
  AMOUNT_TO_MAXIMUM(
      "amount_to_maximum_90d_percent",
      NUMBER,
      "percent",
      QUARTER,
      "The amount as a share of the 90-day maximum; missing if there is no maximum above zero.",
      subject ->
          percent(subject.request().amount().minor(), subject.tally(QUARTER).largestApprovedMinor));

  private static final int HUNDRED = 100;

  private final String code;
  private final AttributeType type;
  private final String unit;
  private final AttributeSource source;
  private final String description;
  private final List<String> choices;
  private final Function<Subject, AttributeValue> reading;

  Attribute(
      String code,
      AttributeType type,
      String unit,
      AttributeSource source,
      String description,
      Function<Subject, AttributeValue> reading) {
    this(code, type, unit, source, description, List.of(), reading);
  }

  Attribute(
      String code,
      AttributeType type,
      String unit,
      AttributeSource source,
      String description,
      List<String> choices,
      Function<Subject, AttributeValue> reading) {
    this.code = code;
    this.type = type;
    this.unit = unit;
    this.source = source;
    this.description = description;
    this.choices = choices;
    this.reading = reading;
  }

  /** The attribute that rules call so. */
  public static Optional<Attribute> ofCode(String code) {
    return Arrays.stream(values()).filter(attribute -> attribute.code.equals(code)).findFirst();
  }

  /** As rules spell it. */
  public String code() {
    return code;
  }

  public AttributeType type() {
    return type;
  }

  /** What a number counts, or what a code is taken from; may be empty. */
  public String unit() {
    return unit;
  }

  public AttributeSource source() {
    return source;
  }

  /** One sentence for the people who write rules. */
  public String description() {
    return description;
  }

  /** The words a code may be; empty if they aren't a closed list. */
  public List<String> choices() {
    return choices;
  }

  /** What it is for this authorization. */
  AttributeValue of(Subject subject) {
    return reading.apply(subject);
  }

  private static AttributeValue whole(long number) {
    return new AttributeValue.Whole(number);
  }

  private static AttributeValue flag(boolean on) {
    return new AttributeValue.Flag(on);
  }

  private static AttributeValue code(String text) {
    return new AttributeValue.Code(text);
  }

  private static AttributeValue code(Optional<String> text) {
    return known(text, Attribute::code);
  }

  private static <T> AttributeValue known(Optional<T> what, Function<T, AttributeValue> reading) {
    return what.map(reading).orElse(AttributeValue.MISSING);
  }

  private static AttributeValue checked(Subject subject, Function<Checks, String> result) {
    return known(
        subject.request().checks(), checks -> code(result.apply(checks).toLowerCase(Locale.ROOT)));
  }

  private static AttributeValue dated(Subject subject, Function<Dates, Optional<Long>> age) {
    return known(subject.account().dates().flatMap(age), Attribute::whole);
  }

  /** Rounded down; nothing is a share of nothing. */
  private static AttributeValue percent(long part, long of) {
    return of <= 0
        ? AttributeValue.MISSING
        : whole(Math.floorDiv(Math.multiplyExact(part, HUNDRED), of));
  }

  private static AttributeValue count(
      Subject subject, AttributeSource window, Predicate<PastAuthorization> which) {
    return whole(subject.tally(window).ofCard.stream().filter(which).count());
  }

  private static AttributeValue isNew(Subject subject, Predicate<PastAuthorization> same) {
    return flag(
        subject.tally(QUARTER).ofCard.stream()
            .noneMatch(past -> past.approved() && same.test(past)));
  }

  private static long consecutiveDeclines(List<PastAuthorization> oldestFirst) {
    return oldestFirst.reversed().stream().takeWhile(past -> !past.approved()).count();
  }

  private static AttributeValue secondsSince(Subject subject, Predicate<PastAuthorization> which) {
    return subject.tally(MONTH).ofCard.reversed().stream()
        .filter(which)
        .findFirst()
        .map(past -> whole(Duration.between(past.at(), subject.request().at()).toSeconds()))
        .orElse(AttributeValue.MISSING);
  }

  private static Optional<Long> average(Tally tally) {
    return tally.card.approvedCount == 0
        ? Optional.empty()
        : Optional.of(tally.card.approvedMinor / tally.card.approvedCount);
  }
}

package org.florin.networks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;

/** Takes values out of a message's data elements; what isn't there or isn't right is a fault. */
final class MessageElements {

  private static final Map<String, CurrencyCode> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getNumericCode() > 0)
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getNumericCodeAsString,
                  currency -> new CurrencyCode(currency.getCurrencyCode()),
                  MessageElements::stillInUse));

  private static final DateTimeFormatter TRANSMISSION_TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A bitmap of eight bytes, of which the first tells what matters here, and its fields. */
  private static final Pattern PAYMENT_SERVICE_FIELDS =
      Pattern.compile("([0-9A-F]{2})0{14}([0-9A-F]+)");

  private static final int FIRST_FIELD = 0x80;
  private static final int FIRST_FIELD_DIGITS = 2;
  private static final int SECOND_FIELD = 0x40;
  private static final int IDENTIFIER_DIGITS = 16;
  private static final int CENTURY = 2000;

  private final NetworkMessage message;

  MessageElements(NetworkMessage message) {
    this.message = message;
  }

  /** Two currencies may have had the same number; the first in the alphabet is taken. */
  private static CurrencyCode stillInUse(CurrencyCode one, CurrencyCode other) {
    return one.code().compareTo(other.code()) < 0 ? one : other;
  }

  void require(Iterable<Integer> numbers) throws MessageFault {
    for (var number : numbers) {
      text(number);
    }
  }

  String text(int number) throws MessageFault {
    return message
        .element(number)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new MessageFault(ResponseCode.FORMAT_ERROR, number));
  }

  /** A value as it came, with the spaces around it. */
  String whole(int number) throws MessageFault {
    return message
        .element(number)
        .orElseThrow(() -> new MessageFault(ResponseCode.FORMAT_ERROR, number));
  }

  String text(int number, Pattern form) throws MessageFault {
    return checked(number, form.asMatchPredicate());
  }

  private String checked(int number, Predicate<String> form) throws MessageFault {
    var value = text(number);
    if (!form.test(value)) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, number);
    }
    return value;
  }

  Optional<String> optional(int number) {
    return message.element(number).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** What the cardholder is billed if the network converted it, else the transaction's amount. */
  Money amount() throws MessageFault {
    return isBilledInAnotherCurrency() ? money(6, 51) : money(4, 49);
  }

  boolean isBilledInAnotherCurrency() {
    return optional(6).isPresent() && optional(51).isPresent();
  }

  private Money money(int amount, int currency) throws MessageFault {
    return new Money(Long.parseLong(text(amount)), currency(currency));
  }

  private CurrencyCode currency(int number) throws MessageFault {
    var code = CURRENCIES.get(text(number));
    if (code == null) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, number);
    }
    return code;
  }

  /** The number that stands for a currency in a message. */
  static String numberOf(CurrencyCode currency) {
    return Currency.getInstance(currency.code()).getNumericCodeAsString();
  }

  /**
   * The network's id of the payment, data element 62: text, or Visa-style bytes whose own bitmap
   * says that the second of its fields is there.
   */
  Optional<String> networkTransactionId() {
    return optional(62)
        .flatMap(
            value -> {
              var fields = PAYMENT_SERVICE_FIELDS.matcher(value);
              return fields.matches() ? identifierIn(fields) : Optional.of(value);
            });
  }

  private static Optional<String> identifierIn(Matcher fields) {
    var present = Integer.parseInt(fields.group(1), 16);
    var begin = (present & FIRST_FIELD) == 0 ? 0 : FIRST_FIELD_DIGITS;
    var digits = fields.group(2);
    return (present & SECOND_FIELD) == 0 || digits.length() < begin + IDENTIFIER_DIGITS
        ? Optional.empty()
        : Optional.of(digits.substring(begin, begin + IDENTIFIER_DIGITS));
  }

  /** Data element 14, {@code YYMM}. */
  Optional<YearMonth> expiry() throws MessageFault {
    var value = optional(14);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var month = Integer.parseInt(value.get().substring(2));
    if (month < 1 || month > 12) {
      throw new MessageFault(ResponseCode.FORMAT_ERROR, 14);
    }
    return Optional.of(
        YearMonth.of(CENTURY + Integer.parseInt(value.get().substring(0, 2)), month));
  }

  /**
   * Data element 7, which has no year: the one that brings it nearest to the time of arrival.
   *
   * @return {@code YYYYMMDDhhmmss}
   */
  String transmissionTime(Instant arrivedAt) throws MessageFault {
    var text = text(7);
    var arrival = LocalDateTime.ofInstant(arrivedAt, ZoneOffset.UTC);
    return Stream.of(-1, 0, 1)
        .flatMap(years -> dateTime(arrival.getYear() + years, text).stream())
        .min(Comparator.comparing(time -> Duration.between(time, arrival).abs()))
        .map(time -> time.getYear() + text)
        .orElseThrow(() -> new MessageFault(ResponseCode.FORMAT_ERROR, 7));
  }

  /** An instant as data element 7 writes it. */
  static String transmissionTimeOf(Instant instant) {
    return TRANSMISSION_TIME.format(instant);
  }

  private static Optional<LocalDateTime> dateTime(int year, String text) {
    try {
      var parts = Arrays.stream(text.split("(?<=\\G..)")).map(Integer::valueOf).toList();
      return Optional.of(dateTime(year, parts));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static LocalDateTime dateTime(int year, List<Integer> parts) {
    return LocalDateTime.of(
        year, parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
  }
}

package org.florin.adapters.cardqueue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.florin.networks.QueueMessageFormat;
import org.florin.networks.QueueReply;
import org.florin.networks.QueueRequest;

/** Reads requests and writes replies. */
@ApplicationScoped
public class CommaSeparatedMessages implements QueueMessageFormat {

  private static final int LENGTH_MAX = 500;
  private static final int COMPATIBLE_AMOUNT_LENGTH = 13;
  private static final int DECIMALS = 2;
  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,10}(\\.[0-9]*)?");

  /** Country codes of three letters, as most senders write them, to those of two. */
  private static final Map<String, String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of("", code).getISO3Country(), Function.identity()));

  /** The fields in their order. */
  private enum Field {
    DATE(6, "[0-9]{6}"),
    TIME(6, "[0-9]{6}"),
    CARD_NUMBER(16, "[0-9]{12,16}"),
    AUTHORIZATION_TYPE(4, ".*"),
    CARD_EXPIRY(4, "(0[1-9]|1[0-2])[0-9]{2}|"),
    MESSAGE_TYPE(6, ".*"),
    MESSAGE_SOURCE(6, ".*"),
    PROCESSING_CODE(6, "[0-9]{6}"),
    AMOUNT(14, ".*"),
    MERCHANT_CATEGORY(4, "[0-9]{4}"),
    ACQUIRER_COUNTRY(3, "[A-Z]{2,3}"),
    ENTRY_MODE(2, "[0-9]{2}"),
    MERCHANT_ID(15, ".+"),
    MERCHANT_NAME(22, ".+"),
    MERCHANT_CITY(13, ".*"),
    MERCHANT_STATE(2, ".*"),
    MERCHANT_POSTAL_CODE(9, ".*"),
    TRANSACTION_ID(15, ".+");

    private final int length;
    private final Predicate<String> form;

    Field(int length, String form) {
      this.length = length;
      this.form = Pattern.compile(form).asMatchPredicate();
    }

    String of(String[] values) {
      return values[ordinal()];
    }

    Optional<String> filled(String[] values) {
      return Optional.of(of(values)).filter(value -> !value.isEmpty());
    }

    boolean accepts(String value) {
      return value.length() <= length
          && form.test(value)
          && value.chars().allMatch(character -> character >= ' ' && character <= '~');
    }
  }

  @Override
  public Reading read(String text, boolean compatible) {
    if (text.length() > LENGTH_MAX) {
      return new Reading.Malformed("longer than " + LENGTH_MAX + " characters", Optional.empty());
    }
    var values = text.split(",", -1);
    if (values.length != Field.values().length) {
      return new Reading.Malformed(
          values.length + " fields instead of " + Field.values().length, Optional.empty());
    }
    for (var field : Field.values()) {
      values[field.ordinal()] = field.of(values).strip();
    }
    for (var field : Field.values()) {
      if (!field.accepts(field.of(values))) {
        return malformed(field, values);
      }
    }
    var amount = amountMinor(Field.AMOUNT.of(values), compatible);
    var country =
        Optional.of(Field.ACQUIRER_COUNTRY.of(values)).flatMap(CommaSeparatedMessages::country);
    if (amount.isEmpty() || country.isEmpty()) {
      return malformed(amount.isEmpty() ? Field.AMOUNT : Field.ACQUIRER_COUNTRY, values);
    }
    return new Reading.Request(request(values, amount.get(), country.get()));
  }

  private static Reading malformed(Field field, String[] values) {
    var isAskerKnown =
        Stream.of(Field.TIME, Field.CARD_NUMBER, Field.TRANSACTION_ID)
            .allMatch(needed -> needed.accepts(needed.of(values)));
    return new Reading.Malformed(
        "field " + (field.ordinal() + 1) + " is not well formed",
        isAskerKnown
            ? Optional.of(
                new Asker(
                    Field.CARD_NUMBER.of(values),
                    Field.TRANSACTION_ID.of(values),
                    Field.TIME.of(values)))
            : Optional.empty());
  }

  private static QueueRequest request(String[] values, long amountMinor, String country) {
    return new QueueRequest(
        Field.DATE.of(values),
        Field.TIME.of(values),
        Field.CARD_NUMBER.of(values),
        Field.AUTHORIZATION_TYPE.of(values),
        Field.CARD_EXPIRY.filled(values),
        Field.MESSAGE_TYPE.of(values),
        Field.MESSAGE_SOURCE.of(values),
        Field.PROCESSING_CODE.of(values),
        amountMinor,
        Field.MERCHANT_CATEGORY.of(values),
        country,
        Field.ENTRY_MODE.of(values),
        Field.MERCHANT_ID.of(values),
        Field.MERCHANT_NAME.of(values),
        Field.MERCHANT_CITY.filled(values),
        Field.MERCHANT_STATE.filled(values),
        Field.MERCHANT_POSTAL_CODE.filled(values),
        Field.TRANSACTION_ID.of(values));
  }

  private static Optional<String> country(String code) {
    return COUNTRIES.containsValue(code)
        ? Optional.of(code)
        : Optional.ofNullable(COUNTRIES.get(code));
  }

  /** In compatible reading a picture of 14 characters loses its last one, as it always has. */
  private static Optional<Long> amountMinor(String text, boolean compatible) {
    var read =
        compatible && text.length() > COMPATIBLE_AMOUNT_LENGTH
            ? text.substring(0, COMPATIBLE_AMOUNT_LENGTH)
            : text;
    if (compatible && read.isEmpty()) {
      return Optional.of(0L);
    }
    if (!AMOUNT.matcher(read).matches()) {
      return Optional.empty();
    }
    var amount = new BigDecimal(read);
    if (!compatible && amount.scale() > DECIMALS) {
      return Optional.empty();
    }
    return Optional.of(
        amount.setScale(DECIMALS, RoundingMode.DOWN).movePointRight(DECIMALS).longValueExact());
  }

  @Override
  public String write(QueueReply reply, boolean compatible) {
    var amount = BigDecimal.valueOf(reply.approvedMinor(), DECIMALS).toPlainString();
    return String.format(
            Locale.ROOT,
            "%-16s,%-15s,%-6s,%-2s,%-4s,%14s,",
            reply.cardNumber(),
            reply.transactionId(),
            reply.authorizationCode(),
            reply.responseCode(),
            reply.reason(),
            amount)
        + (compatible ? " " : "");
  }
}

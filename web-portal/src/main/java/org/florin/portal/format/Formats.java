package org.florin.portal.format;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.florin.kernel.Money;

/** Writes values for people. */
@Named
@ApplicationScoped
public class Formats {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, uuuu, HH:mm", Locale.US).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.US).withZone(ZoneOffset.UTC);

  private static final Map<String, String> TONES =
      Map.ofEntries(
          Map.entry("active", "good"),
          Map.entry("open", "good"),
          Map.entry("approved", "good"),
          Map.entry("accepted", "good"),
          Map.entry("succeeded", "good"),
          Map.entry("completed", "good"),
          Map.entry("cleared", "good"),
          Map.entry("done", "good"),
          Map.entry("declined", "bad"),
          Map.entry("failed", "bad"),
          Map.entry("returned", "bad"),
          Map.entry("refused", "bad"),
          Map.entry("charged_off", "bad"),
          Map.entry("resolved_for_cardholder", "good"),
          Map.entry("credited", "good"),
          Map.entry("corrected_in_part", "good"),
          Map.entry("received", "warn"),
          Map.entry("resolved_for_merchant", "plain"),
          Map.entry("paused", "warn"),
          Map.entry("in_review", "warn"),
          Map.entry("unknown", "warn"),
          Map.entry("shadow", "warn"),
          Map.entry("challenges", "warn"),
          Map.entry("would_challenge", "warn"),
          Map.entry("declines", "bad"),
          Map.entry("would_decline", "bad"),
          Map.entry("would_approve", "good"),
          Map.entry("draft", "plain"),
          Map.entry("retired", "plain"),
          Map.entry("stopped", "warn"),
          Map.entry("closed", "plain"),
          Map.entry("expired", "plain"),
          Map.entry("withdrawn", "plain"),
          Map.entry("reversed", "plain"));

  /** {@code $1,234.50}; a minus sign in front of what is negative. */
  public String money(Money amount) {
    var format = NumberFormat.getCurrencyInstance(Locale.US);
    format.setCurrency(Currency.getInstance(amount.currency().code()));
    var digits = amount.currency().fractionDigits();
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    var text = format.format(amount.decimal().abs());
    return amount.isNegative() ? "−" + text : text;
  }

  /** A count with separators. */
  public String count(long number) {
    return NumberFormat.getIntegerInstance(Locale.US).format(number);
  }

  /** {@code Mar 1, 2026}. */
  public String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code Mar 1, 2026, 09:15}, in UTC. */
  public String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** To the second, for audit and logs. */
  public String exact(Instant instant) {
    return EXACT.format(instant);
  }

  /** {@code in_review} as {@code In review}. */
  public String words(String code) {
    var text = code.replace('_', ' ').replace('.', ' ').toLowerCase(Locale.ROOT);
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** {@code a, b, c}. */
  public String list(Collection<String> words) {
    return String.join(", ", words);
  }

  /** The style of a status. */
  public String tone(String code) {
    return TONES.getOrDefault(code.toLowerCase(Locale.ROOT), "");
  }

  /** {@code 07/29}. */
  public String expiry(int month, int year) {
    return String.format(Locale.ROOT, "%02d/%02d", month, year % 100);
  }
}

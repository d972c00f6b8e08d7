package org.florin.risk;

import static org.florin.risk.Subjects.aPurchase;
import static org.florin.risk.Subjects.abroad;
import static org.florin.risk.Subjects.approved;
import static org.florin.risk.Subjects.declined;
import static org.florin.risk.Subjects.ofSister;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTest {

  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final Duration HOURS = Duration.ofHours(10);
  private static final Duration DAYS = Duration.ofDays(5);
  private static final Duration WEEKS = Duration.ofDays(20);
  private static final Duration MONTHS = Duration.ofDays(80);

  private static final Subject BUSY =
      aPurchase()
          .of(Money.usd(4_500))
          .after(
              approved(MONTHS, 20_000),
              abroad(WEEKS, "MX"),
              approved(DAYS, 3_000),
              ofSister(HOURS, 700),
              approved(HOURS.minusHours(1), 4_500),
              declined(MINUTES.plusMinutes(2), 900),
              declined(MINUTES, 800))
          .build();

  private static String of(Subject subject, String code) {
    return Attribute.ofCode(code).orElseThrow().of(subject).written();
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 4500",
    "amount_total, 4500",
    "amount_is_round, no",
    "increment, no",
    "currency, USD",
    "kind, purchase",
    "cash, no",
    "entry_mode, chip",
    "card_present, yes",
    "merchant_initiated, no",
    "channel, api",
    "network, visa",
    "stand_in, no",
    "merchant, M1",
    "merchant_category, 5411",
    "merchant_group, other",
    "merchant_country, US",
    "merchant_state, TX",
    "hour, 12",
    "weekday, 1",
    "pin, not_checked",
    "cryptogram, right",
    "security_code, not_checked",
    "address, matches",
    "challenge, not_needed",
    "partial_capable, yes",
    "wrong_pins, 1",
    "product, classic",
    "credit_limit, 100000",
    "available_credit, 60000",
    "utilization_percent, 40",
    "amount_to_limit_percent, 4",
    "amount_to_available_percent, 7",
    "days_past_due, 3",
    "account_age_days, 60",
    "card_kind, virtual",
    "card_age_days, 10",
    "hours_since_activation, 30",
    "approved_count_1h, 0",
    "approved_count_24h, 1",
    "approved_count_7d, 2",
    "approved_count_30d, 3",
    "approved_amount_1h, 0",
    "approved_amount_24h, 4500",
    "approved_amount_7d, 7500",
    "approved_amount_30d, 8500",
    "declined_count_1h, 2",
    "declined_count_24h, 2",
    "declined_count_7d, 2",
    "declined_count_30d, 2",
    "declined_amount_1h, 1700",
    "declined_amount_24h, 1700",
    "declined_amount_7d, 1700",
    "cash_count_24h, 0",
    "cash_amount_24h, 0",
    "cash_amount_7d, 0",
    "not_present_count_1h, 0",
    "not_present_count_24h, 0",
    "verification_count_24h, 0",
    "same_amount_count_24h, 1",
    "same_merchant_count_1h, 2",
    "same_merchant_count_24h, 3",
    "same_merchant_declined_24h, 2",
    "account_approved_count_24h, 2",
    "account_approved_amount_24h, 5200",
    "account_declined_count_24h, 2",
    "account_cards_24h, 2",
    "merchants_1h, 1",
    "merchants_24h, 1",
    "merchants_7d, 1",
    "countries_24h, 1",
    "countries_7d, 1",
    "countries_30d, 2",
    "categories_24h, 1",
    "merchant_is_new, no",
    "category_is_new, no",
    "country_is_new, no",
    "distance_km, 0",
    "speed_kmh, 0",
    "country_changed, no",
    "consecutive_declines, 2",
    "seconds_since_last, 600",
    "seconds_since_approved, 32400",
    "seconds_since_declined, 600",
    "average_amount_90d, 7125",
    "maximum_amount_90d, 20000",
    "amount_to_average_90d_percent, 63",
    "amount_to_maximum_90d_percent, 22",
  })
  void is_what_its_description_says(String code, String expected) {
    assertEquals(expected, of(BUSY, code));
  }

  /** A new attribute without a line above would go unnoticed. */
  @Test
  void every_attribute_has_its_example() throws NoSuchMethodException {
    var examples =
        AttributeTest.class
            .getDeclaredMethod("is_what_its_description_says", String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertEquals(
        Arrays.stream(Attribute.values()).map(Attribute::code).toList(),
        Arrays.stream(examples).map(line -> line.split(",")[0]).toList());
    assertTrue(Attribute.values().length >= 40);
  }

  @Test
  void codes_are_unique_and_descriptions_are_sentences() {
    var codes = new HashSet<String>();
    for (var attribute : Attribute.values()) {
      assertTrue(codes.add(attribute.code()), attribute.code());
      assertTrue(attribute.description().endsWith("."), attribute.code());
      assertTrue(attribute.code().matches("[a-z0-9_]+"), attribute.code());
    }
  }

  @Test
  void the_guide_lists_the_registry() throws IOException {
    var guide = Files.readString(Path.of("../docs/risk-rules.md"));
    assertTrue(guide.contains(table()), () -> "docs/risk-rules.md lacks this table:\n" + table());
  }

  private static String table() {
    return Arrays.stream(Attribute.values())
        .map(
            attribute ->
                "| `%s` | %s | %s | %s |"
                    .formatted(
                        attribute.code(),
                        Stream.of(attribute.type().code(), attribute.unit())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(", ")),
                        attribute.source().code(),
                        attribute.description()
                            + (attribute.choices().isEmpty()
                                ? ""
                                : " One of " + String.join(", ", attribute.choices()) + ".")))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void without_history_nothing_is_guessed() {
    var fresh = aPurchase().build();

    assertEquals("0", of(fresh, "approved_count_30d"));
    assertEquals("yes", of(fresh, "merchant_is_new"));
    assertEquals("yes", of(fresh, "country_is_new"));
    for (var code :
        List.of(
            "distance_km",
            "speed_kmh",
            "country_changed",
            "seconds_since_last",
            "average_amount_90d",
            "amount_to_average_90d_percent",
            "amount_to_maximum_90d_percent")) {
      assertEquals("missing", of(fresh, code), code);
    }
  }

  @Test
  void what_was_not_written_down_is_missing_later() {
    var later = aPurchase().uncheckedNow().build();
    for (var attribute : Attribute.values()) {
      assertEquals(
          attribute.source().isKnownLater(),
          !(attribute.of(later) instanceof AttributeValue.Missing)
              || attribute.of(aPurchase().build()) instanceof AttributeValue.Missing,
          attribute.code());
    }
  }

  @Test
  void a_window_ends_where_it_says() {
    var hour = Duration.ofHours(1);
    assertEquals("0", of(aPurchase().after(approved(hour, 1)).build(), "approved_count_1h"));
    assertEquals(
        "1", of(aPurchase().after(approved(hour.minusMillis(1), 1)).build(), "approved_count_1h"));
  }

  @Test
  void hours_and_weekdays_are_those_of_the_bank() {
    var night = aPurchase().at(Instant.parse("2026-03-02T05:30:00Z")).build();
    assertEquals("23", of(night, "hour"));
    assertEquals("7", of(night, "weekday"));
  }

  @Test
  void an_increment_is_decided_on_the_difference() {
    var increment = aPurchase().of(Money.usd(500)).onTopOf(4_500).build();
    assertEquals("500", of(increment, "amount"));
    assertEquals("5000", of(increment, "amount_total"));
    assertEquals("yes", of(increment, "increment"));
  }

  @Test
  void shares_of_nothing_are_missing() {
    var broke = aPurchase().withCredit(0, 0).build();
    assertEquals("missing", of(broke, "utilization_percent"));
    assertEquals("missing", of(broke, "amount_to_limit_percent"));
    assertEquals("missing", of(broke, "amount_to_available_percent"));
    assertEquals("120", of(aPurchase().withCredit(1_000, -200).build(), "utilization_percent"));
  }

  @Test
  void travel_goes_from_middle_to_middle_unless_both_say_where() {
    var mexico = abroad(Duration.ofHours(2), "MX");
    var home = aPurchase().in("US", "TX").after(mexico).build();
    var kilometers = Long.parseLong(of(home, "distance_km"));
    assertTrue(kilometers > 1_500 && kilometers < 2_000, "km " + kilometers);
    assertEquals(Long.toString(kilometers / 2), of(home, "speed_kmh"));
    assertEquals("yes", of(home, "country_changed"));
    assertEquals("missing", of(aPurchase().notPresent().after(mexico).build(), "distance_km"));

    var austin =
        new PastAuthorization(
            Subjects.CARD,
            Subjects.NOW.minusSeconds(3_600),
            1,
            1,
            true,
            false,
            true,
            "M9",
            "5411",
            "US",
            Optional.of("TX"),
            Optional.of(new GeoPoint(new BigDecimal("30.2672"), new BigDecimal("-97.7431"))));
    var dallas = aPurchase().in("US", "TX").located("32.7767", "-96.7970").after(austin).build();
    assertEquals("293", of(dallas, "distance_km"));
    assertEquals("293", of(dallas, "speed_kmh"));
    assertEquals("0", of(aPurchase().in("US", "TX").after(austin).build(), "distance_km"));
    assertTrue(
        Long.parseLong(of(aPurchase().in("US", "CA").after(austin).build(), "distance_km"))
            > 1_500);
  }

  @Test
  void every_country_has_a_middle() {
    for (var country : java.util.Locale.getISOCountries()) {
      var subject = aPurchase().in(country, "").after(abroad(HOURS, "US")).build();
      assertFalse(of(subject, "distance_km").equals("missing"), country);
    }
  }

  /** Counting once a window gives what counting by hand gives, whatever happened. */
  @Test
  void tallies_equal_a_count_by_hand() {
    for (var seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var past = new ArrayList<PastAuthorization>();
      var age = Duration.ofDays(100);
      for (var i = random.nextInt(60); i > 0; i--) {
        age = age.minusMinutes(random.nextInt(4_000)).abs();
        past.add(
            switch (random.nextInt(4)) {
              case 0 -> declined(age, random.nextInt(9_000));
              case 1 -> ofSister(age, 1 + random.nextInt(9_000));
              case 2 -> abroad(age, random.nextBoolean() ? "MX" : "FR");
              default -> approved(age, 1 + random.nextInt(9_000));
            });
      }
      past.sort(java.util.Comparator.comparing(PastAuthorization::at));
      var subject = aPurchase().after(past.toArray(PastAuthorization[]::new)).build();
      var week =
          past.stream()
              .filter(each -> each.card().equals(Subjects.CARD))
              .filter(each -> each.at().isAfter(Subjects.NOW.minus(Duration.ofDays(7))))
              .toList();
      var text = "seed " + seed;
      assertEquals(
          Long.toString(week.stream().filter(PastAuthorization::approved).count()),
          of(subject, "approved_count_7d"),
          text);
      assertEquals(
          Long.toString(week.stream().mapToLong(PastAuthorization::approvedMinor).sum()),
          of(subject, "approved_amount_7d"),
          text);
      assertEquals(
          Long.toString(week.stream().map(PastAuthorization::merchantCountry).distinct().count()),
          of(subject, "countries_7d"),
          text);
    }
  }

  @Test
  void history_ends_at_its_bound() {
    var past = new PastAuthorization[History.LENGTH_MAX + 5];
    Arrays.setAll(past, i -> approved(Duration.ofSeconds(past.length - i), 1));
    assertEquals(
        Integer.toString(History.LENGTH_MAX),
        of(aPurchase().after(past).build(), "approved_count_1h"));
  }
}

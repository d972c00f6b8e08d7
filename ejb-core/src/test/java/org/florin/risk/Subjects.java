package org.florin.risk;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.CardId;
import org.florin.kernel.GeoPoint;
import org.florin.kernel.Money;

/** Authorizations for rules to look at: a purchase of 45.00 USD at noon, unless told otherwise. */
final class Subjects {

  static final CardId CARD = new CardId(new UUID(1, 1));
  static final CardId SISTER = new CardId(new UUID(2, 2));
  static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");
  static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private final List<PastAuthorization> past = new ArrayList<>();
  private Instant at = NOW;
  private Money amount = Money.usd(4_500);
  private long before;
  private String kind = "purchase";
  private boolean cash;
  private boolean present = true;
  private String merchant = "M1";
  private String category = "5411";
  private String country = "US";
  private Optional<String> state = Optional.of("TX");
  private Optional<GeoPoint> location = Optional.empty();
  private Optional<Subject.Checks> checks =
      Optional.of(
          new Subject.Checks(
              "not_checked", "right", "not_checked", "matches", "not_needed", true, 1));
  private Money limit = Money.usd(100_000);
  private Money available = Money.usd(60_000);
  private Optional<Subject.Dates> dates =
      Optional.of(
          new Subject.Dates(
              LocalDate.of(2026, 1, 1),
              "virtual",
              NOW.minus(Duration.ofDays(10)),
              Optional.of(NOW.minus(Duration.ofHours(30)))));

  private Subjects() {}

  static Subjects aPurchase() {
    return new Subjects();
  }

  Subjects of(Money value) {
    amount = value;
    return this;
  }

  Subjects at(Instant value) {
    at = value;
    return this;
  }

  Subjects onTopOf(long minor) {
    before = minor;
    return this;
  }

  Subjects ofKind(String value, boolean isCash) {
    kind = value;
    cash = isCash;
    return this;
  }

  Subjects notPresent() {
    present = false;
    return this;
  }

  Subjects in(String land, String region) {
    country = land;
    state = Optional.of(region).filter(text -> !text.isEmpty());
    return this;
  }

  Subjects located(String latitude, String longitude) {
    location = Optional.of(new GeoPoint(new BigDecimal(latitude), new BigDecimal(longitude)));
    return this;
  }

  Subjects atMerchant(String id, String mcc) {
    merchant = id;
    category = mcc;
    return this;
  }

  Subjects challenge(String result) {
    checks =
        Optional.of(
            new Subject.Checks("not_checked", "right", "not_checked", "matches", result, true, 1));
    return this;
  }

  Subjects uncheckedNow() {
    checks = Optional.empty();
    return this;
  }

  Subjects withCredit(long limitMinor, long availableMinor) {
    limit = Money.usd(limitMinor);
    available = Money.usd(availableMinor);
    return this;
  }

  Subjects after(PastAuthorization... earlier) {
    past.addAll(List.of(earlier));
    return this;
  }

  Subject build() {
    return new Subject(
        new Subject.Request(
            at,
            ZONE,
            amount,
            new Money(before, amount.currency()),
            kind,
            cash,
            present ? "chip" : "ecommerce",
            present,
            false,
            merchant,
            category,
            country,
            state,
            location,
            "api",
            Optional.of("visa"),
            false,
            checks),
        new Subject.Account(CARD, "classic", limit, available, 3, dates),
        History.latestOf(past));
  }

  /** An approved purchase with the card at the merchant, so long ago. */
  static PastAuthorization approved(Duration ago, long minor) {
    return past(CARD, ago, minor, minor, true, "M1", "5411", "US");
  }

  static PastAuthorization declined(Duration ago, long minor) {
    return past(CARD, ago, minor, 0, false, "M1", "5411", "US");
  }

  static PastAuthorization abroad(Duration ago, String land) {
    return past(CARD, ago, 1_000, 1_000, true, "M-" + land, "5812", land);
  }

  static PastAuthorization ofSister(Duration ago, long minor) {
    return past(SISTER, ago, minor, minor, true, "M1", "5411", "US");
  }

  private static PastAuthorization past(
      CardId card,
      Duration ago,
      long asked,
      long given,
      boolean approved,
      String merchant,
      String category,
      String country) {
    return new PastAuthorization(
        card,
        NOW.minus(ago),
        asked,
        given,
        approved,
        false,
        true,
        merchant,
        category,
        country,
        Optional.empty(),
        Optional.empty());
  }
}

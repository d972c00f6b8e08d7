package org.florin.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;

/** Two years of a persona's postings, the same for the same persona and day: a pure function. */
final class SampleHistory {

  static final int MONTHS = 24;

  private static final int PAYMENT_DAY = 25;
  private static final int DAYS_PER_YEAR = 365;
  private static final long LATE_FEE_MINOR = 2_900;
  private static final int EVERYDAY_SHOPS = 7;

  private record Shop(String id, String name, String mcc, String city, int from, int to) {}

  private static final List<Shop> SHOPS =
      List.of(
          new Shop("S-GROCER", "Green Valley Grocers", "5411", "Austin", 1_800, 14_500),
          new Shop("S-COFFEE", "Third Street Coffee", "5814", "Austin", 350, 1_250),
          new Shop("S-FUEL", "Lone Star Fuel", "5541", "Round Rock", 2_500, 7_800),
          new Shop("S-PHARM", "Corner Pharmacy", "5912", "Austin", 600, 6_400),
          new Shop("S-DINER", "Blue Plate Diner", "5812", "Austin", 1_400, 8_900),
          new Shop("S-BOOKS", "Harbor Books", "5942", "Portland", 900, 7_200),
          new Shop("S-STREAM", "Streamline Video", "4899", "Seattle", 1_599, 1_600),
          new Shop("S-AIR", "Meridian Airways", "3000", "Dallas", 12_900, 46_000),
          new Shop("S-HOTEL", "Riverside Hotel", "7011", "Denver", 11_000, 32_000));

  private final Persona persona;
  private final AccountId account;
  private final CardId card;
  private final Random random;
  private final List<Posting> postings = new ArrayList<>();
  private long balanceMinor;

  private SampleHistory(Persona persona, AccountId account, CardId card) {
    this.persona = persona;
    this.account = account;
    this.card = card;
    this.random = new Random(4711L + persona.ordinal());
  }

  /** All postings up to the day before {@code today}, oldest first. */
  static List<Posting> of(
      Persona persona, AccountId account, CardId card, AnnualRate apr, LocalDate today) {
    var history = new SampleHistory(persona, account, card);
    for (var monthsAgo = MONTHS; monthsAgo >= 0; monthsAgo--) {
      history.live(YearMonth.from(today).minusMonths(monthsAgo), monthsAgo, apr, today);
    }
    return history.postings;
  }

  private void live(YearMonth month, int monthsAgo, AnnualRate apr, LocalDate today) {
    var carried = balanceMinor;
    var days = new ArrayList<LocalDate>();
    for (var i = 0; i < persona.purchasesPerMonth; i++) {
      days.add(month.atDay(1 + random.nextInt(month.lengthOfMonth())));
    }
    days.sort(Comparator.naturalOrder());
    days.removeIf(day -> !day.isBefore(today));
    var number = 0;
    var paid = false;
    for (var day : days) {
      if (!paid && day.getDayOfMonth() >= PAYMENT_DAY) {
        pay(month, monthsAgo, carried, apr, today);
        paid = true;
      }
      buy(month, ++number, day);
    }
    if (!paid) {
      pay(month, monthsAgo, carried, apr, today);
    }
  }

  private void buy(YearMonth month, int number, LocalDate day) {
    var travels = random.nextInt(20) == 0;
    var shop =
        travels
            ? SHOPS.get(EVERYDAY_SHOPS + random.nextInt(SHOPS.size() - EVERYDAY_SHOPS))
            : SHOPS.get(random.nextInt(EVERYDAY_SHOPS));
    var amount = shop.from() + random.nextInt(shop.to() - shop.from());
    if (balanceMinor + amount > persona.creditLimit().minor()) {
      return;
    }
    add(
        new Posting(
            TransactionId.create(),
            key(month, "purchase-" + number),
            PostingKind.PURCHASE,
            account,
            Optional.of(card),
            Optional.empty(),
            Money.usd(amount),
            PostingKind.PURCHASE.contraAccount(),
            day,
            day.atTime(LocalTime.of(9 + random.nextInt(11), random.nextInt(60)))
                .toInstant(ZoneOffset.UTC),
            shop.name(),
            "system",
            Optional.empty(),
            Optional.of(
                new MerchantDetails(
                    shop.id(),
                    shop.name(),
                    Optional.of(shop.mcc()),
                    Optional.of(shop.city()),
                    Optional.of("US"))),
            List.of()));
  }

  /** What was carried over earns a month's interest, then the month's payment comes or doesn't. */
  private void pay(YearMonth month, int monthsAgo, long carried, AnnualRate apr, LocalDate today) {
    var day = month.atDay(PAYMENT_DAY);
    if (carried <= 0 || !day.isBefore(today)) {
      return;
    }
    var percent = persona.percentPaid(monthsAgo);
    if (percent < 100) {
      var interest =
          BigDecimal.valueOf(carried)
              .multiply(apr.percent())
              .multiply(BigDecimal.valueOf(month.lengthOfMonth()))
              .divide(BigDecimal.valueOf(100L * DAYS_PER_YEAR), 0, RoundingMode.HALF_UP)
              .longValueExact();
      charge(month, "interest", PostingKind.INTEREST, interest, day, "Interest on purchases");
    }
    if (percent == 0) {
      charge(month, "late-fee", PostingKind.FEE, LATE_FEE_MINOR, day, "Late payment fee");
    } else {
      charge(
          month,
          "payment",
          PostingKind.PAYMENT,
          -carried * percent / 100,
          day,
          "Payment received, thank you");
    }
  }

  private void charge(
      YearMonth month, String name, PostingKind kind, long minor, LocalDate day, String text) {
    if (minor != 0) {
      add(
          Posting.of(
              key(month, name),
              kind,
              account,
              Money.usd(minor),
              day,
              day.atTime(12, 0).toInstant(ZoneOffset.UTC),
              text,
              "system"));
    }
  }

  private void add(Posting posting) {
    postings.add(posting);
    balanceMinor += posting.amount().minor();
  }

  private String key(YearMonth month, String name) {
    return "sample:" + persona.username + ":" + month + ":" + name;
  }
}

package org.florin.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.statements.RecordPastLife;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.tape.AccountDay;

/**
 * Two years of a persona's purchases and payments, the same for the same persona and day; what they
 * cost is the credit policies' affair.
 */
final class SampleHistory implements RecordPastLife.Life {

  static final int MONTHS = 24;

  private static final int EVERYDAY_SHOPS = 7;

  /** So many days before its due date a statement is paid. */
  private static final int PAID_BEFORE_DUE_DAYS = 3;

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
  private final LocalDate today;
  private final Random random;
  private final List<LocalDate> shoppingDays = new ArrayList<>();

  SampleHistory(Persona persona, AccountId account, CardId card, LocalDate today) {
    this.persona = persona;
    this.account = account;
    this.card = card;
    this.today = today;
    this.random = new Random(4711L + persona.ordinal());
  }

  @Override
  public List<Posting> on(LocalDate day, AccountDay evening) {
    if (day.getDayOfMonth() == 1) {
      planShopping(YearMonth.from(day));
    }
    var postings = new ArrayList<Posting>();
    var balanceMinor = evening.closingMinor();
    var paid = payment(day, evening);
    paid.ifPresent(postings::add);
    for (var i = 0; i < Collections.frequency(shoppingDays, day); i++) {
      var purchase = purchase(day, i);
      if (balanceMinor + purchase.amount().minor() <= persona.creditLimit().minor()) {
        postings.add(purchase);
        balanceMinor += purchase.amount().minor();
      }
    }
    return postings;
  }

  private void planShopping(YearMonth month) {
    shoppingDays.clear();
    for (var i = 0; i < persona.purchasesPerMonth; i++) {
      shoppingDays.add(month.atDay(1 + random.nextInt(month.lengthOfMonth())));
    }
  }

  private Optional<Posting> payment(LocalDate day, AccountDay evening) {
    return evening
        .standing()
        .statement()
        .filter(statement -> statement.dueOn().minusDays(PAID_BEFORE_DUE_DAYS).equals(day))
        .map(statement -> share(statement.balanceMinor(), day, evening))
        .filter(minor -> minor > 0)
        .map(
            minor ->
                Posting.of(
                    key(day, "payment"),
                    PostingKind.PAYMENT,
                    account,
                    Money.usd(-minor),
                    day,
                    day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                    "Payment received, thank you",
                    "system"));
  }

  /** Who pays at all pays no less than what is asked for. */
  private long share(long balanceMinor, LocalDate day, AccountDay evening) {
    var percent = persona.percentPaid((int) ChronoUnit.MONTHS.between(day, today));
    return percent == 0
        ? 0
        : Math.max(
            balanceMinor * percent / 100,
            DelinquencyPolicy.requiredMinor(evening.standing().dues()));
  }

  private Posting purchase(LocalDate day, int number) {
    var travels = random.nextInt(20) == 0;
    var shop =
        travels
            ? SHOPS.get(EVERYDAY_SHOPS + random.nextInt(SHOPS.size() - EVERYDAY_SHOPS))
            : SHOPS.get(random.nextInt(EVERYDAY_SHOPS));
    var amount = shop.from() + random.nextInt(shop.to() - shop.from());
    return new Posting(
        TransactionId.create(),
        key(day, "purchase-" + number),
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
        List.of());
  }

  private String key(LocalDate day, String name) {
    return "sample:" + persona.username + ":" + day + ":" + name;
  }
}

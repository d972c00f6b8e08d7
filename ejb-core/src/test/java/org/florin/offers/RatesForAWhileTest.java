package org.florin.offers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.sql.Database;
import org.florin.statements.RatesOn;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promotions and caps on a real PostgreSQL; the business date is 15 March 2027. */
class RatesForAWhileTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 15);
  private static final Actor CLERK = new Actor("clerk", "portal");

  private final AccountId account = AccountId.create();

  RatesForAWhileTest() {
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'classic', 'USD', 10000, 2000, 1, ?)
            """,
            account.value(),
            UUID.randomUUID(),
            LocalDate.EPOCH);
  }

  @Test
  void a_promotion_is_offered_once_under_its_code() {
    var promotion = promotion("PURCHASE", "2027-03-15", "2027-04-30", "2027-09-15");

    assertInstanceOf(RateChange.Done.class, offer(promotion));
    assertEquals(List.of(promotion), find().promotions(account));
    assertEquals(List.of("code"), faults(offer(promotion)));
    assertEquals(1, audited("account.promotion"));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEREST, 2027-03-15, 2027-04-30, 2027-09-15, balance_type",
    "FEE, 2027-03-15, 2027-04-30, 2027-09-15, balance_type",
    "PURCHASE, 2027-03-14, 2027-04-30, 2027-09-15, offered_from",
    "PURCHASE, 2027-03-15, 2027-03-14, 2027-09-15, offered_until",
    "PURCHASE, 2027-03-15, 2027-04-30, 2027-09-14, ends_on",
    "BALANCE_TRANSFER, 2027-03-15, 2027-12-31, 2027-12-30, ends_on"
  })
  void a_promotion_against_the_rules_is_refused(
      String kind, String from, String until, String ends, String member) {
    assertEquals(List.of(member), faults(offer(promotion(kind, from, until, ends))));
    assertEquals(List.of(), find().promotions(account));
    assertEquals(0, audited("account.promotion"));
  }

  @Test
  void an_account_that_is_closed_is_offered_nothing() {
    TestDatabase.autoCommitting()
        .update("update credit_account set status = 'closed' where id = ?", account.value());

    assertEquals(
        List.of("account"),
        faults(offer(promotion("PURCHASE", "2027-03-15", "2027-04-30", "2027-09-15"))));
  }

  @Test
  void a_cap_begins_today_or_later_and_ends_when_it_is_over() {
    assertEquals(List.of("from"), faults(cap(TODAY.minusDays(1), null)));
    assertInstanceOf(RateChange.Done.class, cap(TODAY, null));
    assertEquals(List.of(scra(Optional.empty())), find().caps(account));

    assertInstanceOf(RateChange.Done.class, cap(TODAY, TODAY.plusDays(40)));
    assertEquals(List.of(scra(Optional.of(TODAY.plusDays(40)))), find().caps(account));
    assertEquals(List.of("until"), faults(cap(TODAY.plusDays(3), TODAY.plusDays(2))));
    assertEquals(2, audited("account.rate_cap"));
  }

  @Test
  void a_cap_does_not_end_in_days_that_are_closed() {
    TestDatabase.autoCommitting()
        .update(
            "insert into account_rate_cap (account_id, reason, rate, from_day) values (?, 'scra', 6, ?)",
            account.value(),
            TODAY.minusDays(30));

    assertEquals(List.of("until"), faults(cap(TODAY.minusDays(30), TODAY.minusDays(2))));
    assertInstanceOf(RateChange.Done.class, cap(TODAY.minusDays(30), TODAY.minusDays(1)));
  }

  @Test
  void nobody_has_rates_on_an_account_that_is_not_there() {
    var gone =
        new OfferPromotion.Command(
            AccountId.create(),
            promotion("PURCHASE", "2027-03-15", "2027-04-30", "2027-09-15"),
            CLERK);

    assertInstanceOf(RateChange.NoAccount.class, offer(gone));
  }

  private static Promotion promotion(String kind, String from, String until, String ends) {
    return new Promotion(
        "INTRO-0",
        BalanceKind.valueOf(kind),
        AnnualRate.of("0.0000"),
        LocalDate.parse(from),
        LocalDate.parse(until),
        LocalDate.parse(ends));
  }

  private static RateCap scra(Optional<LocalDate> until) {
    return new RateCap("scra", AnnualRate.of("6.0000"), TODAY, until);
  }

  private RateChange offer(Promotion promotion) {
    return offer(new OfferPromotion.Command(account, promotion, CLERK));
  }

  private static RateChange offer(OfferPromotion.Command command) {
    return TestDatabase.inTransaction(
        database -> {
          var offer = new OfferPromotion();
          offer.book = AccountBooks.on(database);
          offer.accounts = AccountBooks.findOn(database);
          offer.offers = offers(database);
          offer.clock = new OnThatDay();
          offer.audit = AuditTrails.on(database);
          return offer.handle(command);
        });
  }

  private RateChange cap(LocalDate from, @Nullable LocalDate until) {
    var command =
        new CapRate.Command(account, CapReason.SCRA, from, Optional.ofNullable(until), CLERK);
    return TestDatabase.inTransaction(
        database -> {
          var cap = new CapRate();
          cap.book = AccountBooks.on(database);
          cap.accounts = AccountBooks.findOn(database);
          cap.offers = offers(database);
          cap.find = find();
          cap.clock = new OnThatDay();
          cap.audit = AuditTrails.on(database);
          return cap.handle(command);
        });
  }

  private static Offers offers(Database database) {
    var offers = new Offers();
    offers.database = database;
    return offers;
  }

  private static FindOffers find() {
    var find = new FindOffers();
    find.rates = RatesOn.database(TestDatabase.autoCommitting());
    return find;
  }

  private static List<String> faults(RateChange change) {
    return assertInstanceOf(RateChange.Refused.class, change).faults().stream()
        .map(RateChange.Fault::member)
        .toList();
  }

  private long audited(String action) {
    return TestDatabase.autoCommitting()
        .first(
            "select count(*) as number from audit_record where object = ? and action = ?",
            row -> row.number("number"),
            account.toString(),
            action)
        .orElseThrow();
  }

  private static final class OnThatDay implements BusinessClock {

    @Override
    public Instant now() {
      return TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public LocalDate businessDate() {
      return TODAY;
    }
  }
}

package org.florin.statements.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.DisputeId;
import org.florin.products.CreditTerms;
import org.florin.statements.delinquency.Bucket;
import org.florin.statements.delinquency.Due;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.InterestLine;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;
import org.florin.statements.interest.SegmentKey;
import org.junit.jupiter.api.Test;

/** Accounts that live for months, day by day; the cycle closes on the 5th, due on the 2nd. */
class LivesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 6);
  private static final DisputeId DISPUTE = DisputeId.create();

  /** An account with a clock of its own. */
  private static final class Life {

    private final AccountTerms terms;
    private final Map<LocalDate, DayPostings> plan = new HashMap<>();
    private final List<AccountDay> tape = new ArrayList<>();
    private final List<Charge> charges = new ArrayList<>();
    private final Map<LocalDate, ClosedDay.ClosedCycle> statements = new HashMap<>();
    private AccountDay yesterday = AccountDay.before(START);

    Life(AccountTerms terms) {
      this.terms = terms;
    }

    Life buys(String day, long minor) {
      return add(day, debit(BalanceKind.PURCHASE, minor));
    }

    Life draws(String day, long minor) {
      return add(
          day,
          new DayPostings(
              Map.of(BalanceKind.CASH_ADVANCE, minor), 0, 0, List.of(minor), List.of(), 0));
    }

    Life pays(String day, long minor) {
      return add(day, new DayPostings(Map.of(), 0, minor, List.of(), List.of(), 0));
    }

    /** Disputes a purchase that was booked on a day. */
    Life disputes(String day, String bookedOn, long minor) {
      return step(day, bookedOn, DisputeChange.Kind.OPENED, minor);
    }

    private Life step(String day, String bookedOn, DisputeChange.Kind kind, long minor) {
      return add(
          day,
          DayPostings.NONE.with(
              List.of(
                  new DisputeChange(
                      DISPUTE, kind, BalanceKind.PURCHASE, LocalDate.parse(bookedOn), minor))));
    }

    private Life add(String day, DayPostings postings) {
      plan.merge(LocalDate.parse(day), postings, DayPostings::plus);
      return this;
    }

    Life until(String last) {
      for (var day = yesterday.day().plusDays(1);
          !day.isAfter(LocalDate.parse(last));
          day = day.plusDays(1)) {
        var from = day;
        var cycle = tape.stream().filter(row -> row.day().isAfter(from.minusMonths(1))).toList();
        var closed =
            CloseDayPolicy.close(yesterday, plan.getOrDefault(day, DayPostings.NONE), cycle, terms);
        yesterday = closed.day();
        tape.add(yesterday);
        charges.addAll(closed.charges());
        closed.cycle().ifPresent(cycleClosed -> statements.put(from, cycleClosed));
      }
      return this;
    }

    ClosedDay.ClosedCycle statement(String day) {
      return statements.get(LocalDate.parse(day));
    }

    long balance() {
      return yesterday.closingMinor();
    }

    long charged(ChargeKind kind) {
      return charges.stream()
          .filter(charge -> charge.kind() == kind)
          .mapToLong(Charge::amountMinor)
          .sum();
    }
  }

  private static DayPostings debit(BalanceKind kind, long minor) {
    return new DayPostings(Map.of(kind, minor), 0, 0, List.of(), List.of(), 0);
  }

  private static Life life() {
    return new Life(Terms.account(Terms.classic()));
  }

  @Test
  void careful_payer_never_pays_interest() {
    var life = life();
    for (var month = 1; month <= 9; month++) {
      life.buys("2026-0" + month + "-10", 20_000);
      life.pays("2026-0" + month + "-02", month < 3 ? 0 : 20_000);
    }
    life.until("2026-09-05");

    assertEquals(List.of(), life.charges);
    assertEquals(20_000, life.statement("2026-09-05").statement().balanceMinor());
    assertTrue(life.yesterday.inGrace());
  }

  @Test
  void first_statement_asks_for_the_minimum_and_costs_nothing() {
    var life = life().buys("2026-01-10", 100_000).until("2026-02-05");

    var statement = life.statement("2026-02-05");
    assertEquals(100_000, statement.statement().balanceMinor());
    assertEquals(2_500, statement.minimumMinor());
    assertEquals(LocalDate.of(2026, 3, 2), statement.statement().dueOn());
    assertTrue(statement.statement().hadGrace());
    assertEquals(0, statement.interest().getFirst().amountMinor());
  }

  @Test
  void grace_lost_charges_this_cycle_only_and_not_what_was_repaid_in_time() {
    var life = life().buys("2026-01-10", 100_000).pays("2026-02-20", 40_000).until("2026-03-05");

    var line = life.statement("2026-03-05").interest().getFirst();
    // 600.00 on each of the 28 days from 6 February to 5 March, nothing for January.
    assertEquals(28, line.days().size());
    assertTrue(line.days().stream().allMatch(day -> day.bearingMinor() == 60_000));
    assertEquals(920, line.amountMinor());
    assertFalse(life.yesterday.inGrace());
    assertEquals(0, life.charged(ChargeKind.LATE_FEE));
  }

  @Test
  void revolver_pays_from_the_day_of_purchase_and_regains_grace_by_paying_all() {
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .pays("2026-02-20", 40_000)
            .buys("2026-03-16", 10_000)
            .pays("2026-03-20", 5_000)
            .until("2026-04-05");
    var april = life.statement("2026-04-05");
    assertFalse(april.statement().hadGrace());
    assertEquals(
        10_000,
        april.interest().getFirst().days().stream()
                .filter(day -> day.day().equals(LocalDate.of(2026, 3, 16)))
                .findFirst()
                .orElseThrow()
                .bearingMinor()
            - 60_000);

    life.pays("2026-05-01", april.statement().balanceMinor()).until("2026-05-05");

    assertEquals(
        0,
        life.statement("2026-05-05").interest().stream()
            .mapToLong(InterestLine::amountMinor)
            .sum());
    assertTrue(life.yesterday.inGrace());
  }

  @Test
  void cash_costs_a_fee_and_interest_from_its_first_day_even_in_grace() {
    var life = life().draws("2026-01-06", 40_000).until("2026-02-05");

    assertEquals(2_000, life.charged(ChargeKind.CASH_ADVANCE_FEE));
    // 400.00 at 26.99 % for 31 days.
    assertEquals(917, life.charged(ChargeKind.INTEREST));
    assertEquals(42_917, life.balance());
    // 1 % of 429.17, the interest and the fee.
    assertEquals(429 + 917 + 2_000, life.statement("2026-02-05").minimumMinor());
  }

  @Test
  void late_fee_comes_once_on_the_day_behind_the_due_date_and_rises_when_it_happens_again() {
    var life = life().buys("2026-01-10", 100_000).until("2026-03-02");
    assertEquals(0, life.charged(ChargeKind.LATE_FEE));

    life.until("2026-03-03");
    assertEquals(2_500, life.charged(ChargeKind.LATE_FEE));
    assertEquals(1, life.yesterday.daysPastDue());

    life.until("2026-04-03");
    // The minimum of March alone was interest, fee and one percent: above the repeated 41.00.
    assertEquals(2_500 + 4_100, life.charged(ChargeKind.LATE_FEE));
    assertEquals(32, life.yesterday.daysPastDue());
  }

  @Test
  void payment_on_the_due_date_is_in_time_and_one_a_day_later_is_not() {
    var inTime = life().buys("2026-01-10", 100_000).pays("2026-03-02", 2_500).until("2026-03-10");
    var late = life().buys("2026-01-10", 100_000).pays("2026-03-03", 2_500).until("2026-03-10");

    assertEquals(0, inTime.charged(ChargeKind.LATE_FEE));
    assertEquals(2_500, late.charged(ChargeKind.LATE_FEE));
    assertEquals(0, late.yesterday.daysPastDue());
  }

  @Test
  void returned_payment_costs_a_fee_but_not_a_late_fee_on_top() {
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .pays("2026-02-25", 2_500)
            .add("2026-02-27", new DayPostings(Map.of(), 0, -2_500, List.of(), List.of(), 1))
            .until("2026-03-04");

    assertEquals(2_500, life.charged(ChargeKind.RETURNED_PAYMENT_FEE));
    assertEquals(0, life.charged(ChargeKind.LATE_FEE));
  }

  @Test
  void payment_that_comes_back_behind_its_due_date_is_past_due_since_then_and_takes_the_grace() {
    var due = new Due(LocalDate.of(2026, 3, 2), 2_500);
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .pays("2026-02-25", 100_000)
            .add(
                "2026-03-04",
                new DayPostings(Map.of(), 0, -100_000, List.of(), List.of(), 1)
                    .returning(
                        List.of(
                            new ReturnedPayment(LocalDate.of(2026, 2, 25), 100_000, List.of(due)))))
            .until("2026-03-04");

    assertEquals(List.of(due), life.yesterday.standing().dues());
    assertEquals(2, life.yesterday.daysPastDue());
    assertFalse(life.yesterday.inGrace());
    assertEquals(2_500, life.charged(ChargeKind.RETURNED_PAYMENT_FEE));
  }

  @Test
  void return_that_is_the_banks_fault_costs_no_fee() {
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .pays("2026-02-25", 2_500)
            .add("2026-02-27", new DayPostings(Map.of(), 0, -2_500, List.of(), List.of(), 0))
            .until("2026-02-28");

    assertEquals(List.of(), life.charges);
  }

  @Test
  void all_that_is_owed_in_dispute_asks_for_nothing_and_costs_nothing() {
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .disputes("2026-02-20", "2026-01-10", 100_000)
            .until("2026-05-05");

    assertEquals(List.of(), life.charges);
    assertEquals(0, life.statement("2026-03-05").minimumMinor());
    assertEquals(100_000, life.statement("2026-03-05").statement().disputedMinor());
    assertEquals(0, life.yesterday.daysPastDue());
    assertTrue(life.yesterday.inGrace());
  }

  @Test
  void dispute_shrinks_what_was_asked_for_by_its_share_and_the_rest_is_still_due() {
    var life =
        life()
            .buys("2026-01-10", 75_000)
            .buys("2026-01-11", 25_000)
            .disputes("2026-02-20", "2026-01-11", 25_000)
            .until("2026-03-02");
    assertEquals(1_875, life.yesterday.standing().dues().getFirst().leftMinor());

    life.until("2026-03-03");
    // The late fee is at most the minimum that is left to be paid.
    assertEquals(1_875, life.charged(ChargeKind.LATE_FEE));
  }

  @Test
  void undisputed_part_paid_in_time_keeps_the_grace() {
    var life =
        life()
            .buys("2026-01-10", 75_000)
            .buys("2026-01-11", 25_000)
            .disputes("2026-02-20", "2026-01-11", 25_000)
            .pays("2026-03-02", 75_000)
            .until("2026-03-05");

    assertEquals(List.of(), life.charges);
    assertTrue(life.statement("2026-03-05").statement().hadGrace());
  }

  @Test
  void amount_found_to_be_owed_costs_what_was_not_charged_and_is_due_with_the_next_statement() {
    var revolver = revolver().until("2026-05-20");
    var disputer =
        revolver()
            .disputes("2026-03-06", "2026-01-10", 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.UPHELD, 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
            .until("2026-05-20");
    assertEquals(0, disputer.yesterday.standing().daysPastDue(LocalDate.of(2026, 5, 20)));
    assertTrue(disputer.charged(ChargeKind.INTEREST) < revolver.charged(ChargeKind.INTEREST) - 900);

    revolver.until("2026-06-05");
    disputer.until("2026-06-05");
    // 300.00 at 19.99 % for 31, 30 and 14 days, rounded in each of three cycles, and no interest on
    // interest.
    assertEquals(509 + 493 + 230, disputer.charged(ChargeKind.DISPUTE_INTEREST));
    var asked = disputer.statement("2026-06-05");
    assertEquals(LocalDate.of(2026, 7, 2), asked.statement().dueOn());
    assertEquals(0, asked.statement().disputedMinor());
    assertEquals(List.of(), disputer.yesterday.disputes());
  }

  /** Owes 600.00 for good and pays each minimum. */
  private static Life revolver() {
    var life = life().buys("2026-01-10", 60_000);
    for (var month = 2; month <= 6; month++) {
      life.pays("2026-0" + month + "-25", 2_500);
    }
    return life;
  }

  @Test
  void amount_credited_for_good_costs_nothing_from_the_day_of_the_dispute() {
    var without = revolver().add("2026-03-06", credit(30_000)).until("2026-06-05");
    var disputed =
        revolver()
            .disputes("2026-03-06", "2026-01-10", 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CREDITED, 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
            .add("2026-05-20", credit(30_000))
            .until("2026-06-05");

    assertEquals(without.charged(ChargeKind.INTEREST), disputed.charged(ChargeKind.INTEREST));
    assertEquals(without.balance(), disputed.balance());
    assertEquals(0, disputed.charged(ChargeKind.DISPUTE_INTEREST));
  }

  private static DayPostings credit(long minor) {
    return new DayPostings(Map.of(), minor, 0, List.of(), List.of(), 0);
  }

  @Test
  void credit_for_the_time_being_that_is_taken_back_costs_the_same_as_none() {
    var open =
        revolver()
            .disputes("2026-03-06", "2026-01-10", 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.UPHELD, 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
            .until("2026-06-05");
    var credited =
        revolver()
            .disputes("2026-03-06", "2026-01-10", 30_000)
            .step("2026-03-20", "2026-01-10", DisputeChange.Kind.CREDITED, 30_000)
            .add("2026-03-20", credit(30_000))
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.UPHELD, 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
            .add("2026-05-20", debit(BalanceKind.PURCHASE, 30_000))
            .until("2026-06-05");

    assertEquals(
        open.charged(ChargeKind.DISPUTE_INTEREST), credited.charged(ChargeKind.DISPUTE_INTEREST));
    assertEquals(open.balance(), credited.balance());
  }

  @Test
  void part_found_to_be_owed_costs_its_share() {
    var life =
        revolver()
            .disputes("2026-03-06", "2026-01-10", 30_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CREDITED, 20_000)
            .add("2026-05-20", credit(20_000))
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.UPHELD, 10_000)
            .step("2026-05-20", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
            .until("2026-06-05");

    assertEquals((509 + 493 + 230) / 3, life.charged(ChargeKind.DISPUTE_INTEREST));
  }

  @Test
  void debt_in_dispute_is_not_charged_off() {
    var life =
        life()
            .buys("2026-01-10", 100_000)
            .disputes("2026-08-20", "2026-01-10", 40_000)
            .until("2026-08-31");
    assertTrue(life.balance() > 0);

    life.step("2026-09-10", "2026-01-10", DisputeChange.Kind.UPHELD, 40_000)
        .step("2026-09-10", "2026-01-10", DisputeChange.Kind.CLOSED, 0)
        .until("2026-09-10");
    assertEquals(0, life.balance());
  }

  @Test
  void delinquent_rolls_through_the_buckets_to_charge_off() {
    var life = life().buys("2026-01-10", 100_000).until("2026-08-28");

    assertEquals(179, life.yesterday.daysPastDue());
    assertEquals(Bucket.DAYS_150, Bucket.of(life.yesterday.daysPastDue()));
    var owed = life.balance();
    life.until("2026-08-29");
    assertEquals(0, life.balance());
    assertEquals(owed, life.yesterday.creditsMinor());
    assertEquals(List.of(), life.yesterday.standing().dues());
  }

  @Test
  void penalty_rate_is_noticed_counts_45_days_later_and_is_cured() {
    var life = life().buys("2026-01-10", 100_000).until("2026-05-02");
    var noticed = LocalDate.of(2026, 5, 2);
    assertEquals(Optional.of(noticed), life.yesterday.standing().penalty().noticedOn());

    life.until(noticed.plusDays(44).toString());
    assertEquals("19.9900", life.yesterday.segments().getFirst().rate().toString());
    life.until(noticed.plusDays(45).toString());
    assertEquals("29.99", life.yesterday.segments().getFirst().rate().toString());

    life.pays("2026-06-20", 100_000).until("2026-06-20");
    for (var month = 7; month <= 12; month++) {
      var due = LocalDate.of(2026, month, 2);
      life.buys(due.plusDays(1).toString(), 50_000);
      life.pays(due.toString(), 60_000);
    }
    life.until("2026-12-01");
    assertEquals(5, life.yesterday.standing().penalty().onTimePayments());
    life.until("2026-12-02");
    assertEquals(Optional.empty(), life.yesterday.standing().penalty().noticedOn());
  }

  @Test
  void promotion_ends_and_the_balance_costs_the_usual_rate_from_the_next_day() {
    var promotion =
        new Promotion(
            "WELCOME",
            BalanceKind.PURCHASE,
            AnnualRate.of("0"),
            START,
            START.plusMonths(1),
            LocalDate.of(2026, 7, 20));
    var life =
        new Life(Terms.account(List.of(promotion), List.of(), Terms.classic()))
            .buys("2026-01-10", 100_000);
    for (var month = 2; month <= 9; month++) {
      life.pays("2026-0" + month + "-20", 2_500);
    }
    life.until("2026-07-05");
    assertEquals(0, life.charged(ChargeKind.INTEREST));

    life.until("2026-08-05");
    var line = life.statement("2026-08-05").interest().getFirst();
    assertEquals(2, line.rates().size());
    assertTrue(line.amountMinor() > 0);
  }

  @Test
  void military_service_caps_every_balance_at_six_percent() {
    var cap = new RateCap("scra", AnnualRate.of("6"), LocalDate.of(2026, 2, 6), Optional.empty());
    var life =
        new Life(Terms.account(List.of(), List.of(cap), Terms.classic()))
            .buys("2026-01-10", 100_000)
            .pays("2026-02-20", 2_500)
            .until("2026-03-05");

    assertEquals(
        List.of(AnnualRate.of("6")), life.statement("2026-03-05").interest().getFirst().rates());
    // 975.00 at 6 % for 28 days.
    assertEquals(449, life.charged(ChargeKind.INTEREST));
  }

  @Test
  void raised_rate_leaves_the_balance_of_before_alone() {
    var dearer =
        new CreditTerms(
            LocalDate.of(2026, 2, 1),
            AnnualRate.of("24.99"),
            AnnualRate.of("26.99"),
            AnnualRate.of("17.99"),
            AnnualRate.of("29.99"),
            Terms.classic().year(),
            0,
            Terms.classic().minimum(),
            Terms.fees());
    var life =
        new Life(Terms.account(Terms.classic(), dearer))
            .buys("2026-01-31", 1_000)
            .buys("2026-02-01", 2_000)
            .until("2026-02-01");

    assertEquals(
        List.of("purchase@19.9900 1000", "purchase@24.9900 2000"),
        life.yesterday.segments().stream()
            .map(segment -> segment.key() + " " + segment.closingMinor())
            .toList());
  }

  @Test
  void minimum_interest_is_charged_where_there_is_any() {
    var life =
        new Life(Terms.account(Terms.terms("19.99", 50)))
            .draws("2026-02-04", 1_000)
            .until("2026-02-05");

    assertEquals(50, life.charged(ChargeKind.INTEREST) + life.charged(ChargeKind.MINIMUM_INTEREST));
    var none =
        new Life(Terms.account(Terms.terms("19.99", 50)))
            .buys("2026-02-04", 1_000)
            .until("2026-02-05");
    assertEquals(List.of(), none.charges);
  }

  @Test
  void overpaid_account_is_in_credit_and_spends_that_first() {
    var life = life().buys("2026-01-10", 1_000).pays("2026-01-11", 5_000).until("2026-01-11");
    assertEquals(-4_000, life.balance());

    life.buys("2026-01-12", 4_500).until("2026-02-05");
    assertEquals(500, life.balance());
    assertEquals(500, life.statement("2026-02-05").minimumMinor());
  }

  @Test
  void segments_add_up_to_what_was_booked_whatever_happens() {
    for (var seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var life = life();
      var booked = 0L;
      for (var i = 0; i < 60; i++) {
        var day = START.plusDays(random.nextInt(200)).toString();
        var minor = 1L + random.nextInt(60_000);
        switch (random.nextInt(4)) {
          case 0 -> {
            life.pays(day, minor);
            booked -= minor;
          }
          case 1 -> {
            life.draws(day, minor);
            booked += minor;
          }
          case 2 -> {
            life.add(day, new DayPostings(Map.of(), minor, 0, List.of(), List.of(), 0));
            booked -= minor;
          }
          default -> {
            life.buys(day, minor);
            booked += minor;
          }
        }
      }
      life.until(START.plusDays(220).toString());

      var charged = life.charges.stream().mapToLong(Charge::amountMinor).sum();
      assertEquals(booked + charged, life.balance(), "seed " + seed);
      for (var row : life.tape) {
        assertEquals(
            row.openingMinor()
                + row.debitsMinor()
                - row.creditsMinor()
                - row.paymentsMinor()
                + row.chargesMinor(),
            row.closingMinor(),
            "seed " + seed);
        assertTrue(
            row.creditBalanceMinor() == 0
                || row.segments().stream().allMatch(segment -> segment.closingMinor() == 0),
            "seed " + seed + " " + row);
      }
    }
  }

  @Test
  void preview_tells_what_the_payment_then_does() {
    var before = life().buys("2026-01-10", 50_000).draws("2026-01-11", 20_000).until("2026-02-06");
    var preview =
        AccountDayPolicy.preview(before.yesterday, DayPostings.NONE, before.terms, 10_000);

    before.pays("2026-02-07", 10_000).until("2026-02-07");

    for (var segment : before.yesterday.segments()) {
      assertEquals(
          preview.paid().getOrDefault(segment.key(), 0L), segment.paidMinor(), segment.toString());
    }
    assertEquals(10_000, before.yesterday.segments().stream().mapToLong(s -> s.paidMinor()).sum());
    assertTrue(
        preview
            .paid()
            .containsKey(SegmentKey.of(BalanceKind.CASH_ADVANCE, AnnualRate.of("26.99"))));
  }
}

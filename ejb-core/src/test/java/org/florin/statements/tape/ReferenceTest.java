package org.florin.statements.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.DisputeId;
import org.florin.products.CreditTerms;
import org.florin.products.FeeSchedule;
import org.florin.products.MinimumOrder;
import org.florin.products.MinimumRule;
import org.florin.products.YearConvention;
import org.florin.statements.delinquency.Due;
import org.florin.statements.delinquency.PenaltyRate;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.florin.statements.interest.RateCap;
import org.florin.statements.interest.SegmentDay;
import org.florin.statements.interest.SegmentKey;
import org.florin.statements.minimum.CycleCalendar;
import org.junit.jupiter.api.Test;

/** Random account-months: the policies against {@link DayLoopReference}, to the cent. */
class ReferenceTest {

  private static final int ACCOUNT_MONTHS = 100_000;
  private static final long SEED = 1_026_053L;

  @Test
  void policies_agree_with_an_independent_day_loop() {
    IntStream.range(0, ACCOUNT_MONTHS)
        .parallel()
        .forEach(number -> new AccountMonth(SEED + number).compare());
  }

  /** One made-up account and cycle. */
  private static final class AccountMonth {

    private final long seed;
    private final Random random;
    private final DayLoopReference reference = new DayLoopReference();
    private final List<SegmentKey> keys = new ArrayList<>();
    private final List<DayPostings> postings = new ArrayList<>();
    private final List<Disputed> disputed = new ArrayList<>();
    private final int cycleDay;
    private final LocalDate closing;
    private AccountTerms terms;
    private AccountDay before;

    AccountMonth(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.cycleDay = 1 + random.nextInt(28);
      this.closing = LocalDate.of(2027, 1, cycleDay).plusMonths(random.nextInt(24));
    }

    void compare() {
      reference.firstDay = closing.minusMonths(1).plusDays(1);
      reference.days = (int) ChronoUnit.DAYS.between(closing.minusMonths(1), closing);
      makeTerms();
      makeColumns();
      makeStanding();
      makeDays();
      makeQuarrels();
      reference.work();
      check(live());
    }

    /** Disputes of every course: some from before the cycle, some still open at its end. */
    private void makeQuarrels() {
      var count = random.nextInt(4) - 1;
      for (var number = 0; number < count; number++) {
        var kind = BalanceKind.values()[random.nextInt(2)];
        var onStatement = random.nextBoolean();
        var bookedOn = reference.firstDay.plusDays(onStatement ? -3 : 0);
        var segment = terms.segmentOf(kind, bookedOn);
        var amount = 1L + random.nextInt(120_000);
        var isOld = random.nextInt(3) == 0;
        var quarrel =
            new DayLoopReference.Quarrel(
                keys.indexOf(segment),
                dollars(amount),
                onStatement,
                isOld ? -1 : random.nextInt(reference.days));
        var id = new DisputeId(new UUID(0, number));
        if (isOld) {
          quarrel.forgone = dollars(random.nextInt(500));
          disputed.add(new Disputed(id, segment, amount, amount, 0, 0, minor(quarrel.forgone)));
        } else {
          step(quarrel.opened, id, DisputeChange.Kind.OPENED, kind, bookedOn, amount);
        }
        goOn(quarrel, id, kind, bookedOn, amount);
        reference.quarrels.add(quarrel);
      }
      if (!disputed.isEmpty()) {
        before = with(before, disputed);
      }
    }

    private void goOn(
        DayLoopReference.Quarrel quarrel,
        DisputeId id,
        BalanceKind kind,
        LocalDate bookedOn,
        long amount) {
      var course = random.nextInt(5);
      if (course == 0) {
        return;
      }
      var day = Math.max(0, quarrel.opened) + random.nextInt(4);
      if (course > 1) {
        if (day >= reference.days) {
          return;
        }
        quarrel.credited = day;
        reference.credits[day] = reference.credits[day].add(quarrel.amount);
        add(day, new DayPostings(Map.of(), amount, 0, List.of(), List.of(), 0));
        step(day, id, DisputeChange.Kind.CREDITED, kind, bookedOn, amount);
        day += random.nextInt(12);
      }
      if (course == 2 || day >= reference.days) {
        return;
      }
      if (course == 1 || course == 3) {
        quarrel.upheld = day;
        step(day, id, DisputeChange.Kind.UPHELD, kind, bookedOn, amount);
      }
      if (course == 3) {
        var column =
            keys.indexOf(terms.segmentOf(BalanceKind.PURCHASE, reference.firstDay.plusDays(day)));
        reference.debits[day][column] = reference.debits[day][column].add(quarrel.amount);
        add(
            day,
            new DayPostings(Map.of(BalanceKind.PURCHASE, amount), 0, 0, List.of(), List.of(), 0));
      }
      quarrel.ended = day;
      step(day, id, DisputeChange.Kind.CLOSED, kind, bookedOn, 0);
    }

    private void step(
        int day,
        DisputeId id,
        DisputeChange.Kind what,
        BalanceKind kind,
        LocalDate bookedOn,
        long amount) {
      add(day, DayPostings.NONE.with(List.of(new DisputeChange(id, what, kind, bookedOn, amount))));
    }

    private void add(int day, DayPostings more) {
      postings.set(day, postings.get(day).plus(more));
    }

    private static AccountDay with(AccountDay day, List<Disputed> disputed) {
      return new AccountDay(
          day.day(),
          day.openingMinor(),
          day.debitsMinor(),
          day.creditsMinor(),
          day.paymentsMinor(),
          day.chargesMinor(),
          day.segments(),
          day.creditBalanceMinor(),
          disputed,
          day.inGrace(),
          day.daysPastDue(),
          day.standing());
    }

    private void makeTerms() {
      var leap = random.nextBoolean();
      var dearestFirst = random.nextInt(4) == 0;
      var promotionRate = random.nextInt(10);
      reference.leapYears = leap;
      reference.dearestFirst = dearestFirst;
      reference.flatMinimum = dollars(random.nextInt(5_000));
      reference.percentMinimum = new BigDecimal(random.nextInt(40)).movePointLeft(1);
      reference.minimumInterest = dollars(random.nextInt(3) * 50L);
      reference.lateFirst = dollars(3_000);
      reference.lateAgain = dollars(4_100);
      reference.promotionRate = new BigDecimal(promotionRate);
      reference.promotionEnds = reference.firstDay.plusDays(random.nextInt(60) - 10L);
      var purchase = rate();
      var cash = rate();
      var transfer = rate();
      var prices =
          new CreditTerms(
              LocalDate.of(2020, 1, 1),
              purchase,
              cash,
              transfer,
              AnnualRate.of("29.99"),
              leap ? YearConvention.ACTUAL_ACTUAL : YearConvention.ACTUAL_365,
              minor(reference.minimumInterest),
              new MinimumRule(
                  minor(reference.flatMinimum),
                  reference.percentMinimum,
                  false,
                  dearestFirst ? MinimumOrder.HIGHEST_RATE_FIRST : MinimumOrder.LOWEST_RATE_FIRST),
              new FeeSchedule(3_000, 4_100, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0));
      var caps = new ArrayList<RateCap>();
      if (random.nextInt(5) == 0) {
        reference.cap = new BigDecimal(6);
        reference.capUntil = reference.firstDay.plusDays(random.nextInt(30));
        caps.add(
            new RateCap(
                "scra",
                AnnualRate.of("6"),
                reference.firstDay.minusDays(1),
                Optional.of(reference.capUntil)));
      }
      var promotion =
          new Promotion(
              "P",
              BalanceKind.BALANCE_TRANSFER,
              new AnnualRate(reference.promotionRate),
              reference.firstDay.minusYears(1),
              reference.firstDay.minusDays(1),
              reference.promotionEnds);
      terms =
          new AccountTerms(
              List.of(prices),
              List.of(promotion),
              caps,
              LocalDate.of(2020, 6, 15),
              cycleDay,
              Long.MAX_VALUE / 4,
              false);
    }

    /** Rates of two decimals, some of them equal, as product rates are. */
    private AnnualRate rate() {
      return AnnualRate.of(
          random.nextInt(4) == 0 ? "19.99" : (5 + random.nextInt(25)) + "." + random.nextInt(10));
    }

    private void makeColumns() {
      for (var kind : BalanceKind.values()) {
        keys.add(terms.segmentOf(kind, reference.firstDay));
      }
      keys.add(
          new SegmentKey(
              BalanceKind.BALANCE_TRANSFER,
              terms.versions().getFirst().balanceTransferRate(),
              "P"));
      keys.add(SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of("11.55")));
      keys.sort(Comparator.naturalOrder());
      var opening = new ArrayList<BigDecimal>();
      for (var key : keys) {
        reference.columns.add(
            new DayLoopReference.Column(
                key.kind().ordinal(), key.rate().percent(), !key.promotion().isEmpty()));
        opening.add(random.nextInt(3) == 0 ? BigDecimal.ZERO : dollars(random.nextInt(200_000)));
      }
      if (random.nextInt(12) == 0) {
        opening.replaceAll(amount -> BigDecimal.ZERO);
        reference.creditBalance = dollars(random.nextInt(20_000));
      }
      reference.opening = opening.toArray(BigDecimal[]::new);
    }

    private void makeStanding() {
      reference.hadStatement = random.nextInt(10) > 0;
      var standing = Standing.NEW;
      if (reference.hadStatement) {
        reference.statementBalance =
            DayLoopReference.sum(reference.opening).subtract(reference.creditBalance);
        reference.statementHadGrace = random.nextBoolean();
        reference.statementDue = CycleCalendar.dueOn(closing.minusMonths(1));
        reference.statementMinimum = dollars(random.nextInt(9_000));
        reference.lateBefore = random.nextInt(3) == 0;
        if (random.nextInt(4) == 0) {
          asks(reference.statementDue.minusMonths(1), dollars(1 + random.nextInt(4_000)));
        }
        if (reference.statementMinimum.signum() > 0) {
          asks(reference.statementDue, reference.statementMinimum);
        }
        standing =
            new Standing(
                Optional.of(
                    new LastStatement(
                        closing.minusMonths(1),
                        reference.statementDue,
                        minor(reference.statementBalance),
                        minor(reference.statementMinimum),
                        0,
                        reference.statementHadGrace)),
                0,
                reference.asked.stream().map(due -> new Due(due.dueOn, minor(due.left))).toList(),
                PenaltyRate.NONE,
                reference.lateBefore ? 3 : 7,
                7,
                7,
                Optional.empty());
      }
      var segments = new ArrayList<SegmentDay>();
      for (var c = 0; c < keys.size(); c++) {
        var minor = minor(reference.opening[c]);
        segments.add(new SegmentDay(keys.get(c), keys.get(c).rate(), 0, 0, minor, minor));
      }
      before =
          new AccountDay(
              closing.minusMonths(1),
              0,
              0,
              0,
              0,
              0,
              segments,
              minor(reference.creditBalance),
              List.of(),
              true,
              0,
              standing);
    }

    private void asks(LocalDate dueOn, BigDecimal left) {
      reference.asked.add(new DayLoopReference.Asked(dueOn, left));
    }

    private void makeDays() {
      reference.debits = new BigDecimal[reference.days][];
      reference.credits = DayLoopReference.zeros(reference.days);
      reference.payments = DayLoopReference.zeros(reference.days);
      var owed = DayLoopReference.sum(reference.opening);
      for (var d = 0; d < reference.days; d++) {
        reference.debits[d] = DayLoopReference.zeros(keys.size());
        var debits = new EnumMap<BalanceKind, Long>(BalanceKind.class);
        if (random.nextInt(3) == 0) {
          var kind = BalanceKind.values()[random.nextInt(3)];
          var minor = 1 + random.nextInt(30_000);
          debits.put(kind, (long) minor);
          var column = keys.indexOf(terms.segmentOf(kind, reference.firstDay.plusDays(d)));
          reference.debits[d][column] = dollars(minor);
        }
        if (random.nextInt(15) == 0) {
          reference.credits[d] = dollars(random.nextInt(20_000));
        }
        if (random.nextInt(10) == 0) {
          reference.payments[d] = random.nextInt(3) == 0 ? owed : dollars(random.nextInt(100_000));
        }
        postings.add(
            new DayPostings(
                debits,
                minor(reference.credits[d]),
                minor(reference.payments[d]),
                List.of(),
                List.of(),
                0));
      }
    }

    private ClosedDay live() {
      var cycle = new ArrayList<AccountDay>();
      var yesterday = before;
      ClosedDay closed = null;
      for (var day : postings) {
        closed = CloseDayPolicy.close(yesterday, day, List.copyOf(cycle), terms);
        yesterday = closed.day();
        cycle.add(yesterday);
      }
      return closed;
    }

    private void check(ClosedDay closed) {
      var name = "seed " + seed;
      var cycle = closed.cycle().orElseThrow();
      var byKey = new TreeMap<SegmentKey, Long>();
      cycle.interest().forEach(line -> byKey.put(line.segment(), line.amountMinor()));
      for (var c = 0; c < keys.size(); c++) {
        assertEquals(
            minor(reference.interest[c]),
            byKey.getOrDefault(keys.get(c), 0L),
            name + " interest on " + keys.get(c));
      }
      assertEquals(minor(reference.newBalance), closed.day().closingMinor(), name + " balance");
      assertEquals(minor(reference.newBalance), cycle.statement().balanceMinor(), name);
      assertEquals(
          minor(reference.creditBalance), closed.day().creditBalanceMinor(), name + " credit");
      assertEquals(minor(reference.minimum), cycle.minimumMinor(), name + " minimum");
      assertEquals(
          minor(
              reference.asked.stream()
                  .map(due -> due.left)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)),
          cycle.pastDueMinor(),
          name + " past due");
    }

    private static BigDecimal dollars(long minor) {
      return BigDecimal.valueOf(minor, 2);
    }

    private static long minor(BigDecimal dollars) {
      return dollars.setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    }
  }
}

package org.florin.statements.interest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.statements.tape.Terms;
import org.junit.jupiter.api.Test;

class RatePolicyTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 15);
  private static final AnnualRate ZERO = AnnualRate.of("0.00");
  private static final Promotion WELCOME =
      new Promotion(
          "WELCOME",
          BalanceKind.PURCHASE,
          ZERO,
          DAY.minusDays(10),
          DAY.plusDays(10),
          DAY.plusMonths(6));
  private static final SegmentKey PURCHASES =
      SegmentKey.of(BalanceKind.PURCHASE, AnnualRate.of("19.99"));
  private static final SegmentKey PROMOTED =
      new SegmentKey(BalanceKind.PURCHASE, AnnualRate.of("19.99"), "WELCOME");
  private static final Optional<AnnualRate> PENALTY = Optional.of(AnnualRate.of("29.99"));

  @Test
  void each_kind_has_its_contractual_rate() {
    assertEquals("purchase@19.9900", segment(BalanceKind.PURCHASE));
    assertEquals("cash_advance@26.9900", segment(BalanceKind.CASH_ADVANCE));
    assertEquals("balance_transfer@17.9900", segment(BalanceKind.BALANCE_TRANSFER));
    assertEquals("fee@19.9900", segment(BalanceKind.FEE));
    assertEquals("interest@19.9900", segment(BalanceKind.INTEREST));
  }

  private static String segment(BalanceKind kind) {
    return RatePolicy.segmentOf(kind, DAY, Terms.classic(), List.of()).toString();
  }

  @Test
  void promotion_takes_its_kind_from_its_first_to_its_last_day() {
    var first = WELCOME.offeredFrom();
    var last = WELCOME.offeredUntil();

    assertEquals("", promotionOf(BalanceKind.PURCHASE, first.minusDays(1)));
    assertEquals("WELCOME", promotionOf(BalanceKind.PURCHASE, first));
    assertEquals("WELCOME", promotionOf(BalanceKind.PURCHASE, last));
    assertEquals("", promotionOf(BalanceKind.PURCHASE, last.plusDays(1)));
    assertEquals("", promotionOf(BalanceKind.CASH_ADVANCE, first));
  }

  private static String promotionOf(BalanceKind kind, LocalDate day) {
    return RatePolicy.segmentOf(kind, day, Terms.classic(), List.of(WELCOME)).promotion();
  }

  @Test
  void promotion_lasts_to_its_end_and_stands_against_the_penalty_rate() {
    assertEquals("0.00", rate(PROMOTED, WELCOME.endsOn(), PENALTY, List.of()));
    assertEquals(
        "19.9900", rate(PROMOTED, WELCOME.endsOn().plusDays(1), Optional.empty(), List.of()));
    assertEquals("29.99", rate(PROMOTED, WELCOME.endsOn().plusDays(1), PENALTY, List.of()));
    assertEquals("19.9900", rate(PURCHASES, DAY, Optional.empty(), List.of()));
  }

  @Test
  void penalty_never_lowers_a_rate() {
    var dear = SegmentKey.of(BalanceKind.CASH_ADVANCE, AnnualRate.of("31.5"));

    assertEquals("31.5000", rate(dear, DAY, PENALTY, List.of()));
    assertEquals("29.99", rate(PURCHASES, DAY, PENALTY, List.of()));
  }

  @Test
  void lowest_cap_of_the_day_wins() {
    var scra = new RateCap("scra", AnnualRate.of("6"), DAY, Optional.of(DAY.plusDays(9)));
    var mla = new RateCap("mla", AnnualRate.of("36"), DAY.minusYears(1), Optional.empty());
    var caps = List.of(mla, scra);

    assertEquals("19.9900", rate(PURCHASES, DAY.minusDays(1), Optional.empty(), caps));
    assertEquals("6", rate(PURCHASES, DAY, Optional.empty(), caps));
    assertEquals("6", rate(PURCHASES, DAY.plusDays(8), PENALTY, caps));
    assertEquals("6", rate(PURCHASES, DAY.plusDays(9), PENALTY, caps));
    assertEquals("29.99", rate(PURCHASES, DAY.plusDays(10), PENALTY, caps));
    assertEquals("36", rate(PURCHASES, DAY.plusDays(10), Optional.of(AnnualRate.of("40")), caps));
  }

  private static String rate(
      SegmentKey segment, LocalDate day, Optional<AnnualRate> penalty, List<RateCap> caps) {
    return RatePolicy.inEffect(segment, day, List.of(WELCOME), penalty, caps).toString();
  }
}

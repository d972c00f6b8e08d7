package org.florin.statements.delinquency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelinquencyTest {

  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final List<Due> DUES =
      List.of(new Due(DUE, 2_500), new Due(DUE.plusMonths(1), 4_000));

  @Test
  void payment_pays_the_oldest_due_first() {
    assertEquals(
        List.of(new Due(DUE, 1), new Due(DUE.plusMonths(1), 4_000)),
        DelinquencyPolicy.pay(DUES, 2_499));
    assertEquals(List.of(new Due(DUE.plusMonths(1), 4_000)), DelinquencyPolicy.pay(DUES, 2_500));
    assertEquals(List.of(new Due(DUE.plusMonths(1), 3_999)), DelinquencyPolicy.pay(DUES, 2_501));
    assertEquals(List.of(), DelinquencyPolicy.pay(DUES, 9_000));
    assertEquals(DUES, DelinquencyPolicy.pay(DUES, 0));
  }

  @Test
  void due_date_itself_is_not_past_due() {
    assertEquals(0, DelinquencyPolicy.daysPastDue(DUES, DUE.minusDays(1)));
    assertEquals(0, DelinquencyPolicy.daysPastDue(DUES, DUE));
    assertEquals(1, DelinquencyPolicy.daysPastDue(DUES, DUE.plusDays(1)));
    assertEquals(0, DelinquencyPolicy.daysPastDue(List.of(), DUE));
    assertEquals(0, DelinquencyPolicy.pastDueMinor(DUES, DUE));
    assertEquals(2_500, DelinquencyPolicy.pastDueMinor(DUES, DUE.plusDays(1)));
    assertEquals(6_500, DelinquencyPolicy.requiredMinor(DUES));
  }

  @Test
  void account_is_charged_off_at_180_days() {
    assertFalse(DelinquencyPolicy.isToBeChargedOff(DUES, DUE.plusDays(179)));
    assertTrue(DelinquencyPolicy.isToBeChargedOff(DUES, DUE.plusDays(180)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, CURRENT",
    "1, DAYS_1",
    "29, DAYS_1",
    "30, DAYS_30",
    "59, DAYS_30",
    "60, DAYS_60",
    "90, DAYS_90",
    "120, DAYS_120",
    "150, DAYS_150",
    "179, DAYS_150",
    "180, DAYS_180"
  })
  void bucket_begins_at_its_day(int days, Bucket bucket) {
    assertEquals(bucket, Bucket.of(days));
  }

  @Test
  void penalty_rate_is_noticed_beyond_60_days_and_counts_45_days_later() {
    var rate = PenaltyRatePolicy.afterDay(PenaltyRate.NONE, 60, DUE);
    assertEquals(PenaltyRate.NONE, rate);

    rate = PenaltyRatePolicy.afterDay(rate, 61, DUE);
    assertEquals(new PenaltyRate(Optional.of(DUE), 0), rate);
    assertEquals(rate, PenaltyRatePolicy.afterDay(rate, 62, DUE.plusDays(1)));
    assertFalse(PenaltyRatePolicy.counts(rate, DUE.plusDays(44)));
    assertTrue(PenaltyRatePolicy.counts(rate, DUE.plusDays(45)));
    assertFalse(PenaltyRatePolicy.counts(PenaltyRate.NONE, DUE));
  }

  @Test
  void six_payments_in_a_row_in_time_cure() {
    var noticed = new PenaltyRate(Optional.of(DUE), 0);
    var later = DUE.plusMonths(3);
    assertEquals(noticed, PenaltyRatePolicy.afterDueDate(noticed, true, DUE.plusDays(10)));

    var rate = noticed;
    for (var i = 1; i <= 5; i++) {
      rate = PenaltyRatePolicy.afterDueDate(rate, true, later);
      assertEquals(new PenaltyRate(Optional.of(DUE), i), rate);
    }
    assertEquals(noticed, PenaltyRatePolicy.afterDueDate(rate, false, later));
    assertEquals(PenaltyRate.NONE, PenaltyRatePolicy.afterDueDate(rate, true, later));
  }
}

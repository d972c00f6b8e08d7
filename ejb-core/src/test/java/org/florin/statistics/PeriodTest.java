package org.florin.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "daily, 2024-02-29, 2024-02-29, 2024-02-29",
    "weekly, 2026-11-22, 2026-11-16, 2026-11-22",
    "weekly, 2026-11-16, 2026-11-16, 2026-11-22",
    "weekly, 2027-01-01, 2026-12-28, 2027-01-03",
    "monthly, 2024-02-29, 2024-02-01, 2024-02-29",
    "monthly, 2026-12-31, 2026-12-01, 2026-12-31"
  })
  void a_period_has_first_and_last_day(
      String code, LocalDate date, LocalDate start, LocalDate end) {
    Period period = Period.ofCode(code);
    assertEquals(start, period.startOf(date));
    assertEquals(end, period.endOf(start));
    assertEquals(code, period.code());
  }

  @Test
  void there_are_no_other_periods() {
    assertThrows(IllegalArgumentException.class, () -> Period.ofCode("yearly"));
  }
}

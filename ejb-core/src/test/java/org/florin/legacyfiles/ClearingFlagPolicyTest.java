package org.florin.legacyfiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClearingFlagPolicyTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 10);

  private static Set<ClearingFlag> assess(long balanceMinor, long amountMinor, LocalDate expires) {
    return ClearingFlagPolicy.assess(balanceMinor, 100_000, amountMinor, DAY, Optional.of(expires));
  }

  @Test
  void a_purchase_up_to_the_limit_has_no_flag() {
    assertEquals(Set.of(), assess(40_000, 60_000, DAY));
  }

  @Test
  void a_purchase_beyond_the_limit_is_flagged() {
    assertEquals(Set.of(ClearingFlag.OVER_LIMIT), assess(40_000, 60_001, DAY));
  }

  @Test
  void a_return_to_an_account_over_its_limit_is_not() {
    assertEquals(Set.of(), assess(200_000, -1, DAY));
  }

  @Test
  void lateness_is_flagged_beside_the_limit() {
    assertEquals(
        Set.of(ClearingFlag.OVER_LIMIT, ClearingFlag.AFTER_EXPIRATION),
        assess(100_000, 1, DAY.minusDays(1)));
  }

  @Test
  void an_account_without_end_is_never_late() {
    assertEquals(Set.of(), ClearingFlagPolicy.assess(0, 100_000, 1, DAY, Optional.empty()));
  }
}

package org.florin.autopay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.florin.payments.Rail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutopayPolicyTest {

  @ParameterizedTest
  @CsvSource({
    // choice, fixed, required, statement, settled, current, amount
    "MINIMUM, , 2500, 100000, 0, 120000, 2500",
    "MINIMUM, , 0, 100000, 2500, 97500, 0",
    "STATEMENT_BALANCE, , 2500, 100000, 30000, 90000, 70000",
    "STATEMENT_BALANCE, , 0, 100000, 100000, 20000, 0",
    "STATEMENT_BALANCE, , 0, 100000, 130000, 0, 0",
    "CURRENT_BALANCE, , 2500, 100000, 0, 120000, 120000",
    "CURRENT_BALANCE, , 0, 0, 0, -500, 0",
    "FIXED, 5000, 2500, 100000, 0, 120000, 5000",
    "FIXED, 5000, 2500, 4000, 0, 4000, 4000"
  })
  void pays_what_the_plan_says_but_never_more_than_is_owed(
      AutopayChoice choice,
      Long fixed,
      long required,
      long statement,
      long settled,
      long current,
      long amount) {
    var plan = new AutopayPlan(choice, Optional.ofNullable(fixed), Rail.STRIPE, "pm_card_visa");

    assertEquals(
        amount,
        AutopayPolicy.amountMinor(
            plan, new AutopayPolicy.Owed(required, statement, settled, current)));
  }

  @Test
  void fixed_plan_has_an_amount_and_no_other_has() {
    refused(AutopayChoice.FIXED, Optional.empty(), Rail.STRIPE);
    refused(AutopayChoice.FIXED, Optional.of(0L), Rail.STRIPE);
    refused(AutopayChoice.MINIMUM, Optional.of(5L), Rail.STRIPE);
    refused(AutopayChoice.MINIMUM, Optional.empty(), Rail.BANK_FILE);
  }

  private static void refused(AutopayChoice choice, Optional<Long> fixed, Rail rail) {
    assertThrows(
        IllegalArgumentException.class, () -> new AutopayPlan(choice, fixed, rail, "method"));
  }
}

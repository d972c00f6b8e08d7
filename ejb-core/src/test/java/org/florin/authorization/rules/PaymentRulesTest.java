package org.florin.authorization.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.fixtures.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the bank starts with, as its database holds them. */
class PaymentRulesTest {

  private final PaymentRules rules = RuleRows.read(TestDatabase.autoCommitting());

  /** The hold table, row by row: network, presence, initiation, kind, category, days. */
  @ParameterizedTest
  @CsvSource({
    "'', true, false, purchase, 5411, 7",
    "'', false, false, preauthorization, 5411, 10",
    "'', true, false, purchase, 5542, 1",
    "mastercard, true, false, preauthorization, 5542, 1",
    "visa, true, false, purchase, 5552, 1",
    "visa, true, false, preauthorization, 3501, 30",
    "visa, true, false, preauthorization, 3999, 30",
    "visa, true, false, preauthorization, 7011, 30",
    "visa, true, false, preauthorization, 4411, 30",
    "visa, true, false, preauthorization, 3351, 30",
    "visa, true, false, preauthorization, 7513, 30",
    "visa, true, false, preauthorization, 7519, 30",
    "visa, true, false, preauthorization, 5411, 5",
    "visa, false, false, purchase, 5411, 10",
    "visa, true, false, purchase, 5411, 5",
    "visa, false, true, purchase, 5411, 5",
    "mastercard, true, false, preauthorization, 5411, 30",
    "mastercard, false, false, purchase, 5411, 7",
    "amex, true, false, purchase, 3000, 30",
    "amex, true, false, purchase, 7011, 30",
    "amex, true, false, purchase, 5411, 7",
    "unionpay, true, false, purchase, 5411, 7"
  })
  void hold_lives_so_many_days(
      String network, boolean present, boolean merchant, String kind, int mcc, int days) {
    var payment =
        new HoldRule.Payment(
            Optional.of(network).filter(name -> !name.isEmpty()), present, merchant, kind, mcc);

    assertEquals(Duration.ofDays(days), rules.hold(payment).life());
  }

  @Test
  void increments_extend_preauthorizations_only() {
    var preauthorization =
        new HoldRule.Payment(Optional.of("mastercard"), true, false, "preauthorization", 7011);
    var purchase = new HoldRule.Payment(Optional.of("mastercard"), true, false, "purchase", 7011);

    assertTrue(rules.hold(preauthorization).extendsOnIncrement());
    assertFalse(rules.hold(purchase).extendsOnIncrement());
  }

  @Test
  void fuel_lives_until_its_completion() {
    var fuel = new HoldRule.Payment(Optional.empty(), true, false, "preauthorization", 5542);

    assertTrue(rules.hold(fuel).untilCompletion());
  }

  @Test
  void tolerance_and_single_clearing_go_by_category() {
    assertEquals(new Tolerance.Any(), rules.tolerance(5542));
    assertEquals(new Tolerance.Percent(20), rules.tolerance(5812));
    assertEquals(new Tolerance.Percent(20), rules.tolerance(5814));
    assertEquals(new Tolerance.Percent(15), rules.tolerance(7011));
    assertEquals(Tolerance.NONE, rules.tolerance(5411));
    assertEquals(Tolerance.NONE, rules.tolerance(5815));
    assertTrue(rules.clearsOnce(5542));
    assertFalse(rules.clearsOnce(5812));
    assertFalse(rules.clearsOnce(5411));
  }

  @Test
  void networks_say_increments_differently() {
    assertFalse(rules.profile(Optional.of("visa")).incrementIsCumulative());
    assertTrue(rules.profile(Optional.of("visa")).unknownOriginalIsNew());
    assertTrue(rules.profile(Optional.of("mastercard")).incrementIsCumulative());
    assertFalse(rules.profile(Optional.of("amex")).unknownOriginalIsNew());
    assertFalse(rules.profile(Optional.of("unionpay")).incrementIsCumulative());
    assertFalse(rules.profile(Optional.empty()).unknownOriginalIsNew());
  }

  @Test
  void product_without_a_program_has_the_one_for_all() {
    assertEquals(Programs.USUAL, rules.program("classic"));
    var own = new PaymentRules(List.of(), List.of(), Map.of(), Map.of("gold", Programs.STRICT));
    assertEquals(Programs.STRICT, own.program("gold"));
    assertThrows(IllegalStateException.class, () -> own.program("classic"));
  }

  @Test
  void table_without_a_row_for_all_is_a_mistake() {
    var empty = new PaymentRules(List.of(), List.of(), Map.of(), Map.of());

    assertThrows(
        IllegalStateException.class,
        () -> empty.hold(new HoldRule.Payment(Optional.empty(), true, false, "purchase", 1)));
  }

  @Test
  void rows_are_tried_by_rank_whatever_their_order() {
    var rare = rule(2, new MccRange(5411, 5411), 3);
    var all = rule(1, MccRange.ALL, 9);
    var payment = new HoldRule.Payment(Optional.empty(), true, false, "purchase", 5411);

    assertSame(
        all, new PaymentRules(List.of(rare, all), List.of(), Map.of(), Map.of()).hold(payment));
  }

  @Test
  void impossible_rows_cannot_be_made() {
    assertThrows(IllegalArgumentException.class, () -> rule(1, MccRange.ALL, 0));
    assertThrows(IllegalArgumentException.class, () -> rule(1, MccRange.ALL, 32));
    assertEquals(31, rule(1, MccRange.ALL, 31).days());
    assertThrows(IllegalArgumentException.class, () -> new MccRange(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MccRange(1, 10_000));
    assertThrows(IllegalArgumentException.class, () -> new MccRange(2, 1));
    assertTrue(new MccRange(2, 2).contains(2));
    assertFalse(new MccRange(2, 3).contains(1));
    assertFalse(new MccRange(2, 3).contains(4));
  }

  @Test
  void uplift_is_for_status_checks_at_pumps_and_tips_at_restaurants() {
    assertEquals(7_400, Programs.USUAL.uplift(5542, 100));
    assertEquals(0, Programs.USUAL.uplift(5542, 101));
    assertEquals(0, Programs.USUAL.uplift(5541, 100));
    assertEquals(0, Programs.USUAL.uplift(5812, 1_000));
    assertEquals(200, Programs.GENEROUS.uplift(5812, 1_000));
    assertEquals(200, Programs.GENEROUS.uplift(5814, 1_004));
    assertEquals(0, Programs.GENEROUS.uplift(5811, 1_000));
  }

  @Test
  void rule_book_reads_once_in_a_while() {
    var book = RuleBooks.on(TestDatabase.autoCommitting());

    assertSame(book.current(), book.current());
  }

  private static HoldRule rule(int rank, MccRange categories, int days) {
    return new HoldRule(
        rank,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        categories,
        days,
        false,
        false);
  }
}

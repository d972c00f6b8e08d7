package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.Evidence.AddressMatch;
import org.florin.authorization.Evidence.Challenge;
import org.florin.authorization.Evidence.CryptogramResult;
import org.florin.authorization.Evidence.PinResult;
import org.florin.authorization.controls.LimitUse;
import org.florin.authorization.controls.SpendingLimit;
import org.florin.authorization.controls.SpendingLimit.Window;
import org.florin.authorization.rules.Programs;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationPolicyTest {

  private static final Evidence CRYPTOGRAM_WRONG =
      new Evidence(
          PinResult.NOT_CHECKED,
          CryptogramResult.WRONG,
          AddressMatch.NOT_CHECKED,
          Challenge.NOT_NEEDED);
  private static final Evidence ADDRESS_DIFFERS =
      new Evidence(
          PinResult.NOT_CHECKED,
          CryptogramResult.NOT_CHECKED,
          AddressMatch.DIFFERS,
          Challenge.NOT_NEEDED);

  private static Evidence pin(PinResult pin) {
    return new Evidence(
        pin, CryptogramResult.NOT_CHECKED, AddressMatch.NOT_CHECKED, Challenge.NOT_NEEDED);
  }

  private static Evidence challenge(Challenge challenge) {
    return new Evidence(
        PinResult.NOT_CHECKED, CryptogramResult.NOT_CHECKED, AddressMatch.NOT_CHECKED, challenge);
  }

  private static SpendingLimit day(Long amount, Integer count) {
    return new SpendingLimit(
        Window.DAY, 0, ZoneOffset.UTC, Optional.of(amount), Optional.of(count));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(Facts.ofAnActiveCard().ofNoCard(), "CARD_UNKNOWN", "14"),
        arguments(
            Facts.ofAnActiveCard().withCard("pending_activation"), "CARD_NOT_ACTIVATED", "78"),
        arguments(Facts.ofAnActiveCard().withCard("paused"), "CARD_PAUSED", "62"),
        arguments(Facts.ofAnActiveCard().closedAs("customer"), "CARD_CLOSED", "46"),
        arguments(Facts.ofAnActiveCard().closedAs("lost"), "CARD_LOST", "41"),
        arguments(Facts.ofAnActiveCard().closedAs("stolen"), "CARD_STOLEN", "43"),
        arguments(
            Facts.ofAnActiveCard().expiring(Facts.TODAY.minusMonths(1)), "CARD_EXPIRED", "54"),
        arguments(
            Facts.ofAnActiveCard().withExpiryGiven(YearMonth.of(2029, 11)),
            "EXPIRY_MISMATCH",
            "54"),
        arguments(Facts.ofAnActiveCard().withSecurityCode(false), "CVV_BAD", "N7"),
        arguments(Facts.ofAnActiveCard().withAccount("suspended"), "ACCOUNT_BLOCKED", "62"),
        arguments(Facts.ofAnActiveCard().withAccount("closed"), "ACCOUNT_CLOSED", "46"),
        arguments(Facts.ofAnActiveCard().withAccount("charged_off"), "ACCOUNT_CLOSED", "57"),
        arguments(Facts.ofAnActiveCard().asking("45.00 EUR"), "NOT_ALLOWED_TYPE", "57"),
        arguments(
            Facts.ofAnActiveCard().blocking(Set.of("5411"), Set.of(), Set.of()),
            "NOT_ALLOWED_MCC",
            "57"),
        arguments(
            Facts.ofAnActiveCard().blocking(Set.of(), Set.of("US"), Set.of()),
            "NOT_ALLOWED_COUNTRY",
            "57"),
        arguments(
            Facts.ofAnActiveCard().blocking(Set.of(), Set.of(), Set.of("ecommerce")),
            "NOT_ALLOWED_TYPE",
            "57"),
        arguments(Facts.ofAnActiveCard().limitedTo(4_499), "LIMIT_AMOUNT", "61"),
        arguments(
            Facts.ofAnActiveCard().as(AuthorizationKind.CASH_ADVANCE).asking("200.01 USD"),
            "CASH_SUBLIMIT",
            "61"),
        arguments(Facts.ofAnActiveCard().asking("1000.01 USD"), "NO_FUNDS", "51"),
        arguments(Facts.ofAnActiveCard().with(CRYPTOGRAM_WRONG), "CRYPTOGRAM_BAD", "63"),
        arguments(Facts.ofAnActiveCard().with(pin(PinResult.WRONG)), "PIN_WRONG", "55"),
        arguments(Facts.ofAnActiveCard().with(pin(PinResult.BLOCKED)), "PIN_BLOCKED", "75"),
        arguments(
            Facts.ofAnActiveCard().afterWrongPins(3).with(pin(PinResult.RIGHT)),
            "PIN_BLOCKED",
            "75"),
        arguments(Facts.ofAnActiveCard().with(challenge(Challenge.REQUIRED)), "SCA_REQUIRED", "1A"),
        arguments(
            Facts.ofAnActiveCard().over("mastercard").with(challenge(Challenge.REQUIRED)),
            "SCA_REQUIRED",
            "65"),
        arguments(
            Facts.ofAnActiveCard().with(challenge(Challenge.FAILED)), "CHALLENGE_FAILED", "59"),
        arguments(
            Facts.ofAnActiveCard().under(Programs.STRICT).with(ADDRESS_DIFFERS),
            "ADDRESS_MISMATCH",
            "05"),
        arguments(Facts.ofAnActiveCard().flagged("deceased"), "ACCOUNT_CLOSED", "57"),
        arguments(Facts.ofAnActiveCard().flagged("bankrupt"), "ACCOUNT_CLOSED", "57"),
        arguments(Facts.ofAnActiveCard().pastDue(31), "ACCOUNT_DELINQUENT", "05"),
        arguments(Facts.ofAnActiveCard().flagged("under_review"), "ACCOUNT_UNDER_REVIEW", "57"),
        arguments(
            Facts.ofAnActiveCard().under(Programs.STRICT).as(AuthorizationKind.CASH_ADVANCE),
            "NOT_ALLOWED_TYPE",
            "57"),
        arguments(
            Facts.ofAnActiveCard().under(Programs.STRICT).as(AuthorizationKind.QUASI_CASH),
            "NOT_ALLOWED_TYPE",
            "57"),
        arguments(
            Facts.ofAnActiveCard().under(Programs.STRICT).in("KP"), "NOT_ALLOWED_COUNTRY", "57"),
        arguments(
            Facts.ofAnActiveCard().stopping("M1").by(EntryMode.RECURRING),
            "RECURRING_STOPPED",
            "R1"),
        arguments(
            Facts.ofAnActiveCard().within(new LimitUse(day(5_000L, 9), 501, 1)),
            "LIMIT_AMOUNT",
            "61"),
        arguments(
            Facts.ofAnActiveCard().within(new LimitUse(day(9_000L, 2), 0, 2)), "LIMIT_COUNT", "65"),
        arguments(Facts.ofAnActiveCard().flagged("fraud_watch"), "SUSPECTED_FRAUD", "59"),
        arguments(Facts.ofAnActiveCard().flagged("aml_hold"), "AML", "64"),
        arguments(
            Facts.ofAnActiveCard()
                .under(Programs.STRICT)
                .as(AuthorizationKind.PREAUTHORIZATION)
                .asking("500.01 USD"),
            "OVER_PREAUTH",
            "61"),
        arguments(
            Facts.ofAnActiveCard()
                .under(Programs.STRICT)
                .as(AuthorizationKind.PREAUTHORIZATION)
                .onTopOf(49_000)
                .asking("10.01 USD"),
            "OVER_PREAUTH",
            "61"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void each_failing_check_has_its_reason(Facts facts, String code, String responseCode) {
    var declined = assertInstanceOf(Declined.class, facts.decided());

    assertEquals(List.of(code), declined.reasons().stream().map(DeclineReason::code).toList());
    assertEquals(responseCode, declined.reasons().getFirst().responseCode());
  }

  @Test
  void all_failing_checks_are_listed_in_order_of_precedence() {
    var declined =
        assertInstanceOf(
            Declined.class,
            Facts.ofAnActiveCard()
                .withCard("paused")
                .expiring(Facts.TODAY.minusMonths(1))
                .withSecurityCode(false)
                .withAccount("suspended")
                .limitedTo(1)
                .asking("2000.00 USD")
                .decided());

    assertEquals(
        List.of(
            "CARD_PAUSED",
            "CARD_EXPIRED",
            "CVV_BAD",
            "ACCOUNT_BLOCKED",
            "LIMIT_AMOUNT",
            "NO_FUNDS"),
        declined.reasons().stream().map(DeclineReason::code).toList());
  }

  @Test
  void approves_up_to_the_last_cent() {
    var facts = Facts.ofAnActiveCard().posted("600.00 USD").held("300.00 USD");

    assertEquals(
        new Approved(Money.usd(10_000), Money.usd(10_000), false, false),
        facts.asking("100.00 USD").decided());
    assertInstanceOf(Declined.class, facts.asking("100.01 USD").decided());
  }

  @Test
  void credit_balance_raises_what_is_available() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard().posted("-50.00 USD").asking("1050.00 USD").decided());
  }

  @Test
  void card_works_in_its_last_month() {
    assertInstanceOf(Approved.class, Facts.ofAnActiveCard().expiring(Facts.TODAY).decided());
  }

  @Test
  void code_that_cannot_be_verified_is_not_held_against_the_card() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard().withoutVerifiableCode().withSecurityCode(false).decided());
  }

  @Test
  void partial_approval_gives_what_is_left() {
    assertEquals(
        new Approved(Money.usd(10_000), Money.usd(10_000), true, false),
        Facts.ofAnActiveCard()
            .posted("900.00 USD")
            .asking("100.01 USD")
            .partiallyIfNeeded()
            .decided());
  }

  @Test
  void nothing_left_is_no_partial_approval() {
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .posted("1000.00 USD")
            .asking("0.01 USD")
            .partiallyIfNeeded()
            .decided());
  }

  @Test
  void cash_is_never_approved_in_part() {
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.CASH_ADVANCE)
            .posted("950.00 USD")
            .asking("60.00 USD")
            .partiallyIfNeeded()
            .decided());
  }

  @Test
  void cash_is_bounded_by_its_sub_limit_and_by_credit() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard().as(AuthorizationKind.CASH_ADVANCE).asking("200.00 USD").decided());
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.QUASI_CASH)
            .cashUsed("150.00 USD")
            .asking("50.01 USD")
            .decided());
  }

  @Test
  void verification_holds_nothing_and_needs_no_credit() {
    assertEquals(
        new Approved(Money.usd(0), Money.usd(0), false, false),
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.ACCOUNT_VERIFICATION)
            .posted("1000.00 USD")
            .asking("0.00 USD")
            .decided());
  }

  @Test
  void refund_holds_nothing_and_ignores_spending_controls() {
    assertEquals(
        new Approved(Money.usd(4_500), Money.usd(0), false, false),
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.REFUND)
            .posted("1000.00 USD")
            .blocking(Set.of("5411"), Set.of("US"), Set.of("ecommerce"))
            .decided());
  }

  @Test
  void what_was_checked_and_right_declines_nothing() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard()
            .afterWrongPins(2)
            .with(
                new Evidence(
                    PinResult.RIGHT,
                    CryptogramResult.RIGHT,
                    AddressMatch.MATCHES,
                    Challenge.PASSED))
            .decided());
    assertInstanceOf(
        Approved.class, Facts.ofAnActiveCard().afterWrongPins(3).with(ADDRESS_DIFFERS).decided());
  }

  @Test
  void limits_hold_to_the_last_cent_and_payment() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard().within(new LimitUse(day(5_000L, 2), 500, 1)).decided());
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard().onTopOf(100).within(new LimitUse(day(5_000L, 2), 500, 2)).decided());
  }

  @Test
  void overdue_up_to_the_programs_days_still_pays() {
    assertInstanceOf(Approved.class, Facts.ofAnActiveCard().pastDue(30).decided());
  }

  @Test
  void stopped_merchant_may_still_be_paid_in_person() {
    assertInstanceOf(
        Approved.class, Facts.ofAnActiveCard().stopping("M1").by(EntryMode.CHIP).decided());
    assertInstanceOf(
        Approved.class, Facts.ofAnActiveCard().stopping("M2").by(EntryMode.RECURRING).decided());
  }

  @Test
  void allowance_beyond_the_limit_is_used_and_said() {
    assertEquals(
        new Approved(Money.usd(105_000), Money.usd(105_000), false, true),
        Facts.ofAnActiveCard().under(Programs.GENEROUS).asking("1050.00 USD").decided());
    assertEquals(
        new Approved(Money.usd(100_000), Money.usd(100_000), false, false),
        Facts.ofAnActiveCard().under(Programs.GENEROUS).asking("1000.00 USD").decided());
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard().under(Programs.GENEROUS).asking("1050.01 USD").decided());
  }

  @Test
  void cash_never_uses_the_allowance() {
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .under(Programs.GENEROUS)
            .as(AuthorizationKind.CASH_ADVANCE)
            .posted("999.00 USD")
            .asking("1.01 USD")
            .decided());
  }

  @Test
  void tips_are_held_only_where_the_program_asks_for_it() {
    assertEquals(
        new Approved(Money.usd(4_500), Money.usd(5_400), false, false),
        Facts.ofAnActiveCard().under(Programs.GENEROUS).at("5812").decided());
    assertEquals(
        new Approved(Money.usd(4_500), Money.usd(4_500), false, false),
        Facts.ofAnActiveCard().at("5812").decided());
  }

  @Test
  void fuel_check_holds_the_maximum_and_needs_it_available() {
    assertEquals(
        new Approved(Money.usd(100), Money.usd(7_500), false, false),
        Facts.ofAnActiveCard().at("5542").asking("1.00 USD").decided());
    assertEquals(
        new Approved(Money.usd(101), Money.usd(101), false, false),
        Facts.ofAnActiveCard().at("5542").asking("1.01 USD").decided());
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .at("5542")
            .posted("925.01 USD")
            .asking("1.00 USD")
            .partiallyIfNeeded()
            .decided());
  }

  @Test
  void increment_is_never_approved_in_part() {
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard().onTopOf(100).asking("1000.01 USD").partiallyIfNeeded().decided());
  }

  @Test
  void part_below_the_programs_least_is_declined() {
    assertInstanceOf(
        Declined.class,
        Facts.ofAnActiveCard()
            .under(Programs.STRICT)
            .posted("995.01 USD")
            .partiallyIfNeeded()
            .decided());
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard()
            .under(Programs.STRICT)
            .posted("995.00 USD")
            .partiallyIfNeeded()
            .decided());
  }

  @Test
  void transaction_limit_counts_the_increment_on_top() {
    assertInstanceOf(
        Declined.class, Facts.ofAnActiveCard().limitedTo(5_000).onTopOf(501).decided());
    assertInstanceOf(
        Approved.class, Facts.ofAnActiveCard().limitedTo(5_000).onTopOf(500).decided());
  }

  @Test
  void refund_comes_to_those_who_are_overdue() {
    assertInstanceOf(
        Approved.class, Facts.ofAnActiveCard().as(AuthorizationKind.REFUND).pastDue(90).decided());
  }

  @Test
  void every_reason_tells_networks_and_cardholder_what_to_do() {
    for (var reason : ReasonCode.values()) {
      assertTrue(reason.visaCategory() >= 1 && reason.visaCategory() <= 4, reason.name());
      assertTrue(reason.cardholderText().endsWith("."), reason.name());
      assertEquals(2, reason.responseCode().length(), reason.name());
      reason
          .mastercardAdvice()
          .ifPresent(advice -> assertTrue(advice.matches("[0-9]{2}"), reason.name()));
    }
  }

  @Test
  void right_code_and_expiry_are_no_reason() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard()
            .withSecurityCode(true)
            .withExpiryGiven(YearMonth.of(2029, 12))
            .decided());
  }

  @Test
  void as_much_as_may_be_reserved_at_once_is_reserved() {
    assertInstanceOf(
        Approved.class,
        Facts.ofAnActiveCard()
            .under(Programs.STRICT)
            .as(AuthorizationKind.PREAUTHORIZATION)
            .onTopOf(49_000)
            .asking("10.00 USD")
            .decided());
  }

  @Test
  void wrong_pin_is_counted_with_those_before() {
    var declined =
        assertInstanceOf(
            Declined.class,
            Facts.ofAnActiveCard().afterWrongPins(1).with(pin(PinResult.WRONG)).decided());

    assertEquals(List.of(new DeclineReason.PinWrong(2)), declined.reasons());
  }

  @Test
  void documentation_shows_the_reason_map() throws IOException {
    var documentation = Files.readString(Path.of("../docs/authorization.md"));
    for (var reason : ReasonCode.values()) {
      var row =
          "| `%s` | %s | %d | %s | %s |"
              .formatted(
                  reason.name(),
                  reason.responseCode(),
                  reason.visaCategory(),
                  reason.mastercardAdvice().orElse("–"),
                  reason.cardholderText());
      assertTrue(documentation.contains(row), row);
    }
  }
}

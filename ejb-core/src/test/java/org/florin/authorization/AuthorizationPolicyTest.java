package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationPolicyTest {

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
        arguments(Facts.ofAnActiveCard().asking("1000.01 USD"), "NO_FUNDS", "51"));
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
        new Approved(Money.usd(10_000), Money.usd(10_000), false),
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
        new Approved(Money.usd(10_000), Money.usd(10_000), true),
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
        new Approved(Money.usd(0), Money.usd(0), false),
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.ACCOUNT_VERIFICATION)
            .posted("1000.00 USD")
            .asking("0.00 USD")
            .decided());
  }

  @Test
  void refund_holds_nothing_and_ignores_spending_controls() {
    assertEquals(
        new Approved(Money.usd(4_500), Money.usd(0), false),
        Facts.ofAnActiveCard()
            .as(AuthorizationKind.REFUND)
            .posted("1000.00 USD")
            .blocking(Set.of("5411"), Set.of("US"), Set.of("ecommerce"))
            .decided());
  }
}

package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.florin.fixtures.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds that are announced, under a program that lets them be spent and one that does not. */
class AnnouncedRefundTest {

  private final CardOnFile card = CardOnFile.underItsOwnProgram();

  private void letSpend(boolean raises) {
    TestDatabase.autoCommitting()
        .update(
            """
            insert into authorization_program (product_code, effective_from, fuel_check_max_minor, fuel_hold_minor,
              tip_uplift_percent, partial_min_minor, over_limit_minor, cash_allowed, quasi_cash_allowed,
              address_mismatch_declines, days_past_due_max, pin_tries_max, refund_raises_credit)
            values (?, date '2020-01-01', 100, 7500, 0, 1, 0, true, true, false, 30, 3, ?)
            """,
            card.program,
            raises);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_announced_refund_is_spent_only_where_the_program_says_so(boolean raises) {
    letSpend(raises);

    assertEquals(
        List.of("APPROVED", "APPROVED", raises ? "APPROVED" : "NO_FUNDS"),
        decide(
            request("r1", AuthorizationKind.REFUND, 500),
            request("p1", AuthorizationKind.PURCHASE, CardOnFile.LIMIT),
            request("p2", AuthorizationKind.PURCHASE, 400)));
    assertEquals(
        List.of("NO_FUNDS", raises ? "APPROVED" : "NO_FUNDS"),
        decide(
            request("p3", AuthorizationKind.PURCHASE, 101),
            request("p4", AuthorizationKind.PURCHASE, 100)));
  }

  @Test
  void a_refund_that_is_over_is_spent_no_more() {
    letSpend(true);
    decide(
        request("r1", AuthorizationKind.REFUND, 500),
        request("p1", AuthorizationKind.PURCHASE, CardOnFile.LIMIT));
    TestDatabase.autoCommitting()
        .update(
            "update card_authorization set status = 'expired' where account_id = ? and kind = 'refund'",
            card.account.value());

    assertEquals(List.of("NO_FUNDS"), decide(request("p2", AuthorizationKind.PURCHASE, 1)));
  }

  private static List<String> decide(PendingAuthorization... together) {
    return AuthorizationBatches.reasons(AuthorizationBatches.decide(together));
  }

  private PendingAuthorization request(String key, AuthorizationKind kind, long minor) {
    return card.asked(key, minor).as(kind, EntryMode.ECOMMERCE).pending();
  }
}

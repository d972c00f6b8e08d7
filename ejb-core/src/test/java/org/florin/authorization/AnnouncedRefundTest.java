package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.florin.authorization.hooks.HookBooks;
import org.florin.authorization.rules.RuleBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleShelves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refunds that are announced, under a program that lets them be spent and one that does not. */
class AnnouncedRefundTest {

  private static final int LIMIT = 10_000;

  private final ClientId client = ClientId.create();
  private final AccountId account = AccountId.create();
  private final CardId card = CardId.create();
  private final String program = "p" + UUID.randomUUID().toString().substring(0, 8);

  AnnouncedRefundTest() {
    var database = TestDatabase.autoCommitting();
    database.update(
        """
        insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
          cycle_day, opened_on) values (?, ?, ?, 'USD', ?, 2000, 1, ?)
        """,
        account.value(),
        UUID.randomUUID(),
        program,
        LIMIT,
        LocalDate.EPOCH);
    database.update(
        """
        insert into card (id, account_id, customer_id, state, kind, bin, last4, expiry_month, expiry_year,
          security_code_scheme, created_at, version)
        values (?, ?, ?, 'active', 'virtual', '400000', '0001', 12, 2099, 'cvk', now(), 0)
        """,
        card.value(),
        account.value(),
        UUID.randomUUID());
  }

  private void letSpend(boolean raises) {
    TestDatabase.autoCommitting()
        .update(
            """
            insert into authorization_program (product_code, effective_from, fuel_check_max_minor, fuel_hold_minor,
              tip_uplift_percent, partial_min_minor, over_limit_minor, cash_allowed, quasi_cash_allowed,
              address_mismatch_declines, days_past_due_max, pin_tries_max, refund_raises_credit)
            values (?, date '2020-01-01', 100, 7500, 0, 1, 0, true, true, false, 30, 3, ?)
            """,
            program,
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
            request("p1", AuthorizationKind.PURCHASE, LIMIT),
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
        request("p1", AuthorizationKind.PURCHASE, LIMIT));
    TestDatabase.autoCommitting()
        .update(
            "update card_authorization set status = 'expired' where account_id = ? and kind = 'refund'",
            account.value());

    assertEquals(List.of("NO_FUNDS"), decide(request("p2", AuthorizationKind.PURCHASE, 1)));
  }

  private static List<String> decide(PendingAuthorization... together) {
    return TestDatabase.inTransaction(
        database ->
            batch(database).decide(List.of(together)).stream()
                .map(turn -> assertInstanceOf(Turn.Answered.class, turn).outcome())
                .map(
                    outcome ->
                        assertInstanceOf(AuthorizationOutcome.Decided.class, outcome)
                            .answer()
                            .body())
                .toList());
  }

  private static AuthorizationBatch batch(Database database) {
    var store = new AuthorizationStore();
    store.database = database;
    store.outbox = Outboxes.on(database);
    store.audit = new AuditTrail();
    var batch = new AuthorizationBatch();
    batch.store = store;
    batch.rules = RuleBooks.on(database);
    batch.hooks = HookBooks.on(database);
    batch.database = database;
    batch.risk = new RiskScreening();
    batch.risk.shelf = RuleShelves.on(database);
    return batch;
  }

  private PendingAuthorization request(String key, AuthorizationKind kind, long minor) {
    return new PendingAuthorization(
        new AuthorizePurchase.Command(
            new RequestKey(client, key, new Fingerprint("%016x".formatted(minor))),
            new AuthorizePurchase.CardReference.ById(card),
            kind,
            EntryMode.ECOMMERCE,
            Money.usd(minor),
            false,
            new Merchant(
                "M1", "Shop", "5411", Optional.empty(), Optional.empty(), "US", Optional.empty()),
            Optional.empty(),
            Evidence.NONE,
            Optional.empty(),
            Optional.empty(),
            "{}",
            "api",
            snapshot -> new StoredAnswer(201, "text/plain", snapshot.reason())),
        Optional.of(card),
        Optional.empty(),
        Optional.empty(),
        SystemTime.now().plusSeconds(60));
  }
}

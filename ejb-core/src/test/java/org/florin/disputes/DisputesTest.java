package org.florin.disputes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.florin.accounts.AccountBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.CustomerId;
import org.florin.kernel.DisputeId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journals;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.sql.DatabaseFault;
import org.florin.statements.CloseAccounts;
import org.florin.statements.Closes;
import org.junit.jupiter.api.Test;

/** Disputes on a real PostgreSQL, with the closes of the days around them. */
class DisputesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 6);
  private static final Actor STAFF = new Actor("operations", "portal");

  private final CustomerId owner = CustomerId.create();
  private final AccountId account = anAccount();
  private final TransactionId purchase = post(100_000);
  private LocalDate closed = START.minusDays(1);

  @Test
  void dispute_for_the_cardholder_ends_with_money_letters_history_and_events() {
    var id = opened(40_000);
    advance(id, AdvanceDispute.Step.ACKNOWLEDGE);
    advance(id, AdvanceDispute.Step.INVESTIGATE);
    advance(id, AdvanceDispute.Step.CREDIT);
    assertEquals(60_000, balance());
    assertEquals(40_000, ledger("dispute_suspense", id));

    var ended = done(resolve(id, new Resolution.ForCardholder(25_000)));

    assertEquals(DisputeState.RESOLVED_FOR_CARDHOLDER, ended.state());
    assertEquals(new Liability(40_000, 25_000, 15_000, 0), ended.liability());
    assertEquals(60_000, balance());
    assertEquals(0, ledger("dispute_suspense", id));
    assertEquals(15_000, ledger("dispute_loss", id));
    assertEquals(
        List.of("received", "acknowledged", "investigating", "credited", "resolved_for_cardholder"),
        states(id));
    assertEquals(5, count("select count(*) as number from outbox_event where aggregate = ?", id));
    assertEquals(5, count("select count(*) as number from audit_record where object = ?", id));
    var letter = letter(id, LetterKind.OUTCOME);
    assertTrue(letter.contains("We found for you: 400.00 USD is credited"), letter);
    assertTrue(letter(id, LetterKind.ACKNOWLEDGEMENT).contains("need not pay"), letter);
  }

  @Test
  void credit_for_the_time_being_is_taken_back_when_the_merchant_is_right() {
    var id = opened(100_000);
    advance(id, AdvanceDispute.Step.ACKNOWLEDGE);
    advance(id, AdvanceDispute.Step.CREDIT);
    assertEquals(0, balance());

    var ended = done(resolve(id, new Resolution.ForMerchant()));

    assertEquals(100_000, balance());
    assertEquals(0, ledger("dispute_suspense", id));
    assertEquals(100_000, ended.liability().remainingMinor());
    assertEquals(
        2,
        count(
            "select count(*) as number from journal_entry where natural_key like 'dispute:' || ? || '%'",
            id));
  }

  @Test
  void part_of_an_unauthorized_amount_may_be_left_up_to_the_liability_limit() {
    var id = opened(40_000, DisputeReason.UNAUTHORIZED);
    advance(id, AdvanceDispute.Step.ACKNOWLEDGE);
    advance(id, AdvanceDispute.Step.INVESTIGATE);

    assertInstanceOf(
        DisputeOutcome.NotPossible.class, resolve(id, new Resolution.InPart(34_999, 0)));
    var ended = done(resolve(id, new Resolution.InPart(35_000, 0)));

    assertEquals(65_000, balance());
    assertEquals(new Liability(40_000, 0, 35_000, 5_000), ended.liability());
  }

  @Test
  void dispute_and_money_count_on_the_same_date_and_the_books_agree() {
    closeUntil(LocalDate.of(2026, 2, 5));
    var id = opened(100_000);
    closeUntil(LocalDate.of(2026, 3, 5));

    assertEquals(0, tape("days_past_due"));
    assertEquals(0, tape("charges_minor"));
    assertEquals(100_000, tape("statement_disputed_minor"));
    advance(id, AdvanceDispute.Step.ACKNOWLEDGE);
    done(resolve(id, new Resolution.ForCardholder(0)));
    closeUntil(LocalDate.of(2026, 3, 6));
    assertEquals(0, tape("closing_minor"));
    assertEquals(0, balance());
    assertEquals(
        0,
        count(
            "select count(*) as number from account_day where account_id = ?::uuid and disputes is not null and day = '2026-03-06'",
            account.value()));
  }

  @Test
  void no_more_than_was_booked_is_disputed_even_at_the_same_moment() {
    var both =
        List.of(
            CompletableFuture.supplyAsync(() -> open(60_000, DisputeReason.NOT_RECEIVED)),
            CompletableFuture.supplyAsync(() -> open(60_000, DisputeReason.NOT_RECEIVED)));
    var outcomes = both.stream().map(CompletableFuture::join).toList();

    assertEquals(1, outcomes.stream().filter(OpenDispute.Outcome.Opened.class::isInstance).count());
    assertTrue(
        outcomes.contains(
            new OpenDispute.Outcome.Refused(
                new DisputeRefusal.AboveUndisputed(Money.usd(40_000)))));
  }

  @Test
  void withdrawn_amount_can_be_disputed_again_and_others_cannot_withdraw_it() {
    var id = opened(100_000);

    assertInstanceOf(DisputeOutcome.NotFound.class, withdraw(id, CustomerId.create()));
    assertEquals(DisputeState.WITHDRAWN, done(withdraw(id, owner)).state());
    assertInstanceOf(DisputeOutcome.NotPossible.class, withdraw(id, owner));
    opened(100_000);
  }

  @Test
  void late_notice_is_refused_unless_staff_say_why_they_take_it() {
    closeUntil(LocalDate.of(2026, 2, 5));
    var late = LocalDate.of(2026, 2, 5).plusDays(61);

    assertEquals(
        new OpenDispute.Outcome.Refused(
            new DisputeRefusal.TooLate(LocalDate.of(2026, 2, 5).plusDays(60))),
        open(late, Optional.empty()));
    var taken =
        assertInstanceOf(
            OpenDispute.Outcome.Opened.class, open(late, Optional.of("was in hospital")));
    assertEquals(Optional.of("was in hospital"), taken.dispute().lateReason());
  }

  @Test
  void evidence_is_kept_once_within_bounds_while_the_dispute_is_open() {
    var id = opened(100_000);
    var pdf = "%PDF-1.7 receipt".getBytes(StandardCharsets.US_ASCII);

    var kept = assertInstanceOf(AddEvidence.Outcome.Kept.class, evidence(id, pdf));
    assertEquals(kept, evidence(id, pdf));
    assertInstanceOf(
        AddEvidence.Outcome.Refused.class,
        evidence(id, "receipt".getBytes(StandardCharsets.US_ASCII)));
    assertInstanceOf(AddEvidence.Outcome.Refused.class, evidence(id, Arrays.copyOf(pdf, 1_001)));
    assertInstanceOf(AddEvidence.Outcome.Kept.class, evidence(id, Arrays.copyOf(pdf, 1_000)));
    assertInstanceOf(AddEvidence.Outcome.Refused.class, evidence(id, Arrays.copyOf(pdf, 999)));
    done(withdraw(id, owner));
    assertInstanceOf(AddEvidence.Outcome.Refused.class, evidence(id, pdf));
  }

  @Test
  void letter_is_printed_once() {
    var id = opened(100_000);
    advance(id, AdvanceDispute.Step.ACKNOWLEDGE);

    assertArrayEquals(pdf(id), pdf(id));
    assertEquals(
        2,
        count(
            "select count(*) as number from dispute_letter where dispute_id = ?::uuid",
            id.value()));
  }

  @Test
  void liability_that_does_not_sum_is_refused_by_the_database() {
    var id = opened(100_000);

    assertThrows(
        DatabaseFault.class,
        () ->
            TestDatabase.autoCommitting()
                .update("update dispute set written_off_minor = 1 where id = ?", id.value()));
  }

  private DisputeId opened(long minor) {
    return opened(minor, DisputeReason.NOT_RECEIVED);
  }

  private DisputeId opened(long minor, DisputeReason reason) {
    return assertInstanceOf(OpenDispute.Outcome.Opened.class, open(minor, reason)).dispute().id();
  }

  private OpenDispute.Outcome open(long minor, DisputeReason reason) {
    return at(
        closed.plusDays(1),
        desks ->
            desks.open().handle(command(reason, Optional.of(Money.usd(minor)), Optional.empty())));
  }

  private OpenDispute.Outcome open(LocalDate today, Optional<String> lateReason) {
    return at(
        today,
        desks ->
            desks.open().handle(command(DisputeReason.WRONG_AMOUNT, Optional.empty(), lateReason)));
  }

  private OpenDispute.Command command(
      DisputeReason reason, Optional<Money> amount, Optional<String> lateReason) {
    return new OpenDispute.Command(
        purchase,
        reason,
        amount,
        "It never came.",
        Optional.of(owner),
        Optional.empty(),
        lateReason,
        STAFF);
  }

  private void advance(DisputeId id, AdvanceDispute.Step step) {
    done(
        at(
            closed.plusDays(1),
            desks -> desks.advance().handle(new AdvanceDispute.Command(id, step, "", STAFF))));
  }

  private DisputeOutcome resolve(DisputeId id, Resolution resolution) {
    return at(
        closed.plusDays(1),
        desks ->
            desks.resolve().handle(new ResolveDispute.Command(id, resolution, "looked at", STAFF)));
  }

  private DisputeOutcome withdraw(DisputeId id, CustomerId by) {
    return at(
        closed.plusDays(1),
        desks ->
            desks
                .withdraw()
                .handle(new WithdrawDispute.Command(id, Optional.of(by), Optional.empty(), STAFF)));
  }

  private AddEvidence.Outcome evidence(DisputeId id, byte[] content) {
    return at(
        closed.plusDays(1),
        desks ->
            desks.evidence().handle(new AddEvidence.Command(id, "receipt.pdf", content, STAFF)));
  }

  private String letter(DisputeId id, LetterKind kind) {
    return new String(
        at(closed, desks -> desks.letters().html(id, kind)).orElseThrow(), StandardCharsets.UTF_8);
  }

  private byte[] pdf(DisputeId id) {
    return at(closed, desks -> desks.letters().pdf(id, LetterKind.ACKNOWLEDGEMENT)).orElseThrow();
  }

  private static <T> T at(LocalDate today, Function<DisputeDesks, T> work) {
    return TestDatabase.inTransaction(database -> work.apply(new DisputeDesks(database, today)));
  }

  private static DisputeView done(DisputeOutcome outcome) {
    return assertInstanceOf(DisputeOutcome.Done.class, outcome).dispute();
  }

  private List<String> states(DisputeId id) {
    return at(closed, desks -> desks.disputes().steps(id)).stream()
        .map(step -> step.state().code())
        .toList();
  }

  private void closeUntil(LocalDate last) {
    while (closed.isBefore(last)) {
      closed = closed.plusDays(1);
      var day = closed;
      var unclosed =
          TestDatabase.inTransaction(
              database ->
                  Closes.on(database)
                      .handle(new CloseAccounts.Command(day, cutOff(), List.of(account))));
      assertEquals(List.of(), unclosed);
    }
  }

  /** As a day close fixes it. */
  private static long cutOff() {
    return TestDatabase.autoCommitting()
        .first(
            """
            select greatest(0, max(sequence), (select max(sequence) from disputed_amount)) as last from journal_entry
            """,
            row -> row.number("last"))
        .orElseThrow();
  }

  private TransactionId post(long minor) {
    var posting =
        Posting.of(
            UUID.randomUUID().toString(),
            PostingKind.PURCHASE,
            account,
            Money.usd(minor),
            START,
            Instant.EPOCH,
            "Corner Shop",
            "api");
    TestDatabase.inTransaction(database -> AccountBooks.on(database).post(posting));
    return posting.id();
  }

  private long balance() {
    var stored =
        count(
            "select posted_balance_minor as number from credit_account where id = ?::uuid",
            account.value());
    long booked =
        TestDatabase.inTransaction(database -> Journals.on(database).balanceMinor(account.value()));
    assertEquals(stored, booked);
    return stored;
  }

  /** What a dispute left on a general ledger account. */
  private static long ledger(String code, DisputeId id) {
    return count(
        """
        select coalesce(sum(l.amount_minor), 0) as number from journal_line l join journal_entry e on e.id = l.entry_id
        where l.gl_account = '%s' and e.natural_key like 'dispute:' || ? || ':%%'
        """
            .formatted(code),
        id);
  }

  private long tape(String column) {
    return TestDatabase.autoCommitting()
        .first(
            "select * from account_day where account_id = ? order by day desc limit 1",
            row -> row.number(column),
            account.value())
        .orElseThrow();
  }

  private static long count(String sql, Object argument) {
    return TestDatabase.autoCommitting()
        .first(
            sql,
            row -> row.number("number"),
            argument instanceof DisputeId id ? id.toString() : argument)
        .orElseThrow();
  }

  private AccountId anAccount() {
    var id = AccountId.create();
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_account (id, customer_id, product_code, currency, credit_limit_minor, cash_limit_minor,
              cycle_day, opened_on) values (?, ?, 'classic', 'USD', 500000, 100000, 5, ?)
            """,
            id.value(),
            owner.value(),
            START);
    return id;
  }
}

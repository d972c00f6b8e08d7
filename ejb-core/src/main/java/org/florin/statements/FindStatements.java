package org.florin.statements;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.kernel.StatementId;
import org.florin.ledger.Journal;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.tape.AccountDay;
import org.florin.statements.tape.AccountDayPolicy;
import org.florin.statements.tape.DayPostings;

/** Reads statements, the daily tape, and what an account must pay. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindStatements {

  /** Later than any statement or day. */
  public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  @Inject Statements statements;
  @Inject Tape tape;
  @Inject BillingFacts billing;
  @Inject DisputedAmounts disputed;
  @Inject ReturnedPayments returned;
  @Inject StatementSettings settings;
  @Inject BusinessClock clock;

  /** An account with its latest day and what happened since. */
  private record Present(
      BillingFacts.Account account, AccountDay evening, DayPostings since, AccountDay now) {}

  public Optional<StatementView> byId(StatementId id) {
    return statements.find(id);
  }

  /** Statements that closed before a day, newest first. */
  public List<StatementView> ofAccount(AccountId account, LocalDate before, int countMax) {
    return statements.ofAccount(account, before, countMax);
  }

  /** Closing date of the first statement that shows a booked posting; empty before there is one. */
  public Optional<LocalDate> firstShowing(Journal.Booked booked) {
    return statements.firstShowing(booked);
  }

  /** Accounts in credit now and at the end of each day from one to another, in id order. */
  public List<AccountId> inCreditSince(LocalDate from, LocalDate until, int countMax) {
    return tape.inCreditSince(from, until, countMax);
  }

  /** Days of the tape before a day, newest first. */
  public List<TapeRow> days(AccountId account, LocalDate before, int countMax) {
    return tape.page(account, before, countMax);
  }

  /** What the account must pay; empty if there is no such account. */
  public Optional<AccountStanding> standing(AccountId account) {
    return present(account).map(this::standing);
  }

  private AccountStanding standing(Present present) {
    var currency = present.account().currency();
    var now = present.now().standing();
    var today = clock.businessDate();
    return new AccountStanding(
        now.statement()
            .map(
                last ->
                    new AccountStanding.Latest(
                        last.closedOn(),
                        last.dueOn(),
                        Money.of(last.balanceMinor(), currency),
                        Money.of(last.disputedMinor(), currency),
                        Money.of(now.settledMinor(), currency))),
        Money.of(DelinquencyPolicy.requiredMinor(now.dues()), currency),
        Money.of(DelinquencyPolicy.pastDueMinor(now.dues(), today), currency),
        Money.of(present.now().disputedMinor(), currency),
        now.daysPastDue(today),
        now.isInGrace(today));
  }

  /**
   * What a payment of now would pay; empty if there is no such account.
   *
   * @param amountMinor above 0, in minor units of the account's currency
   */
  public Optional<PaymentPreview> preview(AccountId account, long amountMinor) {
    return present(account).map(present -> preview(present, amountMinor));
  }

  private static PaymentPreview preview(Present present, long amountMinor) {
    var currency = present.account().currency();
    var allocation =
        AccountDayPolicy.preview(
            present.evening(), present.since(), present.account().terms(), amountMinor);
    var required =
        Math.min(amountMinor, DelinquencyPolicy.requiredMinor(present.now().standing().dues()));
    return new PaymentPreview(
        Money.of(required, currency),
        present.now().segments().stream()
            .filter(segment -> segment.balanceMinor() > 0)
            .map(
                segment -> {
                  var paid = allocation.paid().getOrDefault(segment.key(), 0L);
                  return new PaymentPreview.Part(
                      segment.key(),
                      segment.rate(),
                      Money.of(segment.balanceMinor(), currency),
                      Money.of(paid, currency),
                      Money.of(segment.balanceMinor() - paid, currency));
                })
            .toList(),
        Money.of(allocation.leftMinor(), currency));
  }

  private Optional<Present> present(AccountId id) {
    return billing.accounts(List.of(id)).stream()
        .findFirst()
        .map(
            account -> {
              var row = Optional.ofNullable(tape.latest(List.of(id)).get(id));
              var evening =
                  row.map(TapeRow::day).orElseGet(() -> AccountDay.before(clock.businessDate()));
              var window =
                  new BillingFacts.Window(id, row.map(TapeRow::cutOff).orElse(0L), Long.MAX_VALUE);
              var since =
                  PostingSumsPolicy.sums(
                          billing.postings(List.of(window)).getOrDefault(id, List.of()),
                          settings.homeCountry())
                      .with(disputed.changes(List.of(window)).getOrDefault(id, List.of()))
                      .returning(returned.in(List.of(window)).getOrDefault(id, List.of()));
              return new Present(
                  account, evening, since, AccountDayPolicy.apply(evening, since, account.terms()));
            });
  }
}

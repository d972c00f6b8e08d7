package org.florin.autopay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.PaymentId;
import org.florin.payments.Rail;
import org.florin.platform.sql.Database;

/** The store of plans and what was ordered for them. */
@ApplicationScoped
class Autopays {

  @Inject Database database;

  Optional<AutopayPlan> find(AccountId account) {
    return database.first(
        "select * from autopay where account_id = ?", Autopays::plan, account.value());
  }

  void set(AccountId account, AutopayPlan plan) {
    database.update(
        """
        insert into autopay (account_id, choice, fixed_minor, rail, method) values (?, ?, ?, ?, ?)
        on conflict (account_id) do update set choice = excluded.choice, fixed_minor = excluded.fixed_minor,
          rail = excluded.rail, method = excluded.method
        """,
        account.value(),
        plan.choice().code(),
        plan.fixedMinor(),
        plan.rail().code(),
        plan.method());
  }

  void remove(AccountId account) {
    database.update("delete from autopay where account_id = ?", account.value());
  }

  /** Accounts with a plan whose statement is due on the date and has no order yet, in id order. */
  List<AccountId> due(LocalDate dueOn, int countMax) {
    return database.list(
        """
        select p.account_id from account_statement s join autopay p on p.account_id = s.account_id
        where s.due_on = ? and not exists (
          select 1 from autopay_order o where o.account_id = s.account_id and o.due_on = s.due_on)
        order by p.account_id limit ?
        """,
        row -> new AccountId(row.uuid("account_id")),
        dueOn,
        countMax);
  }

  void ordered(AccountId account, LocalDate dueOn, Optional<PaymentId> payment) {
    database.update(
        "insert into autopay_order (account_id, due_on, payment_id) values (?, ?, ?)",
        account.value(),
        dueOn,
        payment.map(PaymentId::value));
  }

  /** An automatic payment that was refused for lack of funds. */
  record Refused(AccountId account, LocalDate dueOn, PaymentId payment) {}

  /** Refused for lack of funds, due behind the date, and no second try is announced. */
  List<Refused> refused(LocalDate day, int countMax) {
    return database.list(
        """
        select o.account_id, o.due_on, o.payment_id from autopay_order o join payment p on p.id = o.payment_id
          join autopay a on a.account_id = o.account_id
        where o.due_on > ? and o.retry_on is null and p.status in ('failed', 'returned')
          and p.failure_code in ('insufficient_funds', 'R01', 'R09')
        order by o.account_id limit ?
        """,
        Autopays::refused,
        day,
        countMax);
  }

  void announce(Refused refused, LocalDate retryOn) {
    database.update(
        "update autopay_order set retry_on = ? where account_id = ? and due_on = ?",
        retryOn,
        refused.account().value(),
        refused.dueOn());
  }

  /** Accounts whose second try is announced for the date or before and not made yet. */
  List<Refused> toRetry(LocalDate day, int countMax) {
    return database.list(
        """
        select o.account_id, o.due_on, o.payment_id from autopay_order o join autopay a on a.account_id = o.account_id
        where o.retry_on <= ? and o.retry_payment_id is null order by o.account_id limit ?
        """,
        Autopays::refused,
        day,
        countMax);
  }

  /**
   * @param second the second payment; the first one stands in where nothing was owed any more
   */
  void retried(Refused refused, PaymentId second) {
    database.update(
        "update autopay_order set retry_payment_id = ? where account_id = ? and due_on = ?",
        second.value(),
        refused.account().value(),
        refused.dueOn());
  }

  private static Refused refused(Database.Row row) throws SQLException {
    return new Refused(
        new AccountId(row.uuid("account_id")),
        row.date("due_on"),
        new PaymentId(row.uuid("payment_id")));
  }

  private static AutopayPlan plan(Database.Row row) throws SQLException {
    var choice = AutopayChoice.ofCode(row.text("choice"));
    return new AutopayPlan(
        choice,
        choice == AutopayChoice.FIXED ? Optional.of(row.number("fixed_minor")) : Optional.empty(),
        Rail.ofCode(row.text("rail")),
        row.text("method"));
  }
}

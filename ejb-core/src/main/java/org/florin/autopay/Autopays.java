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

  private static AutopayPlan plan(Database.Row row) throws SQLException {
    var choice = AutopayChoice.ofCode(row.text("choice"));
    return new AutopayPlan(
        choice,
        choice == AutopayChoice.FIXED ? Optional.of(row.number("fixed_minor")) : Optional.empty(),
        Rail.ofCode(row.text("rail")),
        row.text("method"));
  }
}

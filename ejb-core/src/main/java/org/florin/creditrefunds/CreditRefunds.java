package org.florin.creditrefunds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.CreditRefundId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;

/** The store of credit balances that are paid back. */
@ApplicationScoped
class CreditRefunds {

  @Inject Database database;

  void add(CreditRefundView refund, Instant now) {
    database.update(
        """
        insert into credit_refund (id, account_id, amount_minor, currency, origin, ordered_on, pay_by, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        refund.id().value(),
        refund.account().value(),
        refund.amount().minor(),
        refund.amount().currency().code(),
        refund.origin().code(),
        refund.orderedOn(),
        refund.payBy(),
        now);
  }

  /** Notes that the money was sent; empty if it was sent before or is unknown. */
  Optional<CreditRefundView> sent(CreditRefundId id, LocalDate day, String reference) {
    return database.first(
        "update credit_refund set sent_on = ?, reference = ? where id = ? and sent_on is null returning *",
        CreditRefunds::view,
        day,
        reference,
        id.value());
  }

  List<CreditRefundView> ofAccount(AccountId account, int countMax) {
    return database.list(
        "select * from credit_refund where account_id = ? order by id desc limit ?",
        CreditRefunds::view,
        account.value(),
        countMax);
  }

  List<CreditRefundView> open(int countMax) {
    return database.list(
        "select * from credit_refund where sent_on is null order by pay_by, id limit ?",
        CreditRefunds::view,
        countMax);
  }

  private static CreditRefundView view(Database.Row row) throws SQLException {
    return new CreditRefundView(
        new CreditRefundId(row.uuid("id")),
        new AccountId(row.uuid("account_id")),
        Money.of(row.number("amount_minor"), row.text("currency")),
        CreditRefundOrigin.ofCode(row.text("origin")),
        row.date("ordered_on"),
        row.date("pay_by"),
        row.optionalDate("sent_on"),
        row.optionalText("reference"));
  }
}

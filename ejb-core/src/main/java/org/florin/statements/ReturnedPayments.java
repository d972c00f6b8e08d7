package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florin.kernel.AccountId;
import org.florin.platform.sql.Database;
import org.florin.statements.delinquency.DelinquencyPolicy;
import org.florin.statements.delinquency.Due;
import org.florin.statements.tape.ReturnedPayment;

/**
 * Payments that came back, with what they had paid: told by the tape of the day they counted on. A
 * payment that comes back before any day took it into account has paid nothing.
 */
@ApplicationScoped
class ReturnedPayments {

  @Inject Database database;

  /** Those that came back in each window, in order. */
  Map<AccountId, List<ReturnedPayment>> in(List<BillingFacts.Window> windows) {
    record Owned(AccountId account, ReturnedPayment payment) {}
    var returned = new HashMap<AccountId, List<ReturnedPayment>>();
    database
        .list(
            """
            select r.account_id, r.amount_minor, paid.day, paid.dues_on, paid.dues_minor,
              evening.dues_on as before_on, evening.dues_minor as before_minor
            from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as wanted(account_id, behind, until)
            join journal_entry r on r.account_id = wanted.account_id and r.kind = 'payment_return'
              and r.sequence > wanted.behind and r.sequence <= wanted.until
            join journal_entry p on p.natural_key = 'payment:' || split_part(r.natural_key, ':', 2)
            cross join lateral (select * from account_day where account_id = r.account_id and cut_off >= p.sequence
              order by day, version desc limit 1) as paid
            join lateral (select * from account_day where account_id = r.account_id and day = paid.day - 1
              order by version desc limit 1) as evening on true
            order by r.sequence
            """,
            row -> new Owned(new AccountId(row.uuid("account_id")), payment(row)),
            windows.stream().map(window -> window.account().value()).toList(),
            windows.stream().map(BillingFacts.Window::behind).toList(),
            windows.stream().map(BillingFacts.Window::until).toList())
        .forEach(
            owned ->
                returned
                    .computeIfAbsent(owned.account(), account -> new ArrayList<>())
                    .add(owned.payment()));
    return returned;
  }

  private static ReturnedPayment payment(Database.Row row) throws SQLException {
    var minor = row.number("amount_minor");
    return new ReturnedPayment(
        row.date("day"),
        minor,
        DelinquencyPolicy.paidBy(
            minor,
            dues(row.dates("before_on"), row.numbers("before_minor")),
            dues(row.dates("dues_on"), row.numbers("dues_minor"))));
  }

  private static List<Due> dues(List<LocalDate> dates, List<Long> amounts) {
    var dues = new ArrayList<Due>(dates.size());
    for (var i = 0; i < dates.size(); i++) {
      dues.add(new Due(dates.get(i), amounts.get(i)));
    }
    return dues;
  }
}

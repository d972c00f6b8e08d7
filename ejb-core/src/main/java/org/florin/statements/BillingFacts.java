package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florin.kernel.AccountId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.platform.sql.Database;
import org.florin.products.CreditTerms;
import org.florin.products.FindCreditTerms;
import org.florin.statements.tape.AccountTerms;

/** Reads what days and statements are figured from: terms, limits, postings. */
@ApplicationScoped
class BillingFacts {

  /** Mark of postings that a close makes itself. */
  static final String CLOSE_FLAG = "day_close";

  /** How long the limit of before counts when a limit was lowered (Reg Z 1026.9(c)(2)(v)). */
  private static final int LOWER_LIMIT_NOTICE_DAYS = 45;

  private static final String OVER_LIMIT_OPT_IN = "over_limit_opt_in";

  /**
   * An account as its days are figured.
   *
   * @param currency ISO 4217
   */
  record Account(
      AccountId id,
      String currency,
      long creditLimitMinor,
      long cashLimitMinor,
      AccountTerms terms) {}

  /** Postings of an account by their place in the order of booking: behind one, up to the other. */
  record Window(AccountId account, long behind, long until) {}

  /** Charges of an account by their dates: behind the first, before the last. */
  record ChargeWindow(AccountId account, LocalDate behind, LocalDate before) {}

  private record AccountRow(
      AccountId id,
      String product,
      String currency,
      long creditLimitMinor,
      long cashLimitMinor,
      long feeLimitMinor,
      LocalDate openedOn,
      int cycleDay,
      boolean overLimitOptIn) {}

  @Inject Database database;
  @Inject AccountRates rates;
  @Inject FindCreditTerms products;

  /** The accounts as they are now, in id order. */
  List<Account> accounts(Collection<AccountId> ids) {
    var values = ids.stream().map(AccountId::value).toList();
    var promotions = rates.promotions(values);
    var caps = rates.caps(values);
    var terms = new HashMap<String, List<CreditTerms>>();
    return database
        .list(
            """
            select account.*, greatest(account.credit_limit_minor, (
              select max(change.previous_minor) from credit_limit_change change
              where change.account_id = account.id and change.changed_on > bank.business_date - ?)) as fee_limit_minor
            from credit_account account cross join bank
            where account.id = any(?::uuid[]) order by account.id
            """,
            BillingFacts::row,
            LOWER_LIMIT_NOTICE_DAYS,
            values)
        .stream()
        .map(
            row ->
                new Account(
                    row.id(),
                    row.currency(),
                    row.creditLimitMinor(),
                    row.cashLimitMinor(),
                    new AccountTerms(
                        terms.computeIfAbsent(row.product(), products::ofProduct),
                        promotions.getOrDefault(row.id(), List.of()),
                        caps.getOrDefault(row.id(), List.of()),
                        row.openedOn(),
                        row.cycleDay(),
                        row.feeLimitMinor(),
                        row.overLimitOptIn())))
        .toList();
  }

  /** What was booked in each window, in order, without the charges of closes. */
  Map<AccountId, List<BookedLine>> postings(List<Window> windows) {
    return byAccount(
        """
        select e.* from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as wanted(account_id, behind, until)
        join journal_entry e on e.account_id = wanted.account_id
          and e.sequence > wanted.behind and e.sequence <= wanted.until
        where not (? = any(e.flags)) order by e.sequence
        """,
        windows.stream().map(window -> window.account().value()).toList(),
        windows.stream().map(Window::behind).toList(),
        windows.stream().map(Window::until).toList(),
        CLOSE_FLAG);
  }

  /** What closes charged in each window, in order. */
  Map<AccountId, List<BookedLine>> charges(List<ChargeWindow> windows) {
    return byAccount(
        """
        select e.* from unnest(?::uuid[], ?::date[], ?::date[]) as wanted(account_id, behind, before)
        join journal_entry e on e.account_id = wanted.account_id
          and e.booked_on > wanted.behind and e.booked_on < wanted.before
        where ? = any(e.flags) order by e.sequence
        """,
        windows.stream().map(window -> window.account().value()).toList(),
        windows.stream().map(ChargeWindow::behind).toList(),
        windows.stream().map(ChargeWindow::before).toList(),
        CLOSE_FLAG);
  }

  private Map<AccountId, List<BookedLine>> byAccount(String sql, Object... arguments) {
    record Owned(AccountId account, BookedLine line) {}
    var lines = new HashMap<AccountId, List<BookedLine>>();
    database
        .list(sql, row -> new Owned(new AccountId(row.uuid("account_id")), line(row)), arguments)
        .forEach(
            owned ->
                lines.computeIfAbsent(owned.account(), key -> new ArrayList<>()).add(owned.line()));
    return lines;
  }

  private static BookedLine line(Database.Row row) throws SQLException {
    return new BookedLine(
        new TransactionId(row.uuid("id")),
        PostingKind.ofCode(row.text("kind")),
        row.number("amount_minor"),
        row.date("booked_on"),
        row.text("description"),
        row.optionalText("merchant_country"),
        row.texts("flags").contains(Posting.NO_FEE));
  }

  private static AccountRow row(Database.Row row) throws SQLException {
    return new AccountRow(
        new AccountId(row.uuid("id")),
        row.text("product_code"),
        row.text("currency"),
        row.number("credit_limit_minor"),
        row.number("cash_limit_minor"),
        row.number("fee_limit_minor"),
        row.date("opened_on"),
        row.integer("cycle_day"),
        row.texts("flags").contains(OVER_LIMIT_OPT_IN));
  }
}

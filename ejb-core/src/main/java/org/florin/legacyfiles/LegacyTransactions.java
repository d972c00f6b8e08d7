package org.florin.legacyfiles;

import static org.florin.legacyfiles.ImportRuns.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.JobId;
import org.florin.kernel.Money;
import org.florin.platform.sql.Database;

/** Daily transactions by their legacy ids, and the accounts they are judged against. */
@ApplicationScoped
class LegacyTransactions {

  /** A transaction that was placed before, or is about to be. */
  @SuppressWarnings("ArrayRecordComponent")
  record Placed(
      String externalId,
      byte[] digest,
      long amountMinor,
      String accountNumber,
      Optional<RejectReason> verdict,
      Optional<UUID> transaction) {}

  /** An account as both books have it. */
  record JudgedAccount(
      String number,
      AccountId id,
      MainframeCycle cycle,
      LocalDate expiresOn,
      Money balance,
      Money creditLimit) {}

  @Inject Database database;

  Map<String, Placed> placed(String system, List<String> externalIds) {
    Map<String, Placed> found = new HashMap<>();
    database.list(
        "select * from legacy_transaction where system = ? and external_id = any(?::text[])",
        row -> found.put(row.text("external_id"), placed(row)),
        system,
        externalIds);
    return found;
  }

  private static Placed placed(Database.Row row) throws SQLException {
    int verdict = row.integer("verdict");
    return new Placed(
        row.text("external_id"),
        row.bytes("digest"),
        row.number("amount_minor"),
        row.text("account_number"),
        verdict == 0 ? Optional.empty() : Optional.of(RejectReason.ofNumber(verdict)),
        row.optionalUuid("transaction_id"));
  }

  /** The accounts, locked in the mainframe's book; Florin's own rows are locked by the caller. */
  Map<String, JudgedAccount> accounts(String system, Collection<String> numbers) {
    Map<String, JudgedAccount> found = new HashMap<>();
    database.list(
        """
        select l.*, c.currency, c.posted_balance_minor, c.credit_limit_minor as own_limit_minor
        from legacy_account l join credit_account c on c.id = l.account_id
        where l.system = ? and l.account_number = any(?::text[]) order by l.account_id for update of l
        """,
        row -> found.put(row.text("account_number"), account(row)),
        system,
        List.copyOf(numbers));
    return found;
  }

  private static JudgedAccount account(Database.Row row) throws SQLException {
    LocalDate expiresOn = row.date("expires_on");
    return new JudgedAccount(
        row.text("account_number"),
        new AccountId(row.uuid("account_id")),
        new MainframeCycle(
            row.number("balance_minor"),
            row.number("credit_limit_minor"),
            row.number("cycle_credit_minor"),
            row.number("cycle_debit_minor"),
            expiresOn.toString()),
        expiresOn,
        Money.of(row.number("posted_balance_minor"), row.text("currency")),
        Money.of(row.number("own_limit_minor"), row.text("currency")));
  }

  /** Writes placed transactions; one that was placed without posting gets its posting. */
  void write(String system, List<Placed> items, JobId run) {
    if (items.isEmpty()) {
      return;
    }
    database.update(
        """
        insert into legacy_transaction as kept (system, external_id, digest, amount_minor, account_number, verdict,
          transaction_id, run_id)
        select ?, id, digest, amount, account, verdict, posting, ?
        from unnest(?::text[], ?::bytea[], ?::bigint[], ?::text[], ?::int[], ?::uuid[])
          as item(id, digest, amount, account, verdict, posting)
        on conflict (system, external_id) do update set transaction_id = excluded.transaction_id,
          account_number = excluded.account_number
        where kept.transaction_id is null
        """,
        system,
        run.value(),
        column(items, Placed::externalId),
        column(items, Placed::digest),
        column(items, Placed::amountMinor),
        column(items, Placed::accountNumber),
        column(items, item -> item.verdict().map(RejectReason::number).orElse(0)),
        column(items, Placed::transaction));
  }

  /** Stores what the mainframe's accounts have come to. */
  void writeCycles(String system, Map<String, MainframeCycle> cycles) {
    if (cycles.isEmpty()) {
      return;
    }
    List<Map.Entry<String, MainframeCycle>> items = List.copyOf(cycles.entrySet());
    database.update(
        """
        update legacy_account set balance_minor = item.balance, cycle_credit_minor = item.credit,
          cycle_debit_minor = item.debit
        from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) as item(number, balance, credit, debit)
        where system = ? and account_number = item.number
        """,
        column(items, Map.Entry::getKey),
        column(items, item -> item.getValue().balanceMinor()),
        column(items, item -> item.getValue().cycleCreditMinor()),
        column(items, item -> item.getValue().cycleDebitMinor()),
        system);
  }

  /** Adds to the mainframe's category balances, keyed by account, type and category. */
  void addToCategories(String system, Map<List<String>, Long> amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    List<Map.Entry<List<String>, Long>> items = List.copyOf(amounts.entrySet());
    database.update(
        """
        insert into legacy_category_balance as kept (system, account_number, type_code, category_code, balance_minor)
        select ?, item.* from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
          as item(account, type, category, amount)
        on conflict (system, account_number, type_code, category_code)
        do update set balance_minor = kept.balance_minor + excluded.balance_minor
        """,
        system,
        column(items, item -> item.getKey().get(0)),
        column(items, item -> item.getKey().get(1)),
        column(items, item -> item.getKey().get(2)),
        column(items, Map.Entry::getValue));
  }
}

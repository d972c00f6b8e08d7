package org.florin.legacyfiles;

import static org.florin.legacyfiles.ImportRuns.column;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.kernel.AccountId;
import org.florin.kernel.CardId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.JobId;
import org.florin.platform.sql.Database;

/** Master and reference records of legacy systems by their natural keys. */
@ApplicationScoped
class LegacyRecords {

  /** A line of the cross reference. */
  record Reference(String customerNumber, String accountNumber, Optional<CardId> card) {}

  @Inject Database database;

  /** Claims natural keys for ever; answers those that were free. */
  Set<String> claim(
      String system, FileKind kind, List<String> keys, List<String> attributes, JobId run) {
    return new HashSet<>(
        database.list(
            """
            insert into legacy_record (system, kind, record_key, attributes, run_id)
            select ?, ?, key, attributes, ? from unnest(?::text[], ?::text[]) as item(key, attributes)
            on conflict do nothing returning record_key
            """,
            row -> row.text("record_key"),
            system,
            kind.code(),
            run.value(),
            keys,
            attributes));
  }

  /** The attributes that records had when they were taken in, by key. */
  Map<String, String> attributes(String system, FileKind kind, Collection<String> keys) {
    Map<String, String> found = new HashMap<>();
    database.list(
        "select record_key, attributes from legacy_record where system = ? and kind = ? and record_key = any(?::text[])",
        row -> found.put(row.text("record_key"), row.text("attributes")),
        system,
        kind.code(),
        List.copyOf(keys));
    return found;
  }

  void addTypes(String system, List<LegacyRecord.TransactionType> types) {
    database.update(
        """
        insert into legacy_transaction_type (system, code, description)
        select ?, type.* from unnest(?::text[], ?::text[]) as type
        """,
        system,
        column(types, LegacyRecord.TransactionType::code),
        column(types, LegacyRecord.TransactionType::description));
  }

  void addCategories(String system, List<LegacyRecord.TransactionCategory> categories) {
    database.update(
        """
        insert into legacy_transaction_category (system, type_code, category_code, description)
        select ?, category.* from unnest(?::text[], ?::text[], ?::text[]) as category
        """,
        system,
        column(categories, LegacyRecord.TransactionCategory::type),
        column(categories, LegacyRecord.TransactionCategory::category),
        column(categories, LegacyRecord.TransactionCategory::description));
  }

  void addDisclosureGroups(String system, List<LegacyRecord.DisclosureGroup> groups) {
    database.update(
        """
        insert into legacy_disclosure_group (system, group_id, type_code, category_code, rate_hundredths)
        select ?, disclosed.* from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as disclosed
        """,
        system,
        column(groups, LegacyRecord.DisclosureGroup::group),
        column(groups, LegacyRecord.DisclosureGroup::type),
        column(groups, LegacyRecord.DisclosureGroup::category),
        column(groups, LegacyRecord.DisclosureGroup::rateHundredths));
  }

  void addCategoryBalances(String system, List<LegacyRecord.CategoryBalance> balances) {
    database.update(
        """
        insert into legacy_category_balance as kept (system, account_number, type_code, category_code, balance_minor)
        select ?, balance.* from unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) as balance
        on conflict (system, account_number, type_code, category_code)
        do update set balance_minor = kept.balance_minor + excluded.balance_minor
        """,
        system,
        column(balances, LegacyRecord.CategoryBalance::account),
        column(balances, LegacyRecord.CategoryBalance::type),
        column(balances, LegacyRecord.CategoryBalance::category),
        column(balances, LegacyRecord.CategoryBalance::balanceMinor));
  }

  void addCustomers(String system, Map<String, CustomerId> ids) {
    List<Map.Entry<String, CustomerId>> items = List.copyOf(ids.entrySet());
    database.update(
        """
        insert into legacy_customer (system, customer_number, customer_id)
        select ?, customer.* from unnest(?::text[], ?::uuid[]) as customer
        """,
        system,
        column(items, Map.Entry::getKey),
        column(items, item -> item.getValue().value()));
  }

  void addAccounts(String system, List<LegacyRecord.Account> accounts, List<AccountId> ids) {
    database.update(
        """
        insert into legacy_account (system, account_number, account_id, group_id, balance_minor, credit_limit_minor,
          cycle_credit_minor, cycle_debit_minor, expires_on)
        select ?, account.* from unnest(?::text[], ?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
          ?::bigint[], ?::date[]) as account
        """,
        system,
        column(accounts, LegacyRecord.Account::number),
        column(ids, AccountId::value),
        column(accounts, LegacyRecord.Account::group),
        column(accounts, LegacyRecord.Account::balanceMinor),
        column(accounts, LegacyRecord.Account::creditLimitMinor),
        column(accounts, LegacyRecord.Account::cycleCreditMinor),
        column(accounts, LegacyRecord.Account::cycleDebitMinor),
        column(accounts, LegacyRecord.Account::expiresOn));
  }

  void addReferences(
      String system, List<byte[]> panIndexes, List<LegacyRecord.CrossReference> references) {
    database.update(
        """
        insert into legacy_card (system, pan_index, customer_number, account_number)
        select ?, reference.* from unnest(?::bytea[], ?::text[], ?::text[]) as reference
        """,
        system,
        panIndexes,
        column(references, LegacyRecord.CrossReference::customer),
        column(references, LegacyRecord.CrossReference::account));
  }

  void linkCards(String system, List<byte[]> panIndexes, List<CardId> cards) {
    database.update(
        """
        update legacy_card set card_id = linked.id
        from unnest(?::bytea[], ?::uuid[]) as linked(pan_index, id)
        where system = ? and legacy_card.pan_index = linked.pan_index
        """,
        panIndexes,
        column(cards, CardId::value),
        system);
  }

  /** Cross references by the hexadecimal form of the card's index. */
  Map<String, Reference> references(String system, List<byte[]> panIndexes) {
    Map<String, Reference> found = new HashMap<>();
    database.list(
        "select * from legacy_card where system = ? and pan_index = any(?::bytea[])",
        row ->
            found.put(
                HexFormat.of().formatHex(row.bytes("pan_index")),
                new Reference(
                    row.text("customer_number"),
                    row.text("account_number"),
                    row.optionalUuid("card_id").map(CardId::new))),
        system,
        panIndexes);
    return found;
  }

  /** The customer number each account belongs to: that of its first card. */
  Map<String, String> ownersOfAccounts(String system, List<String> accountNumbers) {
    Map<String, String> found = new HashMap<>();
    database.list(
        """
        select account_number, min(customer_number) as customer_number from legacy_card
        where system = ? and account_number = any(?::text[]) group by account_number
        """,
        row -> found.put(row.text("account_number"), row.text("customer_number")),
        system,
        accountNumbers);
    return found;
  }

  Map<String, CustomerId> customers(String system, Collection<String> numbers) {
    Map<String, CustomerId> found = new HashMap<>();
    database.list(
        "select customer_number, customer_id from legacy_customer where system = ? and customer_number = any(?::text[])",
        row -> found.put(row.text("customer_number"), new CustomerId(row.uuid("customer_id"))),
        system,
        List.copyOf(numbers));
    return found;
  }

  Map<String, AccountId> accounts(String system, Collection<String> numbers) {
    Map<String, AccountId> found = new HashMap<>();
    database.list(
        "select account_number, account_id from legacy_account where system = ? and account_number = any(?::text[])",
        row -> found.put(row.text("account_number"), new AccountId(row.uuid("account_id"))),
        system,
        List.copyOf(numbers));
    return found;
  }
}

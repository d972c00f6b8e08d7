package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.accounts.AccountBook;
import org.florin.accounts.OpenAccount;
import org.florin.accounts.OpenAccounts;
import org.florin.accounts.SuspendAccount;
import org.florin.cards.CardVault;
import org.florin.cards.TakeOverCards;
import org.florin.customers.PersonalDataVault;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.customers.TakeOverCustomers;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CardId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyRecords.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Takes in customers, accounts, cards and reference data. A natural key that is known keeps what it
 * was taken in with; attributes that differ are listed.
 */
@ApplicationScoped
class MasterDataDesk {

  private static final String KEPT =
      "the record was taken in before with another value, which is kept";

  private static final Actor IMPORT = new Actor("import", "batch");
  private static final int CYCLE_DAY_MAX = 28;
  private static final ValueRange EXPIRY_YEARS = ValueRange.of(2000, 2199);

  /** A record on its way in, with the key it is claimed under. */
  private record Entry(
      Reading.Read read, String claim, Map<String, String> attributes, Optional<Owner> owner) {}

  /** Whom a record of an account or a card belongs to. */
  private record Owner(CustomerId customer, Optional<AccountId> account) {}

  @Inject LegacyRecords records;
  @Inject CardVault cardVault;
  @Inject PersonalDataVault personalDataVault;
  @Inject TakeOverCustomers takeOverCustomers;
  @Inject OpenAccounts openAccounts;
  @Inject SuspendAccount suspendAccount;
  @Inject TakeOverCards takeOverCards;
  @Inject AccountBook book;
  @Inject BusinessClock clock;
  @Inject LegacyFilesSettings settings;

  @Transactional(Transactional.TxType.MANDATORY)
  void takeIn(ImportChunk chunk, List<Reading.Read> reads) {
    Map<String, Entry> first = new LinkedHashMap<>();
    List<Entry> repeated = new ArrayList<>();
    for (Entry entry : placed(chunk, reads)) {
      if (first.putIfAbsent(entry.claim(), entry) != null) {
        repeated.add(entry);
      }
    }
    List<Entry> entries = List.copyOf(first.values());
    String system = chunk.file().system();
    Set<String> free =
        records.claim(
            system,
            chunk.file().kind(),
            ImportRuns.column(entries, Entry::claim),
            ImportRuns.column(entries, entry -> RecordAttributes.json(entry.attributes())),
            chunk.run());
    Map<String, String> kept = records.attributes(system, chunk.file().kind(), first.keySet());
    List<Entry> added = new ArrayList<>();
    for (Entry entry : entries) {
      if (free.contains(entry.claim())) {
        added.add(entry);
        chunk.added(entry.read().item());
      } else {
        compare(chunk, entry, kept);
      }
    }
    if (!added.isEmpty()) {
      add(system, chunk.file().kind(), added);
    }
    repeated.forEach(entry -> compare(chunk, entry, kept));
  }

  private void compare(ImportChunk chunk, Entry entry, Map<String, String> kept) {
    Map<String, String> before = RecordAttributes.parse(kept.getOrDefault(entry.claim(), "{}"));
    boolean differs = false;
    for (Map.Entry<String, String> attribute : entry.attributes().entrySet()) {
      String was = before.getOrDefault(attribute.getKey(), "");
      if (!was.equals(attribute.getValue())) {
        differs = true;
        chunk.differs(
            entry.read().line(),
            chunk.file().kind().code() + " " + entry.read().item().key(),
            attribute.getKey(),
            "kept " + shown(was),
            "received " + shown(attribute.getValue()),
            KEPT);
      }
    }
    if (differs) {
      chunk.differing();
    } else {
      chunk.unchanged(entry.read().item());
    }
  }

  private static String shown(String value) {
    return value.startsWith(DIGEST_MARK) ? "a sealed value" : value;
  }

  private static final String DIGEST_MARK = "#";

  private String digest(String field, String value) {
    byte[] index = personalDataVault.indexOf("legacy." + field, value);
    return DIGEST_MARK + HexFormat.of().formatHex(index, 0, Math.min(8, index.length));
  }

  /** The entries of which it is known whom they belong to; the others go to suspense. */
  private List<Entry> placed(ImportChunk chunk, List<Reading.Read> reads) {
    return switch (chunk.file().kind()) {
      case ACCOUNTS -> accounts(chunk, reads);
      case CARDS -> cards(chunk, reads);
      case CROSS_REFERENCES ->
          ImportRuns.column(
              reads,
              read ->
                  entry(
                      read,
                      index(((LegacyRecord.CrossReference) read.item()).pan()),
                      Optional.empty()));
      case TRANSACTION_TYPES,
          TRANSACTION_CATEGORIES,
          DISCLOSURE_GROUPS,
          CUSTOMERS,
          CATEGORY_BALANCES ->
          ImportRuns.column(reads, read -> entry(read, read.item().key(), Optional.empty()));
      case DAILY_TRANSACTIONS ->
          throw new IllegalArgumentException("a transaction is no master record");
    };
  }

  private Entry entry(Reading.Read read, String claim, Optional<Owner> owner) {
    return new Entry(read, claim, RecordAttributes.of(read.item(), this::digest), owner);
  }

  private String index(String pan) {
    return HexFormat.of().formatHex(cardVault.indexOf(pan));
  }

  private List<Entry> accounts(ImportChunk chunk, List<Reading.Read> reads) {
    String system = chunk.file().system();
    Map<String, String> owners =
        records.ownersOfAccounts(system, ImportRuns.column(reads, read -> read.item().key()));
    Map<String, CustomerId> customers = records.customers(system, owners.values());
    List<Entry> entries = new ArrayList<>();
    for (Reading.Read read : reads) {
      CustomerId customer = customers.get(owners.getOrDefault(read.item().key(), ""));
      LegacyRecord.Account account = (LegacyRecord.Account) read.item();
      if (customer == null) {
        chunk.suspend(read, "account-id", "no cross reference names a known customer for it");
      } else if (account.creditLimitMinor() < 0 || account.cashLimitMinor() < 0) {
        chunk.suspend(read, "credit-limit", "a limit is negative");
      } else {
        entries.add(
            entry(read, account.number(), Optional.of(new Owner(customer, Optional.empty()))));
      }
    }
    return entries;
  }

  private List<Entry> cards(ImportChunk chunk, List<Reading.Read> reads) {
    String system = chunk.file().system();
    List<byte[]> indexes =
        ImportRuns.column(
            reads, read -> cardVault.indexOf(((LegacyRecord.Card) read.item()).pan()));
    Map<String, Reference> references = records.references(system, indexes);
    List<Reference> named = List.copyOf(references.values());
    Map<String, CustomerId> customers =
        records.customers(system, ImportRuns.column(named, Reference::customerNumber));
    Map<String, AccountId> accounts =
        records.accounts(system, ImportRuns.column(named, Reference::accountNumber));
    List<Entry> entries = new ArrayList<>();
    for (Reading.Read read : reads) {
      LegacyRecord.Card card = (LegacyRecord.Card) read.item();
      String claim = index(card.pan());
      Reference reference = references.get(claim);
      CustomerId customer = reference == null ? null : customers.get(reference.customerNumber());
      AccountId account = reference == null ? null : accounts.get(reference.accountNumber());
      if (customer == null || account == null) {
        chunk.suspend(read, "card-number", "no cross reference names a known account for it");
      } else if (!EXPIRY_YEARS.isValidIntValue(card.expiresOn().getYear())) {
        chunk.suspend(read, "expiration-date", "no card expires in " + card.expiresOn().getYear());
      } else {
        entries.add(entry(read, claim, Optional.of(new Owner(customer, Optional.of(account)))));
      }
    }
    return entries;
  }

  private void add(String system, FileKind kind, List<Entry> entries) {
    switch (kind) {
      case TRANSACTION_TYPES ->
          records.addTypes(system, items(entries, LegacyRecord.TransactionType.class));
      case TRANSACTION_CATEGORIES ->
          records.addCategories(system, items(entries, LegacyRecord.TransactionCategory.class));
      case DISCLOSURE_GROUPS ->
          records.addDisclosureGroups(system, items(entries, LegacyRecord.DisclosureGroup.class));
      case CATEGORY_BALANCES ->
          records.addCategoryBalances(system, items(entries, LegacyRecord.CategoryBalance.class));
      case CROSS_REFERENCES -> addReferences(system, entries);
      case CUSTOMERS -> addCustomers(system, items(entries, LegacyRecord.Customer.class));
      case ACCOUNTS -> addAccounts(system, entries);
      case CARDS -> addCards(system, entries);
      case DAILY_TRANSACTIONS ->
          throw new IllegalArgumentException("a transaction is no master record");
    }
  }

  private static <T extends LegacyRecord> List<T> items(List<Entry> entries, Class<T> type) {
    return ImportRuns.column(entries, entry -> type.cast(entry.read().item()));
  }

  private void addReferences(String system, List<Entry> entries) {
    List<LegacyRecord.CrossReference> references =
        items(entries, LegacyRecord.CrossReference.class);
    records.addReferences(
        system,
        ImportRuns.column(references, reference -> cardVault.indexOf(reference.pan())),
        references);
  }

  private void addCustomers(String system, List<LegacyRecord.Customer> customers) {
    String prefix = system + ":";
    Map<String, CustomerId> ids =
        takeOverCustomers.handle(
            ImportRuns.column(
                customers,
                customer ->
                    new TakeOverCustomers.Person(prefix + customer.number(), details(customer))));
    Map<String, CustomerId> byNumber = new LinkedHashMap<>();
    ids.forEach((external, id) -> byNumber.put(external.substring(prefix.length()), id));
    records.addCustomers(system, byNumber);
  }

  private static PersonalDetails details(LegacyRecord.Customer customer) {
    return new PersonalDetails(
        customer.firstName(),
        absentIfBlank(customer.middleName()),
        customer.lastName(),
        customer.dateOfBirth().orElse(null),
        absentIfBlank(customer.taxId()),
        null,
        absentIfBlank(customer.phone1()),
        new PostalAddress(
            customer.addressLine1(),
            absentIfBlank(customer.addressLine2()),
            customer.city(),
            absentIfBlank(customer.state()),
            customer.postalCode(),
            customer.country().equals("USA") ? "US" : customer.country()));
  }

  private static @Nullable String absentIfBlank(String text) {
    return text.isBlank() ? null : text;
  }

  private void addAccounts(String system, List<Entry> entries) {
    List<LegacyRecord.Account> accounts = items(entries, LegacyRecord.Account.class);
    List<AccountId> ids =
        openAccounts.handle(ImportRuns.column(entries, entry -> opening(system, entry)));
    records.addAccounts(system, accounts, ids);
    List<Posting> balances = new ArrayList<>();
    for (int position = 0; position < ids.size(); position++) {
      LegacyRecord.Account account = accounts.get(position);
      if (account.balanceMinor() != 0) {
        balances.add(
            Posting.of(
                "opening:" + system + ":" + account.number(),
                PostingKind.OPENING_BALANCE,
                ids.get(position),
                new Money(account.balanceMinor(), CurrencyCode.USD),
                clock.businessDate(),
                clock.now(),
                "Balance taken over from " + system,
                "file"));
      }
    }
    book.post(balances);
    for (int position = 0; position < ids.size(); position++) {
      if (!accounts.get(position).active()) {
        suspendAccount.handle(
            new SuspendAccount.Command(ids.get(position), "not active in " + system, IMPORT));
      }
    }
  }

  private OpenAccount.Command opening(String system, Entry entry) {
    LegacyRecord.Account account = (LegacyRecord.Account) entry.read().item();
    return new OpenAccount.Command(
        entry.owner().orElseThrow().customer(),
        settings.productCode(),
        new Money(account.creditLimitMinor(), CurrencyCode.USD),
        new Money(account.cashLimitMinor(), CurrencyCode.USD),
        Optional.of(new OpenAccount.Origin(system, account.number())),
        account.openedOn(),
        Math.min(account.openedOn().getDayOfMonth(), CYCLE_DAY_MAX));
  }

  private void addCards(String system, List<Entry> entries) {
    List<CardId> ids =
        takeOverCards.handle(
            new TakeOverCards.Command(ImportRuns.column(entries, MasterDataDesk::issued), IMPORT));
    records.linkCards(
        system,
        ImportRuns.column(
            entries, entry -> cardVault.indexOf(((LegacyRecord.Card) entry.read().item()).pan())),
        ids);
  }

  private static TakeOverCards.Issued issued(Entry entry) {
    LegacyRecord.Card card = (LegacyRecord.Card) entry.read().item();
    Owner owner = entry.owner().orElseThrow();
    return new TakeOverCards.Issued(
        owner.account().orElseThrow(),
        owner.customer(),
        card.pan(),
        card.expiresOn().getMonthValue(),
        card.expiresOn().getYear(),
        card.active());
  }
}

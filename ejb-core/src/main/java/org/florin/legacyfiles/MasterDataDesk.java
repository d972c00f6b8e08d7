package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.florin.accounts.AccountBook;
import org.florin.accounts.OpenAccount;
import org.florin.accounts.SuspendAccount;
import org.florin.cards.CardVault;
import org.florin.cards.RegisterCard;
import org.florin.customers.PersonalDataVault;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.customers.RegisterCustomer;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
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

  /** A record on its way in, with the key it is claimed under. */
  private record Entry(
      Reading.Read read, String claim, Map<String, String> attributes, Optional<Owner> owner) {}

  /** Whom a record of an account or a card belongs to. */
  private record Owner(CustomerId customer, Optional<AccountId> account) {}

  @Inject LegacyRecords records;
  @Inject CardVault cardVault;
  @Inject PersonalDataVault personalDataVault;
  @Inject RegisterCustomer registerCustomer;
  @Inject OpenAccount openAccount;
  @Inject SuspendAccount suspendAccount;
  @Inject RegisterCard registerCard;
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
    for (Entry entry : entries) {
      if (free.contains(entry.claim())) {
        add(system, entry);
        chunk.added(entry.read().item());
      } else {
        compare(chunk, entry, kept);
      }
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
      } else {
        entries.add(entry(read, claim, Optional.of(new Owner(customer, Optional.of(account)))));
      }
    }
    return entries;
  }

  private void add(String system, Entry entry) {
    switch (entry.read().item()) {
      case LegacyRecord.TransactionType type -> records.addType(system, type);
      case LegacyRecord.TransactionCategory category -> records.addCategory(system, category);
      case LegacyRecord.DisclosureGroup group -> records.addDisclosureGroup(system, group);
      case LegacyRecord.CategoryBalance balance -> records.addCategoryBalance(system, balance);
      case LegacyRecord.CrossReference reference ->
          records.addReference(system, cardVault.indexOf(reference.pan()), reference);
      case LegacyRecord.Customer customer -> addCustomer(system, customer);
      case LegacyRecord.Account account -> addAccount(system, account, entry.owner().orElseThrow());
      case LegacyRecord.Card card -> addCard(system, card, entry.owner().orElseThrow());
      case LegacyRecord.DailyTransaction daily ->
          throw new IllegalArgumentException("a transaction is no master record");
    }
  }

  private void addCustomer(String system, LegacyRecord.Customer customer) {
    PersonalDetails details =
        new PersonalDetails(
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
    CustomerId id =
        registerCustomer.handle(
            new RegisterCustomer.Command(system + ":" + customer.number(), details));
    records.addCustomer(system, customer.number(), id);
  }

  private static @Nullable String absentIfBlank(String text) {
    return text.isBlank() ? null : text;
  }

  private void addAccount(String system, LegacyRecord.Account account, Owner owner) {
    CurrencyCode currency = CurrencyCode.USD;
    AccountId id =
        openAccount.handle(
            new OpenAccount.Command(
                owner.customer(),
                settings.productCode(),
                new Money(account.creditLimitMinor(), currency),
                new Money(account.cashLimitMinor(), currency),
                Optional.of(new OpenAccount.Origin(system, account.number())),
                account.openedOn(),
                Math.min(account.openedOn().getDayOfMonth(), CYCLE_DAY_MAX)));
    records.addAccount(system, account, id);
    if (account.balanceMinor() != 0) {
      book.post(
          Posting.of(
              "opening:" + system + ":" + account.number(),
              PostingKind.OPENING_BALANCE,
              id,
              new Money(account.balanceMinor(), currency),
              clock.businessDate(),
              clock.now(),
              "Balance taken over from " + system,
              "file"));
    }
    if (!account.active()) {
      suspendAccount.handle(new SuspendAccount.Command(id, "not active in " + system, IMPORT));
    }
  }

  private void addCard(String system, LegacyRecord.Card card, Owner owner) {
    var id =
        registerCard.handle(
            new RegisterCard.Command(
                owner.account().orElseThrow(),
                owner.customer(),
                card.pan(),
                card.expiresOn().getMonthValue(),
                card.expiresOn().getYear(),
                card.active(),
                null,
                IMPORT));
    records.linkCard(system, cardVault.indexOf(card.pan()), id);
  }
}

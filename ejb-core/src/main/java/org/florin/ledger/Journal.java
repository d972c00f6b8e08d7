package org.florin.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.platform.sql.Database;

/** The double-entry journal: append-only, balanced, each natural key at most once. */
@ApplicationScoped
public class Journal {

  /** A booked posting with its place in the order of booking. */
  public record Booked(long sequence, Posting posting) {}

  private static final String INSERT_ENTRIES =
      """
      insert into journal_entry (id, natural_key, kind, account_id, card_id, authorization_id, amount_minor, currency,
        booked_on, occurred_at, description, channel, external_id, merchant_id, merchant_name, merchant_mcc,
        merchant_city, merchant_country, flags)
      select id, natural_key, kind, account_id, card_id, authorization_id, amount_minor, currency, booked_on,
        occurred_at, description, channel, external_id, merchant_id, merchant_name, merchant_mcc, merchant_city,
        merchant_country, string_to_array(flags, ',')
      from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::date[],
        ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[]) with ordinality
        as posting(id, natural_key, kind, account_id, card_id, authorization_id, amount_minor, currency, booked_on,
          occurred_at, description, channel, external_id, merchant_id, merchant_name, merchant_mcc, merchant_city,
          merchant_country, flags, position)
      order by position
      on conflict (natural_key) do nothing
      returning id
      """;

  private static final String INSERT_LINES =
      """
      insert into journal_line (entry_id, line, gl_account, account_id, amount_minor, currency)
      select entry_id, 1, 'cardholder_receivable', account_id, amount_minor, currency
      from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
        as posting(entry_id, account_id, amount_minor, currency, contra)
      union all
      select entry_id, 2, contra, null, -amount_minor, currency
      from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[], ?::text[])
        as posting(entry_id, account_id, amount_minor, currency, contra)
      """;

  @Inject Database database;

  /**
   * Writes postings in the order given.
   *
   * @return the ids of those that were new; the others' natural keys had been booked before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<TransactionId> write(List<Posting> postings) {
    if (postings.isEmpty()) {
      return Set.of();
    }
    var written =
        new HashSet<>(
            database.list(
                INSERT_ENTRIES,
                row -> new TransactionId(row.uuid("id")),
                column(postings, posting -> posting.id().value()),
                column(postings, Posting::naturalKey),
                column(postings, posting -> posting.kind().code()),
                column(postings, posting -> posting.account().value()),
                optionals(postings, posting -> posting.card().map(CardId::value)),
                optionals(postings, posting -> posting.authorization().map(AuthorizationId::value)),
                column(postings, posting -> posting.amount().minor()),
                column(postings, posting -> posting.amount().currency().code()),
                column(postings, Posting::bookedOn),
                column(postings, Posting::occurredAt),
                column(postings, Posting::description),
                column(postings, Posting::channel),
                optionals(postings, Posting::externalId),
                optionals(postings, posting -> posting.merchant().map(MerchantDetails::id)),
                optionals(postings, posting -> posting.merchant().map(MerchantDetails::name)),
                optionals(postings, posting -> posting.merchant().flatMap(MerchantDetails::mcc)),
                optionals(postings, posting -> posting.merchant().flatMap(MerchantDetails::city)),
                optionals(
                    postings, posting -> posting.merchant().flatMap(MerchantDetails::country)),
                column(postings, posting -> String.join(",", posting.flags()))));
    writeLines(
        postings.stream()
            .filter(posting -> written.contains(posting.id()) && !posting.amount().isZero())
            .toList());
    return written;
  }

  /** Moves money between the bank's own accounts; false if its natural key was booked before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean write(BankEntry entry) {
    var id = TransactionId.create().value();
    var written =
        database.update(
            """
            insert into journal_entry (id, natural_key, kind, amount_minor, currency, booked_on, occurred_at, description,
              channel) values (?, ?, 'adjustment', 0, ?, ?, ?, ?, ?) on conflict (natural_key) do nothing
            """,
            id,
            entry.naturalKey(),
            entry.currency().code(),
            entry.bookedOn(),
            entry.occurredAt(),
            entry.description(),
            entry.channel());
    var lines = entry.lines().stream().filter(line -> line.minor() != 0).toList();
    if (written == 0 || lines.isEmpty()) {
      return written == 1;
    }
    database.update(
        """
        insert into journal_line (entry_id, line, gl_account, amount_minor, currency)
        select ?, position, gl_account, amount_minor, ?
        from unnest(?::text[], ?::bigint[]) with ordinality as moved(gl_account, amount_minor, position)
        """,
        id,
        entry.currency().code(),
        lines.stream().map(BankEntry.Line::account).toList(),
        lines.stream().map(BankEntry.Line::minor).toList());
    return true;
  }

  /** One booked posting. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<Booked> find(TransactionId id) {
    return database.first(
        "select * from journal_entry where id = ? and account_id is not null",
        Journal::booked,
        id.value());
  }

  /** What was booked under a natural key. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public Optional<TransactionId> findByNaturalKey(String naturalKey) {
    return database.first(
        "select id from journal_entry where natural_key = ?",
        row -> new TransactionId(row.uuid("id")),
        naturalKey);
  }

  /** Booked postings of an account, newest first, before the given sequence. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<Booked> ofAccount(AccountId account, long beforeSequence, int countMax) {
    return database.list(
        "select * from journal_entry where account_id = ? and sequence < ? order by sequence desc limit ?",
        Journal::booked,
        account.value(),
        beforeSequence,
        countMax);
  }

  private void writeLines(List<Posting> postings) {
    if (postings.isEmpty()) {
      return;
    }
    var entries = column(postings, posting -> posting.id().value());
    var accounts = column(postings, posting -> posting.account().value());
    var amounts = column(postings, posting -> posting.amount().minor());
    var currencies = column(postings, posting -> posting.amount().currency().code());
    var contras = column(postings, Posting::contraAccount);
    database.update(
        INSERT_LINES,
        entries,
        accounts,
        amounts,
        currencies,
        contras,
        entries,
        accounts,
        amounts,
        currencies,
        contras);
  }

  private static <T> List<T> column(
      List<Posting> postings, java.util.function.Function<Posting, T> value) {
    var column = new ArrayList<T>(postings.size());
    postings.forEach(posting -> column.add(value.apply(posting)));
    return column;
  }

  private static <T> List<Optional<T>> optionals(
      List<Posting> postings, java.util.function.Function<Posting, Optional<T>> value) {
    return column(postings, value);
  }

  private static Booked booked(Database.Row row) throws java.sql.SQLException {
    var merchant =
        row.optionalText("merchant_name").isEmpty() && row.optionalText("merchant_id").isEmpty()
            ? Optional.<MerchantDetails>empty()
            : Optional.of(
                new MerchantDetails(
                    row.optionalText("merchant_id").orElse(""),
                    row.optionalText("merchant_name").orElse(""),
                    row.optionalText("merchant_mcc"),
                    row.optionalText("merchant_city"),
                    row.optionalText("merchant_country")));
    return new Booked(
        row.number("sequence"),
        new Posting(
            new TransactionId(row.uuid("id")),
            row.text("natural_key"),
            PostingKind.ofCode(row.text("kind")),
            new AccountId(row.uuid("account_id")),
            row.optionalUuid("card_id").map(CardId::new),
            row.optionalUuid("authorization_id").map(AuthorizationId::new),
            Money.of(row.number("amount_minor"), row.text("currency")),
            PostingKind.ofCode(row.text("kind")).contraAccount(),
            row.date("booked_on"),
            row.instant("occurred_at"),
            row.text("description"),
            row.text("channel"),
            row.optionalText("external_id"),
            merchant,
            row.texts("flags")));
  }

  /** Sum of an account's lines: what its stored balance must equal. In minor units. */
  @Transactional(Transactional.TxType.SUPPORTS)
  public long balanceMinor(UUID account) {
    return database
        .first(
            "select coalesce(sum(amount_minor), 0) as balance from journal_line where account_id = ?",
            row -> row.number("balance"),
            account)
        .orElse(0L);
  }
}

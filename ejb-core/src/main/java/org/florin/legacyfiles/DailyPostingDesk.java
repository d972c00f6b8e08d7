package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.florin.accounts.AccountBook;
import org.florin.cards.CardVault;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.MerchantDetails;
import org.florin.ledger.Posting;
import org.florin.ledger.PostingKind;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyRecord.DailyTransaction;
import org.florin.legacyfiles.LegacyRecords.Reference;
import org.florin.legacyfiles.LegacyTransactions.JudgedAccount;
import org.florin.legacyfiles.LegacyTransactions.Placed;

/**
 * Posts daily transactions. Each is judged by both sets of rules: the mode says which one acts, the
 * difference report tells of the other. The mainframe's own totals move by the mainframe's verdict
 * in either mode, so that the comparison stays true from row to row.
 */
@ApplicationScoped
class DailyPostingDesk {

  private static final String IN_DOUBT =
      "the mainframe rejects what it cannot place, Florin keeps it to be placed";
  private static final String ALWAYS_POSTS =
      "a clearing is no decision: Florin posts it and flags it, the mainframe rejects it";

  @Inject LegacyRecords records;
  @Inject LegacyTransactions transactions;
  @Inject CardVault cardVault;
  @Inject AccountBook book;
  @Inject BusinessClock clock;
  @Inject LegacyFilesSettings settings;

  /** The state of one chunk while its rows are judged one after the other. */
  private final class Work {
    final ImportChunk chunk;
    final String system;
    final Map<String, byte[]> indexes = new HashMap<>();
    final Map<String, Reference> references;
    final Map<String, JudgedAccount> accounts;
    final Map<String, Placed> placed;
    final Map<String, MainframeCycle> cycles = new TreeMap<>();
    final Map<AccountId, Money> balances = new HashMap<>();
    final Map<List<String>, Long> categories = new HashMap<>();
    final Map<String, Placed> toWrite = new LinkedHashMap<>();
    final List<Posting> postings = new ArrayList<>();

    Work(ImportChunk chunk, List<Reading.Read> reads) {
      this.chunk = chunk;
      this.system = chunk.file().system();
      for (Reading.Read read : reads) {
        indexes.computeIfAbsent(daily(read).pan(), cardVault::indexOf);
      }
      this.references = records.references(system, List.copyOf(indexes.values()));
      List<String> numbers =
          references.values().stream().map(Reference::accountNumber).distinct().toList();
      book.lock(records.accounts(system, numbers).values());
      this.accounts = transactions.accounts(system, numbers);
      this.placed =
          new HashMap<>(
              transactions.placed(system, ImportRuns.column(reads, read -> read.item().key())));
    }

    MainframeCycle cycle(JudgedAccount account) {
      return cycles.getOrDefault(account.number(), account.cycle());
    }

    Money balance(JudgedAccount account) {
      return balances.getOrDefault(account.id(), account.balance());
    }
  }

  private static DailyTransaction daily(Reading.Read read) {
    return (DailyTransaction) read.item();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void post(ImportChunk chunk, List<Reading.Read> reads) {
    Work work = new Work(chunk, reads);
    reads.forEach(read -> place(work, read));
    Set<TransactionId> written = book.post(work.postings);
    if (written.size() != work.postings.size()) {
      throw new IllegalStateException("a transaction was booked before without being known here");
    }
    transactions.write(work.system, List.copyOf(work.toWrite.values()), chunk.run());
    transactions.writeCycles(work.system, work.cycles);
    transactions.addToCategories(work.system, work.categories);
  }

  private void place(Work work, Reading.Read read) {
    DailyTransaction row = daily(read);
    String index = HexFormat.of().formatHex(work.indexes.get(row.pan()));
    Optional<Reference> reference = Optional.ofNullable(work.references.get(index));
    Optional<JudgedAccount> account =
        reference.map(Reference::accountNumber).map(work.accounts::get);
    byte[] digest = digest(row, index);
    Placed before = work.placed.get(row.id());
    if (before != null && !Arrays.equals(before.digest(), digest)) {
      work.chunk.suspend(read, "transaction-id", "the id was taken in before with other content");
      return;
    }
    Optional<RejectReason> verdict =
        before != null ? before.verdict() : judge(work, row, reference.isPresent(), account);
    boolean posted = before != null && before.transaction().isPresent();
    Optional<Posting> posting = act(work, new Case(read, row, reference, account, verdict, posted));
    if (before == null || posting.isPresent()) {
      remember(work, row, digest, account, verdict, posting);
    }
  }

  /** A row with everything that was found out about it. */
  private record Case(
      Reading.Read read,
      DailyTransaction row,
      Optional<Reference> reference,
      Optional<JudgedAccount> account,
      Optional<RejectReason> verdict,
      boolean posted) {}

  /** The mainframe's verdict on a new row; an accepted one moves the mainframe's totals. */
  private Optional<RejectReason> judge(
      Work work, DailyTransaction row, boolean cardKnown, Optional<JudgedAccount> account) {
    MainframeVerdict verdict =
        MainframePostingPolicy.judge(
            cardKnown, account.map(work::cycle), row.amountMinor(), row.originalTimestamp());
    return switch (verdict) {
      case MainframeVerdict.Rejected rejected -> Optional.of(rejected.reason());
      case MainframeVerdict.Accepted accepted -> {
        JudgedAccount known = account.orElseThrow();
        work.cycles.put(known.number(), work.cycle(known).posted(row.amountMinor()));
        work.categories.merge(
            List.of(known.number(), row.type(), row.category()), row.amountMinor(), Long::sum);
        yield Optional.empty();
      }
    };
  }

  /** Does what the mode says and tells where the other mode would have done otherwise. */
  private Optional<Posting> act(Work work, Case item) {
    ImportChunk chunk = work.chunk;
    long line = item.read().line();
    if (item.account().isEmpty()) {
      tellDifference(chunk, item, "in suspense", IN_DOUBT);
      if (chunk.mode() == ImportMode.COMPATIBLE && item.verdict().isPresent()) {
        chunk.rejected(line, item.row(), item.verdict().get());
      } else {
        chunk.suspend(
            item.read(),
            "card-number",
            item.reference().isEmpty()
                ? "the card is not in the cross reference"
                : "the account of the card is not known");
      }
      return Optional.empty();
    }
    if (chunk.mode() == ImportMode.COMPATIBLE && item.verdict().isPresent()) {
      tellDifference(chunk, item, "posted", ALWAYS_POSTS);
      chunk.rejected(line, item.row(), item.verdict().get());
      return Optional.empty();
    }
    if (item.posted()) {
      tellDifference(chunk, item, "posted", ALWAYS_POSTS);
      chunk.unchanged(item.row());
      return Optional.empty();
    }
    Posting posting = posting(work, item, item.account().get());
    String flags = posting.flags().isEmpty() ? "" : ", flagged " + posting.flags();
    tellDifference(chunk, item, "posted" + flags, ALWAYS_POSTS);
    work.postings.add(posting);
    work.balances.put(posting.account(), work.balance(item.account().get()).plus(posting.amount()));
    chunk.added(item.row());
    return Optional.of(posting);
  }

  private static void tellDifference(ImportChunk chunk, Case item, String correct, String reason) {
    item.verdict()
        .ifPresent(
            rejected ->
                chunk.differs(
                    item.read().line(),
                    "transaction " + item.row().id(),
                    "posting of " + RecordAttributes.hundredths(item.row().amountMinor()),
                    correct,
                    "rejected 0" + rejected.number() + " " + rejected.text(),
                    reason));
  }

  private void remember(
      Work work,
      DailyTransaction row,
      byte[] digest,
      Optional<JudgedAccount> account,
      Optional<RejectReason> verdict,
      Optional<Posting> posting) {
    if (posting.isEmpty() && verdict.isEmpty()) {
      return;
    }
    boolean waits = work.chunk.mode() == ImportMode.CORRECT && account.isEmpty();
    if (waits) {
      return;
    }
    Optional<UUID> transaction = posting.map(booked -> booked.id().value());
    Placed item =
        new Placed(
            row.id(),
            digest,
            row.amountMinor(),
            account.map(JudgedAccount::number).orElse(""),
            verdict,
            transaction);
    work.placed.put(row.id(), item);
    work.toWrite.put(row.id(), item);
  }

  private Posting posting(Work work, Case item, JudgedAccount account) {
    DailyTransaction row = item.row();
    Money amount = new Money(row.amountMinor(), account.creditLimit().currency());
    PostingKind kind = PostingKindPolicy.kind(row.type(), row.category(), row.amountMinor());
    List<String> flags =
        ClearingFlagPolicy.assess(
                work.balance(account).minor(),
                account.creditLimit().minor(),
                row.amountMinor(),
                row.originatedOn(),
                Optional.of(account.expiresOn()))
            .stream()
            .map(ClearingFlag::code)
            .toList();
    return new Posting(
        TransactionId.create(),
        "clearing:" + work.system + ":" + row.id(),
        kind,
        account.id(),
        item.reference().flatMap(Reference::card),
        Optional.empty(),
        amount,
        kind == PostingKind.PAYMENT ? "mainframe_clearing" : kind.contraAccount(),
        clock.businessDate(),
        occurredAt(row),
        row.description(),
        "file",
        Optional.of(row.id()),
        Optional.of(
            new MerchantDetails(
                row.merchantId(),
                row.merchantName(),
                Optional.empty(),
                Optional.of(row.merchantCity()),
                Optional.empty())),
        flags);
  }

  /** The time of day stands behind the date, with colons or with dots. */
  private Instant occurredAt(DailyTransaction row) {
    LocalTime time;
    try {
      time = LocalTime.parse(row.originalTimestamp().substring(11, 19).replace('.', ':'));
    } catch (DateTimeException e) {
      time = LocalTime.MIDNIGHT;
    }
    return row.originatedOn().atTime(time).atZone(settings.zone()).toInstant();
  }

  private static byte[] digest(DailyTransaction row, String panIndex) {
    MessageDigest digest = ReceiveFile.sha256();
    for (String part :
        List.of(
            row.id(),
            row.type(),
            row.category(),
            row.source(),
            row.description(),
            Long.toString(row.amountMinor()),
            row.merchantId(),
            row.merchantName(),
            row.merchantCity(),
            row.merchantPostalCode(),
            panIndex,
            row.originalTimestamp())) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }
}

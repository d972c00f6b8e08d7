package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.florin.adapters.copybook.Decoding;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.RecordTranslation;
import org.florin.adapters.mainframe.RecordTranslation.Translated;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSorter.Stretch;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;
import org.florin.legacyfiles.ClearingFlag;
import org.florin.legacyfiles.ClearingFlagPolicy;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.MainframeCycle;
import org.florin.legacyfiles.MainframePostingPolicy;
import org.florin.legacyfiles.MainframeVerdict;
import org.florin.legacyfiles.RejectReason;

/**
 * Posts daily transactions in file order to accounts and category balances (CBTRN02C). Each row is
 * judged by both sets of rules; the mode says which one acts. The mainframe's own view of an
 * account moves by the mainframe's verdict in either mode.
 */
final class PostingProgram {

  static final String ACCOUNTS = "ACCTDATA.POSTED";
  static final String CATEGORIES = "TCATBALF.POSTED";
  static final String TRANSACTIONS = "TRANSACT.POSTED";
  static final String REJECTS = "DALYREJS";
  static final String SUSPENSE = "SUSPENSE";

  private static final long CATEGORY_AMOUNT_MODULUS = 100_000_000_000L;
  private static final int ABEND = 999;
  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();
  private static final String ALWAYS_POSTS =
      "a clearing is no decision: Florin posts it and flags it, the mainframe rejects it";
  private static final String KEPT =
      "the mainframe rejects what it cannot place, Florin keeps it to be placed";

  private final RecordCodec categoryCodec = new RecordCodec(Layouts.CATEGORY_BALANCE, EBCDIC);
  private final RecordCodec transactionCodec = new RecordCodec(Layouts.TRANSACTION, EBCDIC);
  private final RecordCodec rejectCodec = new RecordCodec(Layouts.DAILY_REJECT, EBCDIC);
  private final KeyedRecords crossReferences;
  private final KeyedRecords accounts;
  private final KeyedRecords categories;
  private final RunOrder order;
  private final Differences differences;
  private final Map<String, MainframeCycle> cycles = new HashMap<>();
  private final Map<String, Long> balances = new HashMap<>();
  private final TransactionIds ids = new TransactionIds();
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private String fileName = "";

  PostingProgram(
      KeyedRecords crossReferences,
      KeyedRecords accounts,
      KeyedRecords categories,
      RunOrder order,
      Differences differences) {
    this.crossReferences = crossReferences;
    this.accounts = accounts;
    this.categories = categories;
    this.order = order;
    this.differences = differences;
    for (String name :
        new String[] {
          "read",
          "posted",
          "rejected",
          "in_suspense",
          "unchanged",
          "read_amount",
          "posted_amount",
          "rejected_amount",
          "suspense_amount",
          "unchanged_amount"
        }) {
      figures.put(name, 0L);
    }
  }

  /** What is to be done with a row. */
  private sealed interface Act {
    record Post(String account) implements Act {}

    record Reject(RejectReason reason) implements Act {}

    record Suspend(String reason) implements Act {}
  }

  Ending run(RecordSource daily, String dailyName, OutputFolder folder) throws IOException {
    fileName = dailyName;
    Stretch id = new Stretch(0, Layouts.TRANSACTION.field("transaction-id").picture().length());
    try (RecordSorter posted =
            new RecordSorter(
                folder.path(), Layouts.TRANSACTION.recordLength(), RecordSorter.PART_LENGTH, id);
        OutputFile rejects = folder.begin(REJECTS, Layouts.DAILY_REJECT.recordLength());
        OutputFile suspense = folder.begin(SUSPENSE, Layouts.TRANSACTION.recordLength())) {
      Ending ending = post(daily, posted, rejects, suspense);
      rejects.finish();
      if (order.isCorrect()) {
        suspense.finish();
      }
      try (OutputFile file = folder.begin(TRANSACTIONS, Layouts.TRANSACTION.recordLength())) {
        posted.drainTo(file::add);
        file.finish();
      }
      write(folder, ACCOUNTS, Layouts.ACCOUNT.recordLength(), accounts);
      write(folder, CATEGORIES, Layouts.CATEGORY_BALANCE.recordLength(), categories);
      return ending;
    }
  }

  private static void write(OutputFolder folder, String name, int length, KeyedRecords records)
      throws IOException {
    try (OutputFile file = folder.begin(name, length)) {
      for (RecordImage image : records.inOrder()) {
        file.add(image.bytes());
      }
      file.finish();
    }
  }

  private Ending post(
      RecordSource daily, RecordSorter posted, OutputFile rejects, OutputFile suspense)
      throws IOException {
    long rejected = 0;
    for (Optional<Found> next = daily.next(); next.isPresent(); next = daily.next()) {
      Found row = next.get();
      count("read", row);
      Optional<FieldFault> fault =
          order.isCorrect() ? firstFault(row) : row.image().firstWrongNumber();
      if (fault.isPresent()) {
        if (!order.isCorrect()) {
          return new Ending.Abended(row.line(), "S0C7", daily.described(row, fault.get()));
        }
        String reason = daily.described(row, fault.get());
        tell(row, "in suspense", "S0C7, the program stops", reason);
        suspend(row, suspense);
        continue;
      }
      switch (act(row)) {
        case Act.Suspend kept -> suspend(row, suspense);
        case Act.Reject refused -> {
          rejected++;
          rejects.add(rejected(row.image(), refused.reason()));
          count("rejected", row);
        }
        case Act.Post post -> {
          // The order of the program: category and account move before the id is looked at.
          OptionalLong before = ids.add(row.image().raw("transaction-id"), digest(row.image()));
          if (before.isPresent() && order.isCorrect()) {
            repeated(row, before.getAsLong(), suspense);
            continue;
          }
          addToCategory(post.account(), row.image());
          addToAccount(post.account(), row.image().number("amount"));
          if (before.isPresent()) {
            return new Ending.Abended(
                row.line(), String.valueOf(ABEND), "file status 22: the transaction id exists");
          }
          posted.add(stamped(row.image()));
          count("posted", row);
        }
      }
    }
    return new Ending.Completed(rejected == 0 ? 0 : 4, figures);
  }

  /** Any field that cannot be read, not only numbers. */
  private Optional<FieldFault> firstFault(Found row) {
    return switch (transactionCodec.decode(row.image().bytes())) {
      case Decoding.Undecodable undecodable -> undecodable.faults().stream().findFirst();
      case Decoding.Decoded decoded ->
          switch (RecordTranslation.translate(
              FileKind.DAILY_TRANSACTIONS, decoded.values(), row.image().bytes())) {
            case Translated.Refused refused -> Optional.of(refused.fault());
            case Translated.Item item -> Optional.empty();
          };
    };
  }

  /** Judges a row both ways, tells of a difference, and says what the mode does. */
  private Act act(Found row) throws IOException {
    RecordImage image = row.image();
    long amountMinor = image.number("amount");
    Optional<String> number =
        crossReferences.get(image.key("card-number")).map(found -> found.key("account-id"));
    Optional<RecordImage> account = number.flatMap(accounts::get);
    Optional<MainframeCycle> cycle =
        account.map(found -> cycles.computeIfAbsent(number.get(), key -> cycle(found)));
    MainframeVerdict verdict =
        MainframePostingPolicy.judge(
            number.isPresent(), cycle, amountMinor, image.text("original-timestamp"));
    if (account.isEmpty()) {
      return unplaced(row, verdict);
    }
    String key = number.get();
    long balanceMinor =
        balances.computeIfAbsent(key, name -> account.get().number("current-balance"));
    balances.put(key, balanceMinor + amountMinor);
    return switch (verdict) {
      case MainframeVerdict.Accepted accepted -> {
        cycles.put(key, cycle.get().posted(amountMinor));
        yield new Act.Post(key);
      }
      case MainframeVerdict.Rejected rejected -> {
        String flags = flags(image, balanceMinor, account.get());
        tell(row, "posted" + flags, shown(rejected.reason()), ALWAYS_POSTS);
        yield order.isCorrect() ? new Act.Post(key) : new Act.Reject(rejected.reason());
      }
    };
  }

  private Act unplaced(Found row, MainframeVerdict verdict) throws IOException {
    if (!(verdict instanceof MainframeVerdict.Rejected rejected)) {
      throw new IllegalStateException("a row without an account was accepted");
    }
    tell(row, "in suspense", shown(rejected.reason()), KEPT);
    return order.isCorrect()
        ? new Act.Suspend(rejected.reason().text())
        : new Act.Reject(rejected.reason());
  }

  private void repeated(Found row, long digestBefore, OutputFile suspense) throws IOException {
    if (digest(row.image()) == digestBefore) {
      tell(row, "unchanged", "999, the program stops", "the same transaction came before");
      count("unchanged", row);
    } else {
      tell(row, "in suspense", "999, the program stops", "its id came with other content before");
      suspend(row, suspense);
    }
  }

  private void suspend(Found row, OutputFile suspense) throws IOException {
    suspense.add(row.image().bytes());
    count("in_suspense", row);
  }

  private void count(String what, Found row) {
    figures.merge(what, 1L, Long::sum);
    String amount = what.equals("in_suspense") ? "suspense_amount" : what + "_amount";
    if (row.image().firstWrongNumber().isEmpty()) {
      figures.merge(amount, row.image().number("amount"), Math::addExact);
    }
  }

  private void tell(Found row, String correct, String compatible, String reason)
      throws IOException {
    String aspect =
        row.image().firstWrongNumber().isPresent()
            ? "posting"
            : "posting of " + BigDecimal.valueOf(row.image().number("amount"), 2).toPlainString();
    differences.tell(
        fileName,
        "record " + row.line() + ", transaction " + row.image().text("transaction-id").strip(),
        aspect,
        correct,
        compatible,
        reason);
  }

  private static String shown(RejectReason reason) {
    return "rejected 0" + reason.number() + " " + reason.text();
  }

  private static String flags(RecordImage row, long balanceMinor, RecordImage account) {
    String flags =
        ClearingFlagPolicy.assess(
                balanceMinor,
                account.number("credit-limit"),
                row.number("amount"),
                date(row.text("original-timestamp")).orElse(LocalDate.MIN),
                date(account.text("expiration-date")))
            .stream()
            .map(ClearingFlag::code)
            .collect(Collectors.joining(" "));
    return flags.isEmpty() ? "" : ", flagged " + flags;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  private static MainframeCycle cycle(RecordImage account) {
    return new MainframeCycle(
        account.number("current-balance"),
        account.number("credit-limit"),
        account.number("current-cycle-credit"),
        account.number("current-cycle-debit"),
        account.text("expiration-date"));
  }

  private void addToCategory(String account, RecordImage row) {
    String key = account + row.key("type-code", "category-code");
    RecordImage balance =
        categories
            .get(key)
            .orElseGet(
                () ->
                    RecordImage.blank(categoryCodec)
                        .put("account-id", accounts.get(account).orElseThrow().raw("account-id"))
                        .put("type-code", row.raw("type-code"))
                        .put("category-code", row.raw("category-code")));
    long after = balance.number("balance") + row.number("amount");
    categories.add(balance.put("balance", after % CATEGORY_AMOUNT_MODULUS));
  }

  private void addToAccount(String account, long amountMinor) {
    RecordImage image = accounts.get(account).orElseThrow();
    MainframeCycle after = cycle(image).posted(amountMinor);
    image
        .put("current-balance", after.balanceMinor())
        .put("current-cycle-credit", after.cycleCreditMinor())
        .put("current-cycle-debit", after.cycleDebitMinor());
  }

  private byte[] rejected(RecordImage row, RejectReason reason) {
    return RecordImage.blank(rejectCodec)
        .put("daily-record", row.bytes())
        .put("reason-code", reason.number())
        .put("reason-text", reason.text())
        .bytes();
  }

  private byte[] stamped(RecordImage row) {
    return row.copy()
        .put("processing-timestamp", RunOrder.stamp(order.postClock()))
        .put("filler", new byte[0])
        .bytes();
  }

  private static long digest(RecordImage row) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(row.bytes());
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

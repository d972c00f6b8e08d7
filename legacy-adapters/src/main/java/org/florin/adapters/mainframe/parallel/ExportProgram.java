package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/**
 * Writes customers, accounts, cross references, transactions and cards into one file with binary
 * and packed fields, numbered through (CBEXPORT). It is EBCDIC whatever the other files are.
 */
final class ExportProgram {

  static final String EXPORT = "EXPORT.DATA";

  private static final int LENGTH = 500;
  private static final String BRANCH = "0001";
  private static final String REGION = "NORTH";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'.00'");

  private final RunOrder order;
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private long sequence;

  ExportProgram(RunOrder order) {
    this.order = order;
  }

  /** The files of one export. */
  record Sources(
      KeyedRecords customers,
      KeyedRecords accounts,
      KeyedRecords crossReferences,
      RecordSource transactions,
      KeyedRecords cards) {}

  private interface Mapping {
    void map(RecordImage from, RecordImage to);
  }

  Ending run(Sources sources, OutputFolder folder) throws IOException {
    try (OutputFile target = folder.beginBinary(EXPORT, LENGTH)) {
      write("customer", 'C', sources.customers(), this::customer, target);
      write("account", 'A', sources.accounts(), this::account, target);
      write("cross-reference", 'X', sources.crossReferences(), this::reference, target);
      Ending ending = transactions(sources.transactions(), target);
      if (ending instanceof Ending.Completed) {
        write("card", 'D', sources.cards(), this::card, target);
      }
      target.finish();
      return ending instanceof Ending.Abended ? ending : new Ending.Completed(0, figures);
    }
  }

  private void write(
      String name, char type, KeyedRecords records, Mapping mapping, OutputFile target)
      throws IOException {
    RecordCodec codec = codec(name);
    for (RecordImage image : records.inOrder()) {
      write(codec, type, image, mapping, target);
    }
    figures.put(name, (long) records.inOrder().size());
  }

  private Ending transactions(RecordSource source, OutputFile target) throws IOException {
    RecordCodec codec = codec("transaction");
    long written = 0;
    for (Optional<Found> next = source.next(); next.isPresent(); next = source.next()) {
      Found found = next.get();
      Optional<FieldFault> fault = found.image().firstWrongNumber();
      if (fault.isPresent()) {
        return new Ending.Abended(found.line(), "S0C7", source.described(found, fault.get()));
      }
      write(codec, 'T', found.image(), this::transaction, target);
      written++;
    }
    figures.put("transaction", written);
    return new Ending.Completed(0, figures);
  }

  private static RecordCodec codec(String name) {
    return new RecordCodec(Layouts.named("export-" + name), RecordEncoding.ebcdic());
  }

  private void write(
      RecordCodec codec, char type, RecordImage from, Mapping mapping, OutputFile target)
      throws IOException {
    sequence++;
    RecordImage image =
        RecordImage.blank(codec)
            .put("record-type", String.valueOf(type))
            .put("export-timestamp", CLOCK.format(order.exportClock()))
            .put("sequence-number", sequence)
            .put("branch-id", BRANCH)
            .put("region", REGION);
    mapping.map(from, image);
    target.add(image.bytes());
  }

  private void text(RecordImage from, RecordImage to, String... fields) {
    for (String field : fields) {
      to.put(field, from.raw(field));
    }
  }

  private void number(RecordImage from, RecordImage to, String... fields) {
    for (String field : fields) {
      to.put(field, from.number(field));
    }
  }

  private void customer(RecordImage from, RecordImage to) {
    number(from, to, "customer-id", "ssn", "fico");
    text(
        from,
        to,
        "first-name",
        "middle-name",
        "last-name",
        "address-line-1",
        "address-line-2",
        "address-line-3",
        "state",
        "country",
        "zip",
        "phone-1",
        "phone-2",
        "government-id",
        "date-of-birth",
        "eft-account-id",
        "primary-holder");
  }

  private void account(RecordImage from, RecordImage to) {
    number(from, to, "account-id", "current-balance", "credit-limit", "cash-credit-limit");
    text(
        from,
        to,
        "active-status",
        "open-date",
        "expiration-date",
        "reissue-date",
        "address-zip",
        "group-id");
    to.put("cycle-credit", from.number("current-cycle-credit"))
        .put("cycle-debit", from.number("current-cycle-debit"));
  }

  private void reference(RecordImage from, RecordImage to) {
    text(from, to, "card-number");
    number(from, to, "customer-id", "account-id");
  }

  private void transaction(RecordImage from, RecordImage to) {
    number(from, to, "category-code", "amount", "merchant-id");
    text(
        from,
        to,
        "transaction-id",
        "type-code",
        "source",
        "description",
        "merchant-name",
        "merchant-city",
        "merchant-zip",
        "card-number",
        "original-timestamp",
        "processing-timestamp");
  }

  private void card(RecordImage from, RecordImage to) {
    text(from, to, "card-number", "embossed-name", "expiration-date", "active-status");
    number(from, to, "account-id", "cvv");
  }
}

package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.florin.adapters.copybook.Field;
import org.florin.adapters.copybook.FieldFault;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.copybook.Picture;
import org.florin.adapters.copybook.RecordCodec;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.copybook.RecordImage;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.RecordSource.Found;

/**
 * Splits an export back into the files it was made of (CBIMPORT). Filler is not in an export and
 * comes back blank; a record of no known type goes to the error file.
 */
final class ImportProgram {

  static final String ERRORS = "IMPORT.ERRORS";

  private static final int ERROR_LENGTH = 132;
  private static final RecordEncoding EBCDIC = RecordEncoding.ebcdic();
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSS");

  /** One kind of record: what it is in the export and what becomes of it. */
  private record Kind(RecordCodec export, RecordCodec plain, String file) {

    static Kind of(String export, Layout plain, String file) {
      return new Kind(
          new RecordCodec(Layouts.named(export), EBCDIC), new RecordCodec(plain, EBCDIC), file);
    }
  }

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "C", Kind.of("export-customer", Layouts.CUSTOMER, "CUSTDATA.IMPORT"),
              "A", Kind.of("export-account", Layouts.ACCOUNT, "ACCTDATA.IMPORT"),
              "X", Kind.of("export-cross-reference", Layouts.CROSS_REFERENCE, "CARDXREF.IMPORT"),
              "T", Kind.of("export-transaction", Layouts.TRANSACTION, "TRANSACT.IMPORT"),
              "D", Kind.of("export-card", Layouts.CARD, "CARDDATA.IMPORT")));

  private final RunOrder order;
  private final Map<String, Long> figures = new LinkedHashMap<>();

  ImportProgram(RunOrder order) {
    this.order = order;
  }

  Ending run(RecordSource export, OutputFolder folder) throws IOException {
    Map<String, OutputFile> targets = new TreeMap<>();
    try (OutputFile errors = folder.begin(ERRORS, ERROR_LENGTH)) {
      for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
        targets.put(
            kind.getKey(),
            folder.begin(kind.getValue().file(), kind.getValue().plain().layout().recordLength()));
        figures.put(kind.getValue().file(), 0L);
      }
      figures.put(ERRORS, 0L);
      Optional<Ending> abend = split(export, targets, errors);
      for (OutputFile target : targets.values()) {
        target.finish();
      }
      errors.finish();
      return abend.orElseGet(() -> new Ending.Completed(0, figures));
    } finally {
      for (OutputFile target : targets.values()) {
        target.close();
      }
    }
  }

  private Optional<Ending> split(
      RecordSource export, Map<String, OutputFile> targets, OutputFile errors) throws IOException {
    for (Optional<Found> next = export.next(); next.isPresent(); next = export.next()) {
      Found found = next.get();
      String type = found.image().text("record-type");
      Kind kind = KINDS.get(type);
      OutputFile target = targets.get(type);
      if (kind == null || target == null) {
        errors.add(error(found, type));
        figures.merge(ERRORS, 1L, Long::sum);
        continue;
      }
      RecordImage image = RecordImage.of(kind.export(), found.image().bytes());
      Optional<FieldFault> fault = image.firstWrongNumber();
      if (fault.isPresent()) {
        return Optional.of(
            new Ending.Abended(found.line(), "S0C7", export.described(found, fault.get())));
      }
      target.add(plain(kind, image));
      figures.merge(kind.file(), 1L, Long::sum);
    }
    return Optional.empty();
  }

  /** Every field of the plain record that is in the export too, by its name. */
  private static byte[] plain(Kind kind, RecordImage from) {
    RecordImage to = RecordImage.blank(kind.plain());
    for (Field field : kind.plain().layout().fields()) {
      String name = field.name();
      if (field.picture().usage() == Picture.Usage.ZONED) {
        to.put(name, from.number(nameInExport(name)));
      } else if (field.picture().usage() == Picture.Usage.TEXT) {
        to.put(name, from.raw(name));
      }
    }
    return to.bytes();
  }

  private static String nameInExport(String name) {
    return name.startsWith("current-cycle-") ? name.substring("current-".length()) : name;
  }

  private byte[] error(Found found, String type) {
    long sequence = found.image().number("sequence-number");
    String digits = Long.toString(10_000_000 + sequence % 10_000_000).substring(1);
    return PrintLine.ofWidth(ERROR_LENGTH)
        .put(CLOCK.format(order.exportClock()) + "+0000", 26)
        .put("|" + type + "|" + digits + "|")
        .put("Unknown record type encountered", 50)
        .bytes();
  }
}

package org.florin.legacyfiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyRecord.DailyTransaction;

/** What one chunk of a file's records came to, collected before it is written. */
final class ImportChunk {

  /** A record that waits for a person. */
  record Suspended(
      long line, long offset, String key, String field, String reason, long amountMinor) {}

  /** A record the mainframe's rules reject. */
  record Rejected(long line, RejectReason reason) {}

  /** One point on which the modes, or two versions of a record, differ. */
  record Difference(
      long line,
      int position,
      String key,
      String aspect,
      String correct,
      String compatible,
      String reason) {}

  private final JobId run;
  private final ImportFile file;
  private final ImportMode mode;
  private final List<Suspended> suspended = new ArrayList<>();
  private final List<Rejected> rejects = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final Map<Long, Integer> positions = new HashMap<>();
  private ImportTally tally = ImportTally.NOTHING;

  ImportChunk(JobId run, ImportFile file, ImportMode mode) {
    this.run = run;
    this.file = file;
    this.mode = mode;
  }

  JobId run() {
    return run;
  }

  ImportFile file() {
    return file;
  }

  ImportMode mode() {
    return mode;
  }

  ImportTally tally() {
    return tally;
  }

  List<Suspended> suspended() {
    return suspended;
  }

  List<Rejected> rejects() {
    return rejects;
  }

  List<Difference> differences() {
    return differences;
  }

  private static long amountMinor(LegacyRecord item) {
    return item instanceof DailyTransaction daily ? daily.amountMinor() : 0;
  }

  void read(LegacyRecord item) {
    tally = tally.plus(new ImportTally(1, 0, 0, 0, 0, 0, 0, amountMinor(item), 0, 0, 0, 0));
  }

  void added(LegacyRecord item) {
    boolean daily = item instanceof DailyTransaction;
    tally =
        tally.plus(new ImportTally(0, 1, 0, 0, daily ? 1 : 0, 0, 0, 0, amountMinor(item), 0, 0, 0));
  }

  void unchanged(LegacyRecord item) {
    tally = tally.plus(new ImportTally(0, 0, 1, 0, 0, 0, 0, 0, 0, amountMinor(item), 0, 0));
  }

  void differing() {
    tally = tally.plus(new ImportTally(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  void rejected(long line, LegacyRecord item, RejectReason reason) {
    rejects.add(new Rejected(line, reason));
    tally = tally.plus(new ImportTally(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, amountMinor(item), 0));
  }

  void suspend(Reading.Read read, String field, String reason) {
    long amountMinor = amountMinor(read.item());
    suspended.add(
        new Suspended(read.line(), read.offset(), read.item().key(), field, reason, amountMinor));
    tally = tally.plus(new ImportTally(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, amountMinor));
  }

  void unreadable(Reading.Faulty faulty) {
    suspended.add(
        new Suspended(faulty.line(), faulty.offset(), "", faulty.field(), faulty.reason(), 0));
    tally = tally.plus(new ImportTally(1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0));
  }

  void differs(
      long line, String key, String aspect, String correct, String compatible, String reason) {
    int position = positions.merge(line, 1, Integer::sum);
    differences.add(new Difference(line, position, key, aspect, correct, compatible, reason));
  }
}

package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.platform.jobs.JobTicket;

/**
 * Takes in one chunk of records: effects, tallies, suspense, position and progress in one
 * transaction, which holds only while the ticket does.
 */
@Stateless
public class TakeInRecords {

  /** The readings of one chunk, in the order in which they were read. */
  public record Command(JobTicket ticket, List<ImportItem> items) {}

  @Inject ImportRuns imports;
  @Inject MasterDataDesk masterData;
  @Inject DailyPostingDesk dailyPosting;
  @Inject org.florin.platform.jobs.JobRuns jobs;

  /**
   * @return whether the run was asked to stop
   */
  public boolean handle(Command command) {
    ImportRuns.Head head = imports.head(command.ticket().run()).orElseThrow();
    Map<Integer, List<Reading>> byFile = new LinkedHashMap<>();
    for (ImportItem item : command.items()) {
      byFile.computeIfAbsent(item.ordinal(), ordinal -> new ArrayList<>()).add(item.reading());
    }
    for (ImportRuns.Counted counted : imports.files(head.run())) {
      List<Reading> readings = byFile.get(counted.file().ordinal());
      if (readings != null) {
        takeIn(new ImportChunk(head.run(), counted.file(), head.mode()), readings);
      }
    }
    long processed = 0;
    long total = 0;
    for (ImportRuns.Counted counted : imports.files(head.run())) {
      processed += counted.tally().read();
      total += counted.records();
    }
    return jobs.progress(command.ticket(), processed, total);
  }

  private void takeIn(ImportChunk chunk, List<Reading> readings) {
    List<Reading.Read> reads = new ArrayList<>();
    long line = chunk.file().line();
    long offset = chunk.file().offset();
    boolean finished = false;
    for (Reading reading : readings) {
      switch (reading) {
        case Reading.Read read -> {
          reads.add(read);
          chunk.read(read.item());
          line = read.line();
          offset = read.nextOffset();
        }
        case Reading.Faulty faulty -> {
          chunk.unreadable(faulty);
          line = faulty.line();
          offset = faulty.nextOffset();
        }
        case Reading.End end -> finished = true;
        case Reading.Torn torn ->
            throw new IllegalStateException(
                "file "
                    + chunk.file().file()
                    + " was whole when it was received: "
                    + torn.reason());
      }
    }
    if (!reads.isEmpty()) {
      if (chunk.file().kind() == FileKind.DAILY_TRANSACTIONS) {
        dailyPosting.post(chunk, reads);
      } else {
        masterData.takeIn(chunk, reads);
      }
    }
    imports.write(chunk, line, offset, finished);
  }
}

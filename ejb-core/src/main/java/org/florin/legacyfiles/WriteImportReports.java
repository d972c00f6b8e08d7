package org.florin.legacyfiles;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import org.florin.kernel.FileId;
import org.florin.legacyfiles.ImportChunk.Difference;
import org.florin.legacyfiles.ImportRuns.Counted;
import org.florin.legacyfiles.ImportRuns.DifferencePlace;
import org.florin.legacyfiles.ImportRuns.Head;
import org.florin.legacyfiles.ImportRuns.RejectPlace;
import org.florin.legacyfiles.LegacyFormats.Reading;
import org.florin.legacyfiles.LegacyFormats.Records;
import org.florin.legacyfiles.LegacyRecord.DailyTransaction;
import org.florin.platform.content.ChunkedOutput;
import org.florin.platform.jobs.JobTicket;

/** Writes the reject file and the difference report of a run whose records are all taken in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WriteImportReports {

  private static final int PAGE = 1000;
  private static final String HEADING = "file,line,record,aspect,correct,compatible,reason\n";

  @Inject ImportRuns imports;
  @Inject LegacyFiles files;
  @Inject SystemFormats systems;
  @Inject ImportReports reports;

  private interface Content {
    long writeTo(OutputStream target) throws IOException;
  }

  /** Writes both files; the run points to the latest ones. */
  public void handle(JobTicket ticket) {
    Head head = imports.head(ticket.run()).orElseThrow();
    List<Counted> counted = imports.files(ticket.run());
    FileId rejects =
        write(head, "DALYREJS", "rejects", target -> writeRejects(head, counted, target));
    FileId differences =
        write(
            head,
            "differences.csv",
            "differences",
            target -> writeDifferences(head, counted, target));
    reports.attach(ticket, head, rejects, differences);
  }

  private FileId write(Head head, String name, String kind, Content content) {
    FileId file = files.begin(head.system(), "out", name, kind, null, "import");
    MessageDigest digest = ReceiveFile.sha256();
    long[] size = {0};
    try (ChunkedOutput writer = LegacyContent.write(files, file);
        OutputStream target = new DigestOutputStream(new CountingStream(writer, size), digest)) {
      long records = content.writeTo(target);
      target.flush();
      writer.close();
      files.settle(
          file, new LegacyFiles.Outcome("written", null, digest.digest(), size[0], records));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class CountingStream extends OutputStream {
    private final ChunkedOutput target;
    private final long[] size;

    CountingStream(ChunkedOutput target, long[] size) {
      this.target = target;
      this.size = size;
    }

    @Override
    public void write(int value) {
      target.write(value);
      size[0]++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      target.write(bytes, offset, length);
      size[0] += length;
    }
  }

  private long writeRejects(Head head, List<Counted> counted, OutputStream target)
      throws IOException {
    LegacyFormats formats = systems.of(head.system()).orElseThrow();
    long written = 0;
    for (Counted file : counted) {
      if (file.tally().rejected() > 0) {
        written += writeRejects(head, formats, file.file(), target);
      }
    }
    return written;
  }

  /** Reads the daily file again beside the list of rejected lines. */
  private long writeRejects(Head head, LegacyFormats formats, ImportFile file, OutputStream target)
      throws IOException {
    long written = 0;
    List<RejectPlace> page = imports.rejects(head.run(), file.ordinal(), 0, PAGE);
    Iterator<RejectPlace> places = page.iterator();
    InputStream content = LegacyContent.read(files, file.file(), 0);
    try (Records records = formats.records(file.kind(), file.encoding(), content, 0, 0)) {
      while (places.hasNext()) {
        RejectPlace place = places.next();
        target.write(
            formats.rejectRecord(file.encoding(), image(records, place.line()), place.reason()));
        written++;
        if (!places.hasNext()) {
          places = imports.rejects(head.run(), file.ordinal(), place.line(), PAGE).iterator();
        }
      }
    }
    return written;
  }

  private static byte[] image(Records records, long line) throws IOException {
    while (true) {
      Reading reading = records.next();
      if (reading instanceof Reading.Read read
          && read.line() == line
          && read.item() instanceof DailyTransaction daily) {
        return daily.image();
      }
      if (reading instanceof Reading.End) {
        throw new IllegalStateException("rejected line " + line + " is not in its file");
      }
    }
  }

  private long writeDifferences(Head head, List<Counted> counted, OutputStream target)
      throws IOException {
    target.write(HEADING.getBytes(StandardCharsets.UTF_8));
    long written = 0;
    List<DifferencePlace> page = imports.differences(head.run(), 0, 0, 0, PAGE);
    while (!page.isEmpty()) {
      for (DifferencePlace place : page) {
        target.write(line(counted, place).getBytes(StandardCharsets.UTF_8));
        written++;
      }
      DifferencePlace last = page.getLast();
      page =
          imports.differences(
              head.run(), last.ordinal(), last.item().line(), last.item().position(), PAGE);
    }
    return written;
  }

  private static String line(List<Counted> counted, DifferencePlace place) {
    Difference item = place.item();
    return String.join(
            ",",
            cell(counted.get(place.ordinal() - 1).name()),
            Long.toString(item.line()),
            cell(item.key()),
            cell(item.aspect()),
            cell(item.correct()),
            cell(item.compatible()),
            cell(item.reason()))
        + "\n";
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}

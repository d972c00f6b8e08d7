package org.florin.adapters.mainframe.parallel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;

/** The difference report: each record on which the two modes part, and why. */
final class Differences implements Closeable {

  static final String NAME = "differences.csv";

  private final OutputFile file;
  private long count;

  private Differences(OutputFile file) {
    this.file = file;
  }

  static Differences in(OutputFolder folder) throws IOException {
    Differences differences = new Differences(folder.beginBinary(NAME, 0));
    differences.write("file,record,aspect,correct,compatible,reason\n");
    return differences;
  }

  void tell(
      String fileName,
      String record,
      String aspect,
      String correct,
      String compatible,
      String reason)
      throws IOException {
    count++;
    write(
        String.join(
                ",",
                fileName,
                cell(record),
                cell(aspect),
                cell(correct),
                cell(compatible),
                cell(reason))
            + "\n");
  }

  private void write(String line) throws IOException {
    file.add(line.getBytes(StandardCharsets.UTF_8));
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String cell(String text) {
    String shown = text.strip();
    boolean formula = !shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0;
    return "\"" + (formula ? "'" : "") + shown.replace("\"", "\"\"") + "\"";
  }

  long count() {
    return count;
  }

  void finish() throws IOException {
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}

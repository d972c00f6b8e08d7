package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

  @TempDir Path scratch;

  @Test
  void f10_a_file_is_whole_under_its_name_or_not_there() throws IOException {
    OutputFolder folder = OutputFolder.in(scratch, false);
    try (OutputFile file = folder.beginBinary("DALYREJS", 4)) {
      file.add("half".getBytes(StandardCharsets.US_ASCII));
      assertFalse(Files.exists(scratch.resolve("DALYREJS")), "a partner must not fetch it early");
    }
    try (Stream<Path> left = Files.list(scratch)) {
      assertEquals(0, left.count(), "what was not finished is gone");
    }
    for (int day = 0; day < 2; day++) {
      try (OutputFile file = folder.beginBinary("DALYREJS", 4)) {
        file.add("whole".getBytes(StandardCharsets.US_ASCII));
        file.finish();
      }
      assertEquals("whole", Files.readString(scratch.resolve("DALYREJS")));
    }
    assertEquals(1, folder.written().size());
  }

  @Test
  void f8_no_cell_of_the_report_is_a_formula() throws IOException {
    OutputFolder folder = OutputFolder.in(scratch, false);
    try (Differences differences = Differences.in(folder)) {
      differences.tell("f", "=1+1", "+1", "-1", "@x", "a \"quoted\" reason");
      differences.finish();
    }
    assertEquals(
        "f,\"'=1+1\",\"'+1\",\"'-1\",\"'@x\",\"a \"\"quoted\"\" reason\"",
        Files.readAllLines(scratch.resolve("differences.csv")).get(1));
  }
}

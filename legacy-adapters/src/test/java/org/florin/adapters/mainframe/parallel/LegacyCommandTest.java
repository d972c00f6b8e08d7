package org.florin.adapters.mainframe.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyCommandTest {

  @TempDir Path scratch;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int florin(String... words) {
    said.reset();
    return LegacyCommand.execute(
        List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_generated_can_be_run() throws IOException {
    Path in = scratch.resolve("in");
    Path out = scratch.resolve("out");
    assertEquals(
        0, florin("generate", "--out", in.toString(), "--records", "400", "--accounts", "60"));
    assertEquals(
        4,
        florin(
            "run",
            "--in",
            in.toString(),
            "--out",
            out.toString(),
            "--post-clock",
            "2022-06-11T10:20:30.40",
            "--interest-clock",
            "2022-07-18T00:00"));
    assertTrue(said().contains("post: return code 4, {read=400, posted="), this::said);
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"interest_parm\": \"2022071800\""));
    assertTrue(summary.contains("\"report_from\": \"2022-06-11\""));
    assertTrue(Files.exists(out.resolve("EXPORT.DATA")));
  }

  @Test
  void declared_error_rates_are_kept() {
    Path in = scratch.resolve("odd");
    assertEquals(
        0,
        florin(
            "generate",
            "--out",
            in.toString(),
            "--records",
            "2000",
            "--accounts",
            "60",
            "--unreadable",
            "500",
            "--duplicates",
            "500",
            "--unknown-cards",
            "0"));
    assertEquals(
        4,
        florin(
            "run",
            "--in",
            in.toString(),
            "--out",
            scratch.resolve("o").toString(),
            "--mode",
            "correct",
            "--steps",
            "post",
            "--post-clock",
            "2022-06-11T10:20:30"));
    String figures = said().replaceAll("(?s).*in_suspense=(\\d+).*", "$1");
    int suspended = Integer.parseInt(figures);
    assertTrue(suspended > 120 && suspended < 300, figures);
  }

  @Test
  void wrong_use_is_told_with_the_help() {
    assertEquals(2, florin());
    assertEquals(0, florin("help"));
    assertEquals(2, florin("run"));
    assertTrue(said().contains("--in is needed"));
    assertEquals(2, florin("run", "--in", scratch.toString(), "--out"));
    assertEquals(2, florin("run", "--in", scratch.toString(), "--out", "x", "--steps", "lunch"));
    assertEquals(2, florin("run", "--in", scratch.toString(), "--out", "x", "--encoding", "utf8"));
    assertEquals(2, florin("generate", "--out", "x", "--records", "many"));
    assertTrue(said().contains("--records needs a number"));
  }

  @Test
  void an_empty_folder_is_no_file_set() {
    assertEquals(
        1, florin("run", "--in", scratch.toString(), "--out", scratch.resolve("o").toString()));
    assertTrue(said().contains("holds no file of"));
  }
}

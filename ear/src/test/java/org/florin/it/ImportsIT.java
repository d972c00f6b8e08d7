package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.florin.adapters.copybook.RecordEncoding;
import org.florin.adapters.mainframe.parallel.Ending;
import org.florin.adapters.mainframe.parallel.ParallelRun;
import org.florin.adapters.mainframe.parallel.RunOrder;
import org.florin.adapters.mainframe.parallel.RunStep;
import org.florin.legacyfiles.ImportMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Files of the mainframe over HTTP into the running bank. */
class ImportsIT {

  private static final Bank BANK = Bank.running();
  private static final String DAILY = "dailytran.ps";
  private static final int DAILY_LENGTH = 350;

  private final Intake intake = new Intake(BANK);

  @AfterAll
  static void books_agree() {
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private static long total(JsonObject run, String member) {
    return run.getAsJsonObject("total").get(member).getAsLong();
  }

  private static JsonObject daily(JsonObject run) {
    for (JsonElement file : run.getAsJsonArray("files")) {
      if (file.getAsJsonObject().get("kind").getAsString().equals("daily_transactions")) {
        return file.getAsJsonObject();
      }
    }
    throw new AssertionError("no daily file in " + run);
  }

  private static void assertTies(JsonObject run) {
    assertEquals(
        total(run, "read"),
        total(run, "new")
            + total(run, "unchanged")
            + total(run, "differing")
            + total(run, "rejected")
            + total(run, "in_suspense"));
    assertEquals(
        total(run, "read_amount"),
        total(run, "posted_amount")
            + total(run, "unchanged_amount")
            + total(run, "rejected_amount")
            + total(run, "suspense_amount"));
  }

  /** What the mainframe's program makes of the same files. */
  private static byte[] rejectsOfTheMainframe(Map<String, byte[]> set) throws IOException {
    Path in = Files.createTempDirectory("mainframe-in");
    Path out = Files.createTempDirectory("mainframe-out");
    for (Map.Entry<String, byte[]> file : set.entrySet()) {
      Files.write(in.resolve(file.getKey()), file.getValue());
    }
    LocalDateTime clock = LocalDateTime.of(2022, 6, 11, 10, 20, 30);
    LocalDate day = clock.toLocalDate();
    RunOrder order =
        new RunOrder(
            in,
            out,
            ImportMode.COMPATIBLE,
            Optional.empty(),
            Set.of(RunStep.POST),
            clock,
            clock,
            clock,
            "2022061100",
            day,
            day);
    ParallelRun.of(order, (step, ending) -> assertInstanceOf(Ending.Completed.class, ending));
    return Files.readAllBytes(out.resolve("DALYREJS"));
  }

  @Test
  void compatible_mode_rejects_to_the_byte_and_every_repeat_changes_nothing() throws IOException {
    Map<String, byte[]> ebcdic = Intake.generated(7_000_000, 60, 700, RecordEncoding.ebcdic());
    JsonObject first = intake.take(ebcdic, "compatible");

    assertEquals("completed_with_exceptions", first.get("status").getAsString());
    assertTies(first);
    byte[] expected = rejectsOfTheMainframe(ebcdic);
    assertArrayEquals(expected, intake.content(first.get("reject_file").getAsString()));
    assertEquals(expected.length / 430, total(first, "rejected"));
    assertTrue(total(first, "posted") > 400);

    long entries = BANK.number("select count(*) from journal_entry");
    Bank.Answer repeat = intake.start(ebcdic, "compatible");
    assertEquals(200, repeat.status());
    assertTrue(repeat.json().get("repeated").getAsBoolean());
    assertEquals(first.get("id").getAsString(), repeat.text("id"));

    JsonObject ascii =
        intake.take(Intake.generated(7_000_000, 60, 700, RecordEncoding.ascii()), "compatible");
    assertTies(ascii);
    assertEquals(0, total(ascii, "posted"));
    assertEquals(0, total(ascii, "new"));
    assertEquals(0, total(ascii, "differing"));
    assertEquals(total(first, "rejected"), total(ascii, "rejected"));
    assertEquals(entries, BANK.number("select count(*) from journal_entry"));
  }

  @Test
  void correct_mode_posts_every_known_card_and_reports_where_the_mainframe_would_not() {
    Map<String, byte[]> set = Intake.generated(7_100_000, 40, 600, RecordEncoding.ascii());
    JsonObject run = intake.take(set, "correct");

    assertTies(run);
    assertEquals(0, total(run, "rejected"));
    assertEquals(600, daily(run).get("posted").getAsLong() + total(run, "in_suspense"));
    String report =
        new String(
            intake.content(run.get("difference_report").getAsString()), StandardCharsets.UTF_8);
    assertEquals(run.get("differences").getAsLong() + 1, report.lines().count());
    assertTrue(report.contains("over_limit") && report.contains("0102 OVERLIMIT"));

    Bank.Answer account = BANK.get("/accounts?external_id=00007100000");
    assertEquals(1, account.json().getAsJsonArray("data").size());
    assertEquals(
        40,
        BANK.number(
            "select count(*) from credit_account where external_id between '00007100000' and '00007100039'"));
  }

  @Test
  void one_damaged_record_goes_to_suspense_and_all_others_are_posted() {
    Map<String, byte[]> set =
        new TreeMap<>(Intake.generated(7_200_000, 20, 50, RecordEncoding.ebcdic()));
    byte[] daily = set.get(DAILY).clone();
    daily[DAILY_LENGTH * 9 + 134] = 0x15;
    set.put(DAILY, daily);
    JsonObject run = intake.take(set, "correct");

    assertTies(run);
    List<JsonObject> damaged =
        run.getAsJsonArray("suspense").asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(item -> item.get("field").getAsString().equals("amount"))
            .toList();
    assertEquals(1, damaged.size());
    assertEquals(10, damaged.getFirst().get("line").getAsLong());
    assertEquals(DAILY_LENGTH * 9 + 134, damaged.getFirst().get("offset").getAsLong());
    assertEquals("byte 0x15 is no digit", damaged.getFirst().get("reason").getAsString());
    assertEquals(50, total(run, "posted") + total(run, "in_suspense"));
  }

  @Test
  void a_truncated_file_is_quarantined_and_nothing_of_its_set_is_posted() {
    Map<String, byte[]> set =
        new TreeMap<>(Intake.generated(7_300_000, 20, 50, RecordEncoding.ebcdic()));
    byte[] whole = set.get(DAILY);
    set.put(DAILY, Arrays.copyOf(whole, whole.length - 17));
    Bank.Answer file = intake.send(DAILY, set.get(DAILY));
    assertEquals("quarantined", file.text("status"));
    assertTrue(file.text("reason").contains("ends inside record 50"));

    Bank.Answer refused = intake.start(set, "correct");
    assertEquals(422, refused.status());
    assertEquals("import_refused", refused.text("code"));
    assertEquals(
        0,
        BANK.number(
            "select count(*) from credit_account where external_id between '00007300000' and '00007300019'"));
  }

  @Test
  void neither_card_numbers_nor_security_codes_are_kept_in_clear() {
    Map<String, byte[]> set = Intake.generated(7_400_000, 10, 10, RecordEncoding.ascii());
    intake.take(set, "correct");
    String first = new String(set.get("carddata.txt"), 0, 30, StandardCharsets.US_ASCII);

    assertEquals(
        0,
        BANK.number(
            "select count(*) from legacy_file_chunk where position(convert_to(?, 'UTF8') in content) > 0",
            first.substring(0, 16)));
    assertEquals(
        0,
        BANK.number(
            "select count(*) from journal_entry where description like ? or natural_key like ?",
            "%" + first.substring(0, 16) + "%",
            "%" + first.substring(0, 16) + "%"));
    byte[] image = intake.content(intake.send("carddata.txt", set.get("carddata.txt")).text("id"));
    assertTrue(new String(image, StandardCharsets.UTF_8).contains("not_found"));
  }

  @Test
  void a_kill_in_the_middle_of_a_file_loses_and_doubles_nothing() throws IOException {
    Map<String, byte[]> set = Intake.generated(7_500_000, 60, 6_000, RecordEncoding.ebcdic());
    String run = intake.start(set, "compatible").text("id");
    Awaitility.await("some chunks")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> daily(BANK.get("/imports/" + run).json()).get("read").getAsLong() > 400);
    BANK.stack().killServer();
    BANK.stack().startServer();
    JsonObject done = intake.end(run);

    assertTies(done);
    assertEquals(6_000, daily(done).get("read").getAsLong());
    assertArrayEquals(
        rejectsOfTheMainframe(set), intake.content(done.get("reject_file").getAsString()));
    assertEquals(
        total(done, "posted"),
        BANK.number(
            """
            select count(*) from journal_entry e join credit_account a on a.id = e.account_id
            where a.external_id between '00007500000' and '00007500059' and e.natural_key like 'clearing:%'"""));
  }

  /** Where the public sample lies beside the checkout it must come out as is known of it. */
  @Test
  void the_public_sample_comes_out_as_the_mainframe_has_it() {
    for (String encoding : List.of("EBCDIC", "ASCII")) {
      Intake.sample(encoding).ifPresent(this::takeSample);
    }
  }

  private void takeSample(Map<String, byte[]> set) {
    JsonObject compatible = intake.take(set, "compatible");
    assertTies(compatible);
    assertEquals(626, total(compatible, "read"));
    assertEquals(10_480_154, total(compatible, "read_amount"));
    assertEquals(38, total(compatible, "rejected"));
    assertEquals(2_684_684, total(compatible, "rejected_amount"));
    assertEquals(38 * 430, intake.content(compatible.get("reject_file").getAsString()).length);

    JsonObject correct = intake.take(set, "correct");
    assertTies(correct);
    assertEquals(0, total(correct, "rejected") + total(correct, "in_suspense"));
    assertEquals(
        300,
        daily(correct).get("posted").getAsLong() + daily(correct).get("unchanged").getAsLong());
    assertEquals(
        50,
        BANK.number(
            "select count(*) from credit_account where external_id between '00000000001' and '00000000050'"));
    assertEquals(
        10_480_154,
        BANK.number(
            """
            select sum(e.amount_minor) from journal_entry e join credit_account a on a.id = e.account_id
            where a.external_id between '00000000001' and '00000000050' and e.natural_key like 'clearing:%'"""));
  }

  @Test
  void what_cannot_be_an_import_is_refused() {
    assertEquals(400, BANK.post("/imports", "{\"system\":\"carddemo\",\"files\":[]}").status());
    assertEquals(
        400,
        BANK.post("/imports", "{\"system\":\"carddemo\",\"mode\":\"odd\",\"files\":[\"x\"]}")
            .status());
    Bank.Answer unknown = intake.send("notes.txt", "hello\n".getBytes(StandardCharsets.UTF_8));
    assertEquals("quarantined", unknown.text("status"));
    assertEquals(422, intake.start(List.of(unknown.text("id")), "correct").status());
    assertEquals(400, intake.send("..%2Fpasswd", new byte[10]).status());
  }
}

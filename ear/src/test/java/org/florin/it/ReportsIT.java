package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standard reports of the running bank: as data, as files, as pages, and as they are kept. */
class ReportsIT {

  private static final Bank BANK = Bank.running();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static byte[] document(String path, String mediaType) throws Exception {
    HttpResponse<byte[]> answer =
        HTTP.send(
            BANK.request(path).header("Accept", mediaType).GET().build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith(mediaType),
        answer.headers().toString());
    return answer.body();
  }

  private static List<String> reports() {
    return BANK.get("/reports").json().getAsJsonArray("data").asList().stream()
        .map(report -> report.getAsJsonObject().get("report").getAsString())
        .toList();
  }

  private static void spend() {
    Bank.Cardholder holder = BANK.newCardholder(50_000);
    Bank.Answer approved = BANK.post("/authorizations", holder.purchase(1_234));
    BANK.post("/authorizations/" + approved.text("id") + "/captures", "{}");
  }

  /** The total in US dollars, the last line. */
  private static long total(String path, String column) {
    JsonObject last =
        BANK.get(path).json().getAsJsonArray("lines").asList().getLast().getAsJsonObject();
    assertEquals("grand_total", last.get("line").getAsString());
    return last.get(column).getAsLong();
  }

  @Test
  void reports_come_in_every_form_and_their_totals_are_the_ledgers() throws Exception {
    spend();
    LocalDate today = BANK.businessDate();
    String days = "?from=" + today.withDayOfMonth(1) + "&to=" + today;
    assertEquals(7, reports().size());
    for (String report : reports()) {
      String path = "/reports/" + report + days;
      assertTrue(document(path, "application/json").length > 0);
      String csv = new String(document(path, "text/csv"), StandardCharsets.UTF_8);
      assertTrue(csv.startsWith("line,currency,"), csv);
      assertEquals("PK", new String(document(path, XLSX), 0, 2, StandardCharsets.US_ASCII));
      byte[] pdf = document(path, "application/pdf");
      assertEquals("%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
      Files.write(Path.of("target", "report-" + report + ".pdf"), pdf);
    }
    long ledger =
        BANK.number(
            """
            select coalesce(sum(l.amount_minor), 0) from journal_line l join journal_entry e on e.id = l.entry_id
            where e.booked_on = ? and l.gl_account = 'cardholder_receivable' and e.currency = 'USD'""",
            today);
    assertEquals(ledger, total("/reports/transactions", "amount"));
    assertEquals(ledger, total("/reports/daily-activity", "net"));
    assertEquals(
        BANK.number("select sum(posted_balance_minor) from credit_account where currency = 'USD'"),
        total("/reports/portfolio", "balance"));
  }

  @Test
  void transactions_are_printed_as_the_mainframe_prints_them() throws Exception {
    spend();
    List<String> lines =
        new String(document("/reports/transactions", "text/plain"), StandardCharsets.US_ASCII)
            .lines()
            .toList();

    assertTrue(lines.stream().allMatch(line -> line.length() == 133));
    assertTrue(lines.getFirst().startsWith("DALYREPT"), lines.getFirst());
    assertTrue(lines.stream().anyMatch(line -> line.contains("01-Purchase")), lines.toString());
    assertTrue(lines.getLast().startsWith("Grand Total"), lines.getLast());
  }

  @Test
  void reports_of_a_closed_day_are_kept_and_stay_as_they_are() throws Exception {
    spend();
    LocalDate day = BANK.businessDate();
    BANK.closeUntil(day.plusDays(1));

    JsonObject stored =
        BANK.get("/reports/stored?report=transactions&limit=1")
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();
    assertEquals(day.toString(), stored.get("to").getAsString());
    assertTrue(stored.get("rows").getAsLong() > 0);
    String path = "/reports/stored/" + stored.get("id").getAsString();
    for (String form : List.of("text/csv", XLSX, "application/pdf", "application/json")) {
      assertArrayEquals(document(path, form), document(path, form), form);
    }
    assertEquals(
        7,
        BANK.number(
            "select count(*) from stored_report where from_day = ? and to_day = ?", day, day));
  }

  @Test
  void what_is_no_report_or_form_or_range_is_refused() {
    assertEquals(404, BANK.get("/reports/horoscope").status());
    assertEquals(400, BANK.get("/reports/portfolio?from=2026-02-30").status());
    assertEquals(400, BANK.get("/reports/portfolio?from=2026-02-02&to=2026-02-01").status());
    assertEquals(404, BANK.get("/reports/stored/rep_00000000000000000000000000").status());
    Bank.Answer printed =
        BANK.send(BANK.request("/reports/portfolio").header("Accept", "text/plain").GET());
    assertEquals(422, printed.status(), printed.body());
    Bank.Answer unknown =
        BANK.send(BANK.request("/reports/portfolio").header("Accept", "image/png").GET());
    assertEquals(406, unknown.status(), unknown.body());
    String key = BANK.newPartner("payments:read");
    assertEquals(403, BANK.send(BANK.request("/reports", key).GET()).status());
  }

  @Test
  void auditor_reads_reports_and_takes_files_along() throws IOException {
    spend();
    look(ColorScheme.LIGHT, 1280);
    look(ColorScheme.DARK, 1280);
    look(ColorScheme.LIGHT, 390);
  }

  private static void look(ColorScheme scheme, int width) throws IOException {
    try (var auditor = Visitor.at(BANK, scheme, width)) {
      auditor.signIn(BANK, "auditor");
      assertEquals(200, auditor.open("/bank/reports"));
      auditor.look("bank-reports");
      assertEquals(200, auditor.open("/bank/report?name=transactions&from=" + BANK.businessDate()));
      assertTrue(auditor.text("main").contains("Total USD"));
      auditor.look("bank-report-transactions");
      assertEquals(200, auditor.open("/bank/report?name=portfolio"));
      auditor.look("bank-report-portfolio");
      var download =
          auditor.page().waitForDownload(() -> auditor.page().click("button:has-text('CSV')"));
      assertTrue(download.suggestedFilename().startsWith("portfolio-"));
      assertTrue(Files.readString(download.path()).startsWith("line,currency,product"));
      auditor.isContent();
    }
  }
}

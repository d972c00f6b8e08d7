package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.florin.kernel.ApplicationId;
import org.junit.jupiter.api.Test;

/**
 * An application's life beyond a plain yes: less than asked for, missing papers, time running out.
 */
class ApplicationsIT {

  private final Bank bank = Bank.running();
  private final Post post = new Post(bank);
  private final String email = "apply." + Bank.newKey().substring(0, 8) + "@example.com";

  @Test
  void a_counteroffer_says_why_and_is_taken_by_the_applicant() throws Exception {
    var offered = apply(2_000_000, "0800");
    assertEquals("counteroffered", offered.text("status"), offered.body());
    var decision = offered.json().getAsJsonObject("decision");
    assertEquals(1_500_000, decision.get("credit_limit").getAsLong());
    assertEquals(
        "amount_above_product",
        decision.getAsJsonArray("reasons").get(0).getAsJsonObject().get("code").getAsString());

    var letter = notice(offered.text("id"));
    assertEquals("%PDF", new String(letter, 0, 4, StandardCharsets.US_ASCII));
    Files.write(Path.of("target/notice.pdf"), letter);
    assertArrayEquals(letter, notice(offered.text("id")));

    var link = link("Our offer for your card");
    try (var applicant = Visitor.at(bank)) {
      applicant.open(link);
      assertTrue(applicant.text("main").contains("less than you asked for"));
      applicant.look("applicant-counteroffer");
      applicant.press("counteroffer:take");
      assertTrue(applicant.text("main").contains("Welcome to Florin"));
      applicant.isContent();
    }
    var account = bank.get("/applications/" + offered.text("id")).text("account");
    assertEquals(1_500_000, bank.get("/accounts/" + account).number("credit_limit"));
    assertEquals(1, bank.number(count(offered.text("id"), "application.notice")));
  }

  @Test
  void what_is_missing_is_asked_for_sent_and_read() throws Exception {
    var id = apply(100_000, "0000").text("id");
    try (var underwriter = Visitor.at(bank);
        var applicant = Visitor.at(bank, ColorScheme.DARK, 390)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/application?id=" + id);
      underwriter.page().check("[id='more:kinds:1']");
      underwriter.press("more:ask");
      assertTrue(underwriter.text("main").contains("Asked."), underwriter.text("main"));
      assertEquals("incomplete", bank.get("/applications/" + id).text("status"));
      assertTrue(
          bank.get("/applications/" + id + "/documents").body().contains("\"kind\":\"income\""));
      var gif = bank.post("/applications/" + id + "/documents", document("R0lGODlhAQABAAAAACw="));
      assertEquals("not_possible", gif.text("code"), gif.body());

      applicant.open(link("We need something from you"));
      applicant.look("applicant-incomplete");
      applicant
          .page()
          .setInputFiles(
              "[id='documents:file']",
              new FilePayload(
                  "slip.pdf", "application/pdf", "%PDF-1.4 slip".getBytes(StandardCharsets.UTF_8)));
      applicant.press("documents:send");
      assertTrue(applicant.text("main").contains("A person will look"), applicant.text("main"));
      assertEquals("in_review", bank.get("/applications/" + id).text("status"));

      underwriter.open("/bank/application?id=" + id);
      underwriter.look("application-documents");
      var download =
          underwriter
              .page()
              .waitForDownload(() -> underwriter.page().click("[id='papers:each:0:read']"));
      assertEquals("%PDF-1.4 slip", Files.readString(download.path()));
      underwriter.page().check("[id='no:reasons:0']");
      underwriter.press("no:decline");
      assertTrue(underwriter.text("main").contains("Notice of action taken"));
      applicant.open(link("About your application"));
      applicant.look("applicant-declined");
      applicant.isContent();
      underwriter.isContent();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> bank.number(count(id, "application.notice")) == 1);
    assertEquals(1, bank.number(count(id, "application.document_read")));
    assertEquals(
        "wrong_status",
        bank.post("/applications/" + id + "/documents", document("JVBERi0xLjcK")).text("code"));
  }

  @Test
  void an_offer_that_nobody_takes_ends_by_itself() {
    var id = apply(100_000, "0800").text("id");
    at(id, "offer_expires_at = now() - interval '1 second'");
    Awaitility.await()
        .atMost(Duration.ofSeconds(100))
        .until(() -> bank.get("/applications/" + id).text("status").equals("expired"));
    assertEquals("wrong_status", bank.post("/applications/" + id + "/accept", "{}").text("code"));
    post.await(email, "Your application has ended");
  }

  @Test
  void a_decision_that_is_overdue_is_on_the_work_list() {
    var id = apply(100_000, "0000").text("id");
    at(id, "notice_due_at = now() - interval '1 day'");
    try (var underwriter = Visitor.at(bank)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/applications");
      assertTrue(underwriter.text("section[aria-labelledby=due]").contains("Overdue"));
      underwriter.look("applications-due");
      underwriter.isContent();
    }
    at(id, "notice_due_at = now() + interval '30 days'");
  }

  @Test
  void above_the_own_authority_a_second_underwriter_is_needed() {
    var id = apply(100_000, "0000").text("id");
    grant("500");
    try (var underwriter = Visitor.at(bank)) {
      underwriter.signIn(bank, "underwriter");
      underwriter.open("/bank/application?id=" + id);
      underwriter.fill("yes:limit", "800");
      underwriter.press("yes:approve");
      assertTrue(underwriter.text("main").contains("above your authority"));
      underwriter.press("yes:approve");
      assertEquals("in_review", bank.get("/applications/" + id).text("status"));
    } finally {
      grant("10000");
    }
  }

  @Test
  void a_link_opens_only_what_it_was_made_for() {
    try (var stranger = Visitor.at(bank)) {
      stranger.open(
          "/application?token=019aa000-0000-7000-8000-000000000000.abcdefghijklmnopqrstuvwxyza");
      assertTrue(stranger.text("main").contains("There is nothing behind this link"));
      assertFalse(stranger.text("main").contains("Withdraw"));
      stranger.isContent();
    }
  }

  private void grant(String dollars) {
    try (var admin = Visitor.at(bank)) {
      admin.signIn(bank, "admin");
      admin.open("/bank/users");
      admin.fill("authority:limit", dollars);
      admin.press("authority:grant");
      assertTrue(admin.text("main").contains("alone"), admin.text("main"));
      admin.look("users-authority");
      admin.isContent();
    }
  }

  private Bank.Answer apply(long limit, String lastFour) {
    var answer =
        bank.post(
            "/applications",
            Bank.application(limit, Bank.Cardholder.taxId(lastFour), false)
                .replace("ada@example.com", email));
    assertEquals(201, answer.status(), answer.body());
    return answer;
  }

  private String link(String subject) {
    return Post.linkIn(post.await(email, subject));
  }

  private byte[] notice(String id) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              bank.request("/applications/" + id + "/notice").GET().build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertEquals(200, answer.statusCode());
      return answer.body();
    }
  }

  private static String document(String content) {
    return "{\"kind\":\"income\",\"file_name\":\"slip\",\"content\":\"" + content + "\"}";
  }

  private static String count(String id, String action) {
    return "select count(*) from audit_record where action = '"
        + action
        + "' and object = '"
        + id
        + "'";
  }

  private void at(String id, String change) {
    bank.asOwner(
        "update application set "
            + change
            + " where id = '"
            + ApplicationId.parse(id).value()
            + "'");
  }
}

package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People at the portal: a real browser on the whole bank. */
class PortalJourneyIT {

  private static final Pattern ACCOUNT = Pattern.compile("acct_[0-9a-z]{26}");
  private static final String PASSWORD = "four quiet herons waiting";

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "",
              List.of(
                  "/", "/sign-in", "/apply", "/application?token=over", "/invitation?token=over"),
          "cardholder", List.of("/home", "/activity", "/cards", "/limits", "/credit-limit", "/pay"),
          "underwriter",
              List.of(
                  "/bank/work",
                  "/bank/accounts",
                  "/bank/applications",
                  "/bank/policies",
                  "/bank/policy?number=2",
                  "/bank/risk",
                  "/bank/risk-version"),
          "operations",
              List.of(
                  "/bank/files",
                  "/bank/batch",
                  "/bank/unmatched",
                  "/bank/reports",
                  "/bank/report?name=daily-activity",
                  "/bank/statistics?period=monthly"),
          "admin", List.of("/bank/users"));

  private final Bank bank = Bank.running();

  @Test
  void applies_is_approved_spends_and_pays() {
    var email = "journey." + Bank.newKey().substring(0, 8) + "@example.com";
    try (var ada = Visitor.at(bank)) {
      apply(ada, email, Bank.Cardholder.newTaxId());
      assertTrue(ada.text("main").contains("$1,000.00"), ada.text("main"));
      ada.look("decision-approved");
      ada.press("offer:take");
      ada.look("decision-accepted");
      var account = account(ada.text("main"));

      ada.open(Post.linkIn(new Post(bank).await(email, "Welcome")));
      var username = email.substring(0, email.indexOf('@'));
      ada.fill("enrol:username", username);
      ada.fill("enrol:password", "too short");
      ada.press("enrol:go");
      ada.look("invitation");
      ada.fill("enrol:password", PASSWORD);
      ada.press("enrol:go");
      ada.signIn(username, PASSWORD);
      assertEquals("$1,000.00", ada.text("#available"));

      var card = bank.get("/accounts/" + account).json().getAsJsonArray("cards").get(0);
      var cardId =
          card.isJsonObject() ? card.getAsJsonObject().get("id").getAsString() : card.getAsString();
      var holder = new Bank.Cardholder(account, cardId);
      var purchase = bank.post("/authorizations", holder.purchase(4_500)).text("id");
      ada.open("/home");
      assertEquals("$955.00", ada.text("#available"));
      assertTrue(ada.text("main").contains("Corner Shop"));
      ada.look("home-pending");

      bank.post("/authorizations/" + purchase + "/captures", "{\"amount\":4500,\"final\":true}");
      ada.open("/activity");
      ada.look("activity-posted");
      ada.open("/pay");
      ada.press("pay:go");
      ada.page()
          .getByText(
              "Succeeded", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
          .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(30_000));
      ada.look("pay-succeeded");
      ada.open("/home");
      assertEquals("$0.00", ada.text("#owed"));
      assertEquals("$1,000.00", ada.text("#available"));

      ada.open("/limits");
      ada.fill("limits:day", "60.00");
      ada.press("limits:save");
      ada.open("/limits");
      assertTrue(ada.text("main").contains("$15.00 left"), ada.text("main"));
      ada.look("limits-set");
      var declined = bank.post("/authorizations", holder.purchase(1_501));
      assertEquals("LIMIT_AMOUNT", declined.text("reason"));
      ada.open("/activity");
      assertTrue(ada.text("main").contains("Over the limit that was set."));

      ada.open("/cards");
      ada.page().waitForNavigation(() -> ada.page().click("text=Pause this card"));
      ada.look("card-paused");
      assertEquals(
          "CARD_PAUSED", bank.post("/authorizations", holder.purchase(100)).text("reason"));
      ada.isContent();
    }
  }

  @Test
  void underwriter_decides_what_the_policy_refers() {
    var email = "referred." + Bank.newKey().substring(0, 8) + "@example.com";
    try (var applicant = Visitor.at(bank);
        var underwriter = Visitor.at(bank)) {
      apply(applicant, email, Bank.Cardholder.taxId("0000"));
      assertTrue(applicant.text("main").contains("A person will look at this"));
      applicant.look("decision-in-review");
      var application = find(Pattern.compile("app_[0-9a-z]{26}"), applicant.text("main"));

      underwriter.signIn(bank, "underwriter");
      assertEquals(200, underwriter.open("/bank/application?id=" + application));
      underwriter.look("application");
      underwriter.fill("yes:limit", "800");
      underwriter.press("yes:approve");
      assertTrue(underwriter.text("main").contains("Decided"));
      underwriter.look("application-decided");
      assertTrue(
          new Post(bank)
              .await(email, "Our offer for your card")
              .contains("1. No credit file was found"));
      applicant.isContent();
      underwriter.isContent();
    }
  }

  @Test
  void operations_looks_at_what_came_without_an_approval() {
    var holder = bank.newCardholder();
    var merchant = "Nowhere " + Bank.newKey().substring(0, 8);
    bank.post(
        "/clearings",
        holder
            .purchase(4_200)
            .replace("\"entry_mode\":\"ecommerce\",", "")
            .replace("Corner Shop", merchant));
    try (var operations = Visitor.at(bank)) {
      operations.signIn(bank, "operations");
      operations.open("/bank/unmatched");
      operations.look("unmatched");
      var row =
          operations
              .page()
              .locator(
                  "li", new com.microsoft.playwright.Page.LocatorOptions().setHasText(merchant));
      operations.fill("unmatched:note", "The merchant was offline.");
      operations.page().waitForNavigation(() -> row.locator("button").click());
      assertTrue(operations.text("main").contains("Closed."));
      assertFalse(operations.text("main").contains(merchant));
      operations.isContent();
    }
    assertEquals(
        1,
        bank.number(
            "select count(*) from unmatched_clearing where merchant_name = ? and resolved_by is not null",
            merchant));
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "LIGHT, 360", "DARK, 1280", "DARK, 360"})
  void every_page_is_sound_in_every_look(ColorScheme scheme, int width) {
    PAGES.forEach(
        (role, pages) -> {
          try (var visitor = Visitor.at(bank, scheme, width)) {
            if (!role.isEmpty()) {
              visitor.signIn(bank, role);
            }
            for (var page : pages) {
              assertEquals(200, visitor.open(page), page);
              visitor.look((role + page.replaceAll("\\?.*", "")).replace('/', '-'));
            }
            visitor.isContent();
          }
        });
  }

  @Test
  void nobody_opens_what_is_not_theirs() {
    try (var stranger = Visitor.at(bank);
        var holder = Visitor.at(bank);
        var auditor = Visitor.at(bank)) {
      for (var page : List.of("/home", "/bank/work", "/bank/users")) {
        stranger.open(page);
        assertTrue(stranger.page().url().endsWith("/sign-in"), page);
      }
      holder.signIn(bank, "cardholder");
      for (var page : List.of("/bank/work", "/bank/accounts", "/bank/users", "/bank/account")) {
        assertEquals(404, holder.open(page), page);
      }
      auditor.signIn(bank, "auditor");
      assertEquals(404, auditor.open("/home"));
      assertEquals(200, auditor.open("/bank/batch"));
      assertFalse(auditor.text("main").contains("Restart"));
    }
  }

  @Test
  void ten_wrong_passwords_lock_and_every_refusal_reads_the_same() {
    var holder = bank.stack();
    try (var guest = Visitor.at(bank)) {
      var user =
          holder.demoUsers().stream()
              .filter(each -> each.username().equals("dora.delinquent"))
              .findFirst()
              .orElseThrow();
      guest.signIn("nobody.at.all", "a password of nobody");
      var unknown = guest.text(".said");
      assertFalse(unknown.isBlank());
      for (var tried = 0; tried < 10; tried++) {
        guest.signIn(user.username(), "not the password " + tried);
        assertEquals(unknown, guest.text(".said"));
      }
      guest.signIn(user.username(), user.password());
      assertTrue(guest.page().url().endsWith("/sign-in"));
      assertEquals(unknown, guest.text(".said"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void answers_carry_their_protective_headers() {
    try (var guest = Visitor.at(bank)) {
      var headers = guest.page().navigate(bank.stack().portalUrl()).allHeaders();
      assertEquals("nosniff", headers.get("x-content-type-options"));
      assertEquals("no-store", headers.get("cache-control"));
      assertTrue(headers.get("content-security-policy").contains("frame-ancestors 'none'"));
      assertTrue(headers.get("content-security-policy").contains("script-src 'self' 'nonce-"));
      assertFalse(headers.get("content-security-policy").contains("unsafe-eval"));
      assertTrue(headers.get("set-cookie").contains("HttpOnly"));
      assertTrue(headers.get("set-cookie").contains("SameSite=Lax"));
    }
  }

  private static void apply(Visitor applicant, String email, String taxId) {
    applicant.open("/apply");
    applicant.press("apply:send");
    assertTrue(applicant.text("main").contains("need another look"));
    applicant.look("apply-refused");
    applicant.fill("apply:requestedLimit", "1000");
    applicant.fill("apply:firstName", "Ada");
    applicant.fill("apply:lastName", "Byron");
    applicant.fill("apply:dateOfBirth", "1985-12-10");
    applicant.fill("apply:taxId", taxId);
    applicant.fill("apply:phone", "+1 512 555 0100");
    applicant.fill("apply:email", email);
    applicant.fill("apply:line1", "1 Main St");
    applicant.fill("apply:city", "Austin");
    applicant.fill("apply:state", "TX");
    applicant.fill("apply:postalCode", "78701");
    applicant.fill("apply:housingPayment", "1500");
    applicant.fill("apply:annualIncome", "90000");
    applicant.page().check("[id='apply:eSign']");
    applicant.press("apply:send");
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> !applicant.text("main").contains("Send application"));
  }

  private static String account(String text) {
    return find(ACCOUNT, text);
  }

  private static String find(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertTrue(found.find(), text);
    return found.group();
  }
}

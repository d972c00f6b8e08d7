package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Three people live with a card for a year and a half, on a bank of their own whose days are closed
 * one after the other: Ada pays everything, Bruno pays the least until he pays all, Dora pays
 * nothing. Each statement lies under {@code ear/target/lives} for people to look at.
 */
class EighteenMonthsIT {

  private static final int MONTHS = 18;
  private static final int CYCLE_DAY = 20;
  private static final Bank BANK = Bank.ofItsOwn("lives-bank");
  private static final Path DOCUMENTS = BANK.stack().workspace().root().resolve("ear/target/lives");

  /** Bruno's purchase costs nothing until its promotion ends in the seventh cycle. */
  private static final int PROMOTION_CYCLES = 7;

  /** From this cycle on Bruno pays all. */
  private static final int BRUNO_PAYS_ALL_FROM = 12;

  private final Life ada = new Life("ada", BANK.newCardholder(500_000));
  private final Life bruno = new Life("bruno", BANK.newCardholder(500_000));
  private final Life carl = new Life("carl", BANK.newCardholder(200_000));
  private final Life dora = new Life("dora", BANK.newCardholder(200_000));

  private String dispute = "";

  /** One person's card, and the statement that came last. */
  private static final class Life {
    final String name;
    final Bank.Cardholder holder;
    JsonObject statement = new JsonObject();

    Life(String name, Bank.Cardholder holder) {
      this.name = name;
      this.holder = holder;
    }

    void buys(long minor) {
      var approved = BANK.post("/authorizations", holder.purchase(minor));
      assertTrue(approved.json().get("approved").getAsBoolean(), approved.body());
      BANK.post("/authorizations/" + approved.text("id") + "/captures", "{}");
    }

    void paysByItself(String choice) {
      var set =
          BANK.put("/accounts/" + holder.account() + "/autopay", "{\"choice\":\"" + choice + "\"}");
      assertEquals(200, set.status(), set.body());
    }

    JsonObject account() {
      return BANK.get("/accounts/" + holder.account()).json();
    }

    /** Reads the statement that closed on the day; keeps it as people see it. */
    void readsStatement(LocalDate closing) throws IOException {
      var first =
          BANK.get("/accounts/" + holder.account() + "/statements?limit=1")
              .json()
              .getAsJsonArray("data")
              .get(0)
              .getAsJsonObject();
      var id = first.get("id").getAsString();
      statement = BANK.get("/statements/" + id).json();
      assertEquals(closing.toString(), statement.get("closed_on").getAsString(), name);
      assertEquals(
          of("previous_balance")
              - of("payments")
              - of("credits")
              + of("purchases")
              + of("cash_advances")
              + of("adjustments")
              + of("fees")
              + of("interest"),
          of("new_balance"),
          () -> name + " " + statement);
      var pdf = shown(id, "application/pdf", HttpResponse.BodyHandlers.ofByteArray());
      Files.write(DOCUMENTS.resolve(name + "-" + closing + ".pdf"), pdf);
      assertTrue(pdf.length > 5_000, name);
    }

    long of(String member) {
      return statement.get(member).getAsLong();
    }

    boolean lists(String kind) {
      return StreamSupport.stream(statement.getAsJsonArray("transactions").spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .anyMatch(line -> line.get("kind").getAsString().equals(kind));
    }
  }

  @AfterAll
  static void end() {
    BANK.end();
  }

  @Test
  void three_people_live_with_a_card_for_a_year_and_a_half() throws IOException {
    Files.createDirectories(DOCUMENTS);
    BANK.asOwner("update credit_account set cycle_day = " + CYCLE_DAY);
    var begin = BANK.businessDate();
    offerBruno(begin);
    ada.paysByItself("statement_balance");
    bruno.paysByItself("minimum");
    bruno.buys(100_000);
    carl.buys(50_000);
    dora.buys(80_000);
    var closing = begin.withDayOfMonth(CYCLE_DAY);
    if (!closing.isAfter(begin)) {
      closing = closing.plusMonths(1);
    }
    for (var month = 1; month <= MONTHS; month++) {
      ada.buys(30_000 + month);
      if (month == BRUNO_PAYS_ALL_FROM) {
        bruno.paysByItself("statement_balance");
      }
      BANK.closeUntil(closing.plusDays(1));
      for (var life : List.of(ada, bruno, carl, dora)) {
        if (!life.account().get("status").getAsString().equals("charged_off")) {
          life.readsStatement(closing);
        }
      }
      if (month == 1) {
        carlDisputes();
      }
      adaPaysNoInterest(month);
      brunoPaysForWhatHeOwes(month);
      paymentsArrive(LocalDate.parse(ada.statement.get("payment_due_on").getAsString()));
      doraIsFollowed(month);
      carlIsHeard(month);
      closing = closing.plusMonths(1);
    }

    assertEquals("charged_off", dora.account().get("status").getAsString());
    assertEquals(0, BANK.number("select count(*) from day_close_exception"));
    assertEquals(0, BANK.number(POSTINGS_NOT_ON_ONE_STATEMENT));
    assertEquals(0, BANK.number(DAYS_THAT_DO_NOT_FOLLOW));
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private void offerBruno(LocalDate begin) {
    var offered =
        BANK.post(
            "/accounts/" + bruno.holder.account() + "/promotions",
            """
            {"code":"INTRO-0","balance_type":"purchase","rate":0,"offered_from":"%s","offered_until":"%s","ends_on":"%s"}
            """
                .formatted(begin, begin.plusDays(5), begin.plusMonths(PROMOTION_CYCLES - 1L)));
    assertEquals(201, offered.status(), offered.body());
  }

  private void adaPaysNoInterest(int month) {
    assertEquals(0, ada.of("interest"), () -> ada.statement.toString());
    assertEquals(0, ada.of("fees"), () -> ada.statement.toString());
    assertTrue(ada.statement.get("purchases_have_grace").getAsBoolean());
    assertEquals(month == 1 ? 0 : 30_000 + month - 1, ada.of("payments"));
  }

  /** The promotion, then interest, then grace again with the first cycle that is paid in full. */
  private void brunoPaysForWhatHeOwes(int month) {
    if (month < PROMOTION_CYCLES) {
      assertEquals(0, bruno.of("interest"), () -> bruno.statement.toString());
    } else if (month > PROMOTION_CYCLES && month <= BRUNO_PAYS_ALL_FROM) {
      assertTrue(bruno.of("interest") > 0, () -> bruno.statement.toString());
    } else if (month > BRUNO_PAYS_ALL_FROM + 1) {
      assertEquals(0, bruno.of("interest"), () -> bruno.statement.toString());
      assertEquals(0, bruno.of("new_balance"), () -> bruno.statement.toString());
    }
    assertEquals(0, bruno.of("fees"), () -> bruno.statement.toString());
  }

  /** Payments are ordered three days before they are due, and the sandbox's Stripe takes them. */
  private static void paymentsArrive(LocalDate dueOn) {
    BANK.closeUntil(dueOn.minusDays(2));
    Awaitility.await("payments due on " + dueOn)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                BANK.number(
                        """
                        select count(*) from autopay_order o join payment p on p.id = o.payment_id
                        where p.status <> 'succeeded'""")
                    == 0);
    BANK.closeUntil(dueOn.plusDays(2));
  }

  private void doraIsFollowed(int month) {
    var account = dora.account();
    if (month == 1) {
      assertEquals(2, account.get("days_past_due").getAsInt());
    }
    if (month == 2) {
      assertTrue(dora.of("fees") > 0, () -> dora.statement.toString());
      assertTrue(dora.of("interest") > 0, () -> dora.statement.toString());
      assertTrue(dora.of("past_due") > 0, () -> dora.statement.toString());
      assertTrue(dora.lists("fee"), () -> dora.statement.toString());
    }
    if (month == 6) {
      assertEquals("open", account.get("status").getAsString());
      assertTrue(account.get("days_past_due").getAsInt() > 140, account.toString());
    }
    if (month == 8) {
      assertEquals("charged_off", account.get("status").getAsString());
      assertEquals(
          "ACCOUNT_CLOSED", BANK.post("/authorizations", dora.holder.purchase(100)).text("reason"));
    }
  }

  /** What is in dispute is neither asked for nor costs anything; in the third month he is right. */
  private void carlIsHeard(int month) {
    if (month == 2) {
      assertEquals(50_000, carl.of("new_balance"), () -> carl.statement.toString());
      assertEquals(0, carl.of("minimum_payment"), () -> carl.statement.toString());
      step("credit");
      step("resolve_for_cardholder");
      assertEquals(0, carl.account().get("posted_balance").getAsLong());
    }
    if (month > 2) {
      assertEquals(0, carl.of("new_balance"), () -> carl.statement.toString());
    }
    assertEquals(0, carl.of("interest"), () -> carl.statement.toString());
    assertEquals(0, carl.of("fees"), () -> carl.statement.toString());
    assertEquals(0, carl.account().get("days_past_due").getAsInt());
  }

  private void carlDisputes() {
    var transaction =
        carl.statement
            .getAsJsonArray("transactions")
            .get(0)
            .getAsJsonObject()
            .get("id")
            .getAsString();
    var opened =
        BANK.post(
            "/disputes",
            """
            {"transaction":"%s","reason":"not_received","explanation":"The parcel never came."}"""
                .formatted(transaction));
    assertEquals(201, opened.status(), opened.body());
    dispute = opened.text("id");
    step("acknowledge");
  }

  private void step(String step) {
    var taken =
        BANK.post("/simulate/disputes/" + dispute + "/steps", "{\"step\":\"" + step + "\"}");
    assertEquals(200, taken.status(), taken.body());
  }

  private static <T> T shown(
      String statement, String mediaType, HttpResponse.BodyHandler<T> handler) {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
              BANK.request("/statements/" + statement).header("Accept", mediaType).GET().build(),
              handler)
          .body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final String POSTINGS_NOT_ON_ONE_STATEMENT =
      """
      select count(*) from (
        select s.account_id, s.closed_on,
          (s.document::jsonb ->> 'new_balance')::bigint - (s.document::jsonb ->> 'previous_balance')::bigint as moved,
          coalesce((select sum(e.amount_minor) from journal_entry e where e.account_id = s.account_id
            and e.booked_on > s.before and e.booked_on <= s.closed_on), 0) as booked
        from (select *, lag(closed_on, 1, date '0001-01-01') over (partition by account_id order by closed_on) as before
              from account_statement) s) each
      where moved <> booked""";

  private static final String DAYS_THAT_DO_NOT_FOLLOW =
      """
      select count(*) from (
        select opening_minor, lag(closing_minor) over (partition by account_id order by day) as before from account_day) d
      where before is not null and opening_minor <> before""";
}

package org.florin.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.networks.NetworkMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Faults around authorization, each by its id in docs/reliability.md: the server and its database
 * die or part, decisions come too late, a network is silent.
 */
class FaultsIT {

  private static final Bank BANK = Bank.running();
  private static final String RESEND_PAUSE = "FLORIN_NETWORKS_RESEND_PAUSE";
  private static final String DATABASE_URL = "FLORIN_DB_URL";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static DatabaseLine database;

  private final Bank.Cardholder holder = BANK.newCardholder();

  /** From here on the server reaches its database through a line that a test can cut. */
  @BeforeAll
  static void putLineBetween() throws IOException {
    database = new DatabaseLine(BANK.stack().ports().database());
    restartWith(database.port(), "PT0.2S");
  }

  @AfterAll
  static void takeLineOut() throws IOException {
    restartWith(BANK.stack().ports().database(), "PT5S");
    database.close();
  }

  private static void restartWith(int databasePort, String resendPause) throws IOException {
    var url =
        BANK.stack()
            .jdbcUrl()
            .replace(":" + BANK.stack().ports().database() + "/", ":" + databasePort + "/");
    BANK.stack()
        .set(
            DATABASE_URL,
            url
                + "?ApplicationName=florin&reWriteBatchedInserts=true&prepareThreshold=3"
                + "&tcpKeepAlive=true&connectTimeout=5");
    BANK.stack().set(RESEND_PAUSE, resendPause);
    BANK.stack().stopServer();
    BANK.stack().startServer();
  }

  @AfterEach
  void books_agree() {
    BANK.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }

  private static AcquirerLine signedOn() {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> AcquirerLine.signedOn(BANK.stack().ports().acquirer(), "ISO87A"),
            line -> line != null);
  }

  private long available() {
    return BANK.get("/accounts/" + holder.account()).number("available_credit");
  }

  private long rows() {
    return BANK.number(
        "select count(*) from card_authorization where account_id = ?",
        AccountId.parse(holder.account()).value());
  }

  private static void awaitFirstAnswer(Load load) {
    var before = load.answeredCount();
    await().atMost(PATIENCE).until(() -> load.answeredCount() > before);
  }

  @Test
  @DisplayName("P1 server killed while authorizations are under way")
  void p1_server_killed() throws Exception {
    var load = new Load(BANK);
    load.begin(8);
    awaitFirstAnswer(load);
    Thread.sleep(1_000);

    BANK.stack().killServer();
    BANK.stack().startServer();

    awaitFirstAnswer(load);
    load.endAndCheck();
  }

  @Test
  @DisplayName("D1 database killed with all its processes, under load")
  void d1_database_killed() throws Exception {
    var load = new Load(BANK);
    load.begin(8);
    awaitFirstAnswer(load);
    Thread.sleep(1_000);

    BANK.stack().killDatabase();
    BANK.stack().startDatabase();

    awaitFirstAnswer(load);
    load.endAndCheck();
  }

  @ParameterizedTest
  @EnumSource(
      value = DatabaseLine.Cut.class,
      names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  @DisplayName("D2 connection cut exactly while committing: the stored answer tells")
  void d2_connection_cut_at_commit(DatabaseLine.Cut cut) {
    assertEquals(201, BANK.post("/authorizations", holder.purchase(100)).status());
    var cutsBefore = database.cuts();
    database.cutAtNextCommit(cut);
    var key = Bank.newKey();
    var answer = BANK.post("/authorizations", key, holder.purchase(700));

    assertEquals(201, answer.status(), answer.body());
    assertEquals(cutsBefore + 1, database.cuts());
    assertEquals(2, rows());
    assertEquals(100_000 - 800, available());
    assertEquals(answer.body(), BANK.post("/authorizations", key, holder.purchase(700)).body());
  }

  @Test
  @DisplayName("D5 serialization failures: tried again as a whole, then 503")
  void d5_serialization_failure() {
    BANK.asOwner(
        """
        create sequence d5_times;
        create function d5_fail() returns trigger language plpgsql security definer as $$
        begin
          if nextval('d5_times') <= 2 then raise exception 'conflict' using errcode = '40001'; end if;
          return new;
        end $$;
        create trigger d5 before insert on card_authorization for each row
          when (new.merchant_id = 'D5') execute function d5_fail();
        create trigger d5 before insert on authorization_element for each row
          when (new.type = 'clearing') execute function d5_fail();""");
    try {
      var authorized =
          BANK.post("/authorizations", holder.purchase(500).replace("\"M1\"", "\"D5\""));
      assertEquals(201, authorized.status(), authorized.body());
      assertEquals(1, rows());

      BANK.asOwner("alter sequence d5_times restart");
      var captured =
          BANK.post("/authorizations/" + authorized.text("id") + "/captures", "{\"amount\":500}");
      assertEquals(201, captured.status(), captured.body());
      assertEquals(500, captured.number("captured_amount"));

      BANK.asOwner(
          "alter sequence d5_times restart; alter sequence d5_times minvalue -100 start -100 restart -100");
      var key = Bank.newKey();
      var body = holder.purchase(300).replace("\"M1\"", "\"D5\"");
      assertEquals(503, BANK.post("/authorizations", key, body).status());
      assertEquals(1, rows());

      BANK.asOwner("alter sequence d5_times restart with 3");
      assertEquals(201, BANK.post("/authorizations", key, body).status());
    } finally {
      BANK.asOwner(
          """
          drop trigger d5 on card_authorization;
          drop trigger d5 on authorization_element;
          drop function d5_fail;
          drop sequence d5_times;""");
    }
    assertEquals(100_000 - 800, available());
  }

  /** A partner that is told to come again does so, with the same key. */
  private Bank.Answer purchaseOnceTaken(long amount) {
    var key = Bank.newKey();
    return await()
        .atMost(PATIENCE)
        .until(
            () -> BANK.post("/authorizations", key, holder.purchase(amount)),
            answer -> answer.status() != 503);
  }

  @Test
  @DisplayName("D6 hot account: 64 at a time on one card, never above the limit, nobody starves")
  void d6_hot_account() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var began = System.nanoTime();
      var approved = 0;
      for (var answer :
          threads.invokeAll(
              Collections.<Callable<Bank.Answer>>nCopies(512, () -> purchaseOnceTaken(300)))) {
        assertEquals(201, answer.get().status(), answer.get().body());
        approved += answer.get().json().get("approved").getAsBoolean() ? 1 : 0;
      }
      var millis = (System.nanoTime() - began) / 1_000_000;
      assertEquals(333, approved);
      assertEquals(100, available());
      assertTrue(millis < 30_000, millis + " ms for 512 authorizations");
    }
  }

  @Test
  @DisplayName("D6 64 at once on the last amount, JSON")
  void d6_last_amount() throws Exception {
    var rounds = Integer.getInteger("florin.test.last-amount-rounds", 3);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < rounds; round++) {
        var fresh = BANK.newCardholder();
        BANK.post("/authorizations", fresh.purchase(90_000));
        var approved = 0;
        for (var answer :
            threads.invokeAll(
                Collections.<Callable<Bank.Answer>>nCopies(
                    64, () -> BANK.post("/authorizations", fresh.purchase(3_000))))) {
          approved += answer.get().json().get("approved").getAsBoolean() ? 1 : 0;
        }
        assertEquals(3, approved);
        assertEquals(1_000, BANK.get("/accounts/" + fresh.account()).number("available_credit"));
      }
    }
  }

  @Test
  @DisplayName("N1 lock not to be had in time: nothing is decided, and that is the answer")
  void n1_lock_not_to_be_had() throws Exception {
    var card = Wallet.card(BANK, holder);
    try (var line = signedOn();
        var connection = BANK.ownerConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select 1 from credit_account where id = '"
              + AccountId.parse(holder.account()).value()
              + "' for update");
      var late = line.send(card.purchase(1_000).build());
      Thread.sleep(2_000);
      connection.rollback();

      assertEquals("91", late.join().elements().get(39));
    }
    assertEquals(0, rows());
    assertEquals(100_000, available());
  }

  @Test
  @DisplayName("N1 deadline passes while the decision is written: checked inside the transaction")
  void n1_late_while_writing() throws Exception {
    var card = Wallet.card(BANK, holder);
    BANK.asOwner(
        """
        create function n1_slow() returns trigger language plpgsql as $$
        begin perform pg_sleep(2); return new; end $$;
        create trigger n1 before insert on card_authorization for each row
          when (new.merchant_name like 'CORNER GROCERY%') execute function n1_slow();""");
    try (var line = signedOn()) {
      assertEquals("91", line.ask(card.purchase(1_000).build()).elements().get(39));
    } finally {
      BANK.asOwner("drop trigger n1 on card_authorization; drop function n1_slow;");
    }
    assertEquals(0, rows());
    assertEquals(100_000, available());
  }

  /** A commit that takes two seconds: the hold was durable before anybody could know. */
  private static void slowCommits() {
    BANK.asOwner(
        """
        create function n1_slow() returns trigger language plpgsql as $$
        begin perform pg_sleep(2); return null; end $$;
        create constraint trigger n1 after insert on card_authorization deferrable initially deferred
          for each row when (new.merchant_name like 'CORNER GROCERY%') execute function n1_slow();""");
  }

  private static void promptCommits() {
    BANK.asOwner("drop trigger n1 on card_authorization; drop function n1_slow;");
  }

  @Test
  @DisplayName("N1 approved too late: declined, reversed by ourselves, and the network is told")
  void n1_late_approval() throws Exception {
    var card = Wallet.card(BANK, holder);
    try (var line = signedOn()) {
      var request = card.purchase(1_000).build();
      slowCommits();
      NetworkMessage answer;
      try {
        answer = line.ask(request);
      } finally {
        promptCommits();
      }
      assertEquals("91", answer.elements().get(39));
      assertEquals(100_000, available());
      assertEquals(1, rows());

      var advice = line.awaitUnasked(10);
      assertEquals("0420", advice.type());
      assertEquals("68", advice.elements().get(39));
      assertEquals(Wallet.original(request), advice.elements().get(90));
      line.sendBytes(
          line.written(
              NetworkMessage.ofType("0430")
                  .set(2, card.number())
                  .set(3, "000000")
                  .set(4, advice.elements().get(4))
                  .set(7, advice.elements().get(7))
                  .set(11, advice.elements().get(11))
                  .set(39, "00")
                  .build()));
      await().atMost(PATIENCE).until(() -> withdrawal("status").equals("acknowledged"));
      assertEquals(
          "91", line.ask(new NetworkMessage("0101", request.elements())).elements().get(39));
      assertEquals(100_000, available());
    }
  }

  @Test
  @DisplayName(
      "N2 our approval was never received: its reversal frees the hold, repeats change nothing")
  void n2_reversal_repeated() throws Exception {
    var card = Wallet.card(BANK, holder);
    try (var line = signedOn()) {
      var request = card.purchase(3_000).build();
      line.ask(request);
      assertEquals(97_000, available());
      var reversal = card.reversal(request, "0400").build();
      assertEquals("00", line.ask(reversal).elements().get(39));
      for (var i = 0; i < 5; i++) {
        var repeat = new NetworkMessage("0401", reversal.elements());
        assertEquals("00", line.ask(repeat).elements().get(39));
      }
      var another = card.reversal(request, "0420").set(11, AcquirerLine.newTrace()).build();
      assertEquals("00", line.ask(another).elements().get(39));
    }
    assertEquals(100_000, available());
    assertEquals(
        1,
        BANK.number(
            """
            select count(*) from authorization_element join card_authorization on id = authorization_id
            where account_id = ? and type = 'reversal'""",
            AccountId.parse(holder.account()).value()));
  }

  @Test
  @DisplayName("N4 stand-in approved while we were away: told twice, for a card closed since")
  void n4_advice_for_a_closed_card() throws Exception {
    var card = Wallet.card(BANK, holder);
    BANK.post("/cards/" + card.id() + "/close", "{\"reason\":\"stolen\"}");
    var advice = NetworkMessage.ofType("0120");
    card.purchase(120_000).build().elements().forEach(advice::set);
    var told = advice.set(38, "S00001").set(39, "00").build();
    try (var line = signedOn()) {
      assertEquals("00", line.ask(told).elements().get(39));
      assertEquals("00", line.ask(new NetworkMessage("0121", told.elements())).elements().get(39));
    }
    assertEquals(-20_000, available());
    assertEquals(
        1,
        BANK.number(
            """
            select count(*) from card_authorization join authorization_element element on authorization_id = id
            where account_id = ? and element.type = 'advice' and 'stand_in' = any(flags) and 'over_limit' = any(flags)
              and element.reasons[1] = 'CARD_STOLEN'""",
            AccountId.parse(holder.account()).value()));
  }

  @Test
  @DisplayName("N7 nobody acknowledges a reversal: sent again with growing pauses, then a person")
  void n7_store_and_forward() throws Exception {
    var card = Wallet.card(BANK, holder);
    try (var line = signedOn()) {
      slowCommits();
      try {
        line.ask(card.purchase(1_000).build());
      } finally {
        promptCommits();
      }
      var types = new ArrayList<String>();
      var traces = new ArrayList<String>();
      for (var i = 0; i < 6; i++) {
        var advice = line.awaitUnasked(30);
        types.add(advice.type());
        traces.add(advice.elements().get(11));
      }
      assertEquals("0420", types.getFirst());
      assertEquals(Collections.nCopies(5, "0421"), types.subList(1, 6));
      assertEquals(1, traces.stream().distinct().count());
    }
    await().atMost(PATIENCE).until(() -> withdrawal("status").equals("human"));
    assertEquals("6", withdrawal("attempt_count"));

    var id = new AuthorizationId(UUID.fromString(withdrawal("authorization_id"))).toString();
    try (var operations = Visitor.at(BANK)) {
      operations.signIn(BANK, "operations");
      assertTrue(operations.text("main").contains("Reversals nobody acknowledged"));
      operations.open("/bank/reversals");
      operations.look("reversals");
      operations.fill("reversals:note", "Told them by telephone.");
      var page = operations.page();
      page.waitForNavigation(
          () ->
              page.locator("li", new Page.LocatorOptions().setHasText(id))
                  .getByText("Settled")
                  .click());
      operations.isContent();
    }
    assertEquals("settled", withdrawal("status"));
    assertEquals(
        1,
        BANK.number(
            "select count(*) from audit_record where action = 'withdrawal.settled' and object = ?",
            id));
  }

  /** The reading role may not see withdrawals, which hold sealed card numbers. */
  private String withdrawal(String column) {
    try (var connection = BANK.ownerConnection();
        var statement =
            connection.prepareStatement(
                "select withdrawal."
                    + column
                    + "::text from network_withdrawal withdrawal join card_authorization payment"
                    + " on payment.id = authorization_id where payment.account_id = ?")) {
      statement.setObject(1, AccountId.parse(holder.account()).value());
      try (var result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.florin.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Topic;
import jakarta.transaction.UserTransaction;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.florin.accounts.FindAccounts;
import org.florin.accounts.OpenAccount;
import org.florin.kernel.CustomerId;
import org.florin.kernel.Money;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Facts that only hold inside the container: what a transaction spans, and what wakes on a commit.
 */
@ExtendWith({BankForArquillian.class, ArquillianExtension.class})
class TransactionsIT {

  private static final long PATIENCE_MILLIS = 20_000;

  @Resource(lookup = "java:jboss/datasources/FlorinDS")
  DataSource dataSource;

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  @Resource(lookup = "java:/jms/topic/FlorinEvents")
  Topic events;

  @Resource UserTransaction transaction;

  @EJB(lookup = "java:global/florin/ejb-core/OpenAccount!org.florin.accounts.OpenAccount")
  OpenAccount open;

  @EJB(lookup = "java:global/florin/ejb-core/FindAccounts!org.florin.accounts.FindAccounts")
  FindAccounts find;

  /** A small archive beside the bank's own; it sees the core and nothing else of it. */
  @Deployment
  static WebArchive probe() {
    return ShrinkWrap.create(WebArchive.class, "container-facts.war")
        .addClasses(TransactionsIT.class, BankForArquillian.class)
        .addAsManifestResource(
            new StringAsset(
                "Manifest-Version: 1.0\nDependencies: deployment.florin.ear.ejb-core.jar, jakarta.jms.api\n"),
            "MANIFEST.MF");
  }

  @Test
  void use_case_joins_the_callers_transaction_and_leaves_with_it() throws Exception {
    var source = "container-test-" + UUID.randomUUID();

    transaction.begin();
    var id = open.handle(anAccount(source));
    assertTrue(find.byId(id).isPresent());
    transaction.rollback();

    assertFalse(find.byId(id).isPresent());
    assertEquals(0, count("select count(*) from outbox_event where aggregate = ?", id.toString()));
    assertEquals(0, count("select count(*) from audit_record where object = ?", id.toString()));
  }

  @Test
  void refused_row_takes_the_whole_transaction_with_it() {
    var source = "container-test-" + UUID.randomUUID();
    open.handle(anAccount(source));

    assertThrows(RuntimeException.class, () -> open.handle(anAccount(source)));
    assertEquals(1, count("select count(*) from credit_account where external_source = ?", source));
  }

  @Test
  void commit_wakes_the_relay_which_publishes() throws Exception {
    var id = open.handle(anAccount("container-test-" + UUID.randomUUID()));

    var until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (count(
                "select count(*) from outbox_event where published_at is not null and aggregate = ?",
                id.toString())
            == 0
        && System.nanoTime() < until) {
      Thread.sleep(50);
    }
    assertEquals(
        1,
        count(
            "select count(*) from outbox_event where published_at is not null and aggregate = ?",
            id.toString()));
  }

  /**
   * A message whose effect fails is delivered again and has no effect in between: the payment it
   * names does not exist, so its consumer's transaction rolls back each time, inbox row included.
   */
  @Test
  void failing_message_leaves_no_trace_in_the_database() throws Exception {
    var event = UUID.randomUUID();
    try (var context = connections.createContext()) {
      var message = context.createTextMessage("not json at all");
      message.setStringProperty("event_type", "payment.succeeded");
      message.setStringProperty("event_id", event.toString());
      context.createProducer().send(events, message);
    }
    Thread.sleep(2_000);

    assertEquals(
        0, count("select count(*) from inbox_message where event_id = ?::uuid", event.toString()));
  }

  private static OpenAccount.Command anAccount(String source) {
    return new OpenAccount.Command(
        CustomerId.create(),
        "classic",
        Money.usd(100_000),
        Money.usd(10_000),
        Optional.of(new OpenAccount.Origin(source, "1")),
        LocalDate.of(2026, 1, 5),
        5);
  }

  private long count(String sql, String argument) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.florin.authorization.hooks.HookBooks;
import org.florin.authorization.rules.RuleBooks;
import org.florin.fixtures.TestDatabase;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.risk.versions.RuleShelves;

/** Batches on a real PostgreSQL, each a transaction of its own. */
final class AuthorizationBatches {

  private AuthorizationBatches() {}

  static AuthorizationBatch on(Database database) {
    var store = new AuthorizationStore();
    store.database = database;
    store.outbox = Outboxes.on(database);
    store.audit = new AuditTrail();
    var batch = new AuthorizationBatch();
    batch.database = database;
    batch.store = store;
    batch.rules = RuleBooks.on(database);
    batch.hooks = HookBooks.on(database);
    batch.risk = new RiskScreening();
    batch.risk.shelf = RuleShelves.on(database);
    return batch;
  }

  static List<Turn> turns(List<PendingAuthorization> together) {
    return TestDatabase.inTransaction(database -> on(database).decide(together));
  }

  static List<AuthorizationOutcome> decide(PendingAuthorization... together) {
    return decide(List.of(together));
  }

  static List<AuthorizationOutcome> decide(List<PendingAuthorization> together) {
    return turns(together).stream()
        .map(turn -> assertInstanceOf(Turn.Answered.class, turn).outcome())
        .toList();
  }

  static List<String> reasons(List<AuthorizationOutcome> outcomes) {
    return outcomes.stream().map(AuthorizationBatches::reason).toList();
  }

  /** Why {@link CardOnFile} was answered as it was. */
  static String reason(AuthorizationOutcome outcome) {
    var answer = assertInstanceOf(AuthorizationOutcome.Decided.class, outcome).answer();
    return answer.body().split(" ")[0];
  }
}

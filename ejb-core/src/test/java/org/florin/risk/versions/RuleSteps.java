package org.florin.risk.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.sql.Database;

/** Drafts and promotes rules outside a container, each step in a transaction of its own. */
public final class RuleSteps {

  private static final Actor AUTHOR = new Actor("author", "system");
  private static final Actor APPROVER = new Actor("approver", "system");

  private static final BusinessClock CLOCK =
      new BusinessClock() {
        @Override
        public Instant now() {
          return SystemTime.now();
        }

        @Override
        public LocalDate businessDate() {
          throw new UnsupportedOperationException();
        }
      };

  private RuleSteps() {}

  /** Brings a file into force; answers the version's number. */
  public static int inForce(String file, VersionStatus status) {
    var draft = ((RuleChange.Done) draft(file, AUTHOR)).version();
    var shadow = ((RuleChange.Done) promote(draft, VersionStatus.SHADOW, APPROVER)).version();
    if (status == VersionStatus.ACTIVE) {
      promote(shadow, VersionStatus.ACTIVE, APPROVER);
    }
    return draft.number();
  }

  /** Leaves no rule in force. */
  public static void retireAll() {
    TestDatabase.autoCommitting()
        .update(
            """
            update risk_rule_version set status = 'retired', retired_by = 'test', retired_at = now()
            where status <> 'retired'
            """);
  }

  static RuleChange draft(String file, Actor actor) {
    return draft(Optional.empty(), file, actor);
  }

  static RuleChange edit(RuleVersion version, String file, Actor actor) {
    return draft(
        Optional.of(new DraftRules.Edited(version.number(), version.revision())), file, actor);
  }

  private static RuleChange draft(Optional<DraftRules.Edited> edited, String file, Actor actor) {
    return TestDatabase.inTransaction(
        database -> {
          var drafting = new DraftRules();
          drafting.versions = versions(database);
          drafting.clock = CLOCK;
          drafting.audit = AuditTrails.on(database);
          return drafting.handle(new DraftRules.Command(edited, file, "note", actor));
        });
  }

  static RuleChange promote(RuleVersion version, VersionStatus to, Actor actor) {
    return TestDatabase.inTransaction(
        database -> {
          var promoting = new PromoteRules();
          promoting.versions = versions(database);
          promoting.clock = CLOCK;
          promoting.audit = AuditTrails.on(database);
          return promoting.handle(
              new PromoteRules.Command(version.number(), version.revision(), to, actor));
        });
  }

  /** Looks versions up. */
  public static FindRuleVersions find(Database database) {
    var find = new FindRuleVersions();
    find.versions = versions(database);
    return find;
  }

  static RuleVersions versions(Database database) {
    var versions = new RuleVersions();
    versions.database = database;
    return versions;
  }
}

package org.florin.underwriting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.sql.Database;
import org.florin.platform.sql.DatabaseFault;
import org.florin.underwriting.PolicyChange.Done;
import org.florin.underwriting.PolicyChange.Faulty;
import org.florin.underwriting.PolicyChange.Overtaken;
import org.florin.underwriting.PolicyChange.SecondPersonNeeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions of a credit policy, four eyes and dates on a real PostgreSQL. */
class PolicyVersionsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Actor ada = actor("ada");
  private final Actor bob = actor("bob");
  private final String product =
      "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);
  private LocalDate today = TODAY;

  private static Actor actor(String name) {
    return new Actor(name + "-" + UUID.randomUUID(), "portal");
  }

  private static String shipped() {
    return versions(TestDatabase.autoCommitting()).find(1, TODAY).orElseThrow().file();
  }

  @BeforeEach
  void letAnOlderVersionDecide() {
    TestDatabase.autoCommitting()
        .update(
            """
            insert into credit_policy (product_code, status, revision, definition, note, made_by, made_at, edited_by,
              edited_at, approved_by, approved_at, effective_from)
            values (?, 'approved', 1, ?, 'First', 'a', now(), 'a', now(), 'b', now(), date '2020-01-01')
            """,
            product,
            shipped());
  }

  @Test
  void an_approved_version_decides_from_its_date_and_the_one_before_until_then() {
    var first = active();
    var approved = done(approve(draft(), TODAY.plusDays(10), bob));
    assertEquals(PolicyStatus.APPROVED, approved.status());
    assertEquals(first.number(), active().number());
    today = TODAY.plusDays(9);
    assertEquals(first.number(), active().number());
    today = TODAY.plusDays(10);
    assertEquals(approved.number(), active().number());
    assertEquals(PolicyStatus.SUPERSEDED, find(first.number()).status());
  }

  @Test
  void of_two_versions_for_one_date_the_later_one_decides() {
    done(approve(draft(), TODAY, bob));
    var second = done(approve(draft(), TODAY, bob));
    assertEquals(second.number(), active().number());
  }

  @Test
  void nobody_approves_what_they_made_or_edited_last() {
    var draft = draft();
    assertInstanceOf(SecondPersonNeeded.class, approve(draft, TODAY, ada));
    var edited =
        done(
            drafting(
                new DraftPolicyVersion.Command(
                    product,
                    Optional.of(new DraftPolicyVersion.Edited(draft.number(), draft.revision())),
                    shipped(),
                    "",
                    bob)));
    assertEquals(2, edited.revision());
    assertInstanceOf(SecondPersonNeeded.class, approve(edited, TODAY, bob));
    assertInstanceOf(SecondPersonNeeded.class, approve(edited, TODAY, ada));
    assertInstanceOf(Overtaken.class, approve(draft, TODAY, actor("eve")));
    done(approve(edited, TODAY, actor("eve")));
  }

  @Test
  void the_database_itself_keeps_four_eyes_and_approved_versions_as_they_are() {
    var database = TestDatabase.autoCommitting();
    var draft = draft();
    assertThrows(
        DatabaseFault.class,
        () ->
            database.update(
                "update credit_policy set status = 'approved', effective_from = current_date,"
                    + " approved_by = made_by, approved_at = now() where version = ?",
                draft.number()));
    done(approve(draft, TODAY, bob));
    for (var change : new String[] {"definition = '{}'", "effective_from = date '2030-01-01'"}) {
      assertThrows(
          DatabaseFault.class,
          () ->
              database.update(
                  "update credit_policy set " + change + " where version = ?", draft.number()));
    }
  }

  @Test
  void a_version_is_never_approved_for_the_past_and_only_dropped_before_it_decides() {
    assertInstanceOf(Faulty.class, approve(draft(), TODAY.minusDays(1), bob));
    var later = done(approve(draft(), TODAY.plusDays(1), bob));
    assertEquals(PolicyStatus.DROPPED, done(drop(later)).status());
    var now = done(approve(draft(), TODAY, bob));
    assertInstanceOf(Overtaken.class, drop(now));
    assertEquals(now.number(), active().number());
  }

  @Test
  void a_policy_with_faults_is_never_kept() {
    var faulty =
        assertInstanceOf(
            Faulty.class,
            drafting(
                new DraftPolicyVersion.Command(
                    product,
                    Optional.of(new DraftPolicyVersion.Edited(1, 1)),
                    shipped().replace("\"points_from\": 740", "\"points_from\": 640"),
                    "",
                    ada)));
    assertTrue(faulty.faults().getFirst().pointer().startsWith("/bands/1"), faulty.toString());
  }

  private PolicyVersion draft() {
    var number =
        TestDatabase.inTransaction(
            database ->
                versions(database).add(product, shipped(), "note", ada.name(), SystemTime.now()));
    return find(number);
  }

  private PolicyChange drafting(DraftPolicyVersion.Command command) {
    return TestDatabase.inTransaction(
        database -> {
          var drafting = new DraftPolicyVersion();
          drafting.versions = versions(database);
          drafting.clock = clock();
          drafting.audit = AuditTrails.on(database);
          return drafting.handle(command);
        });
  }

  private PolicyChange approve(PolicyVersion version, LocalDate from, Actor actor) {
    return TestDatabase.inTransaction(
        database -> {
          var approving = new ApprovePolicyVersion();
          approving.versions = versions(database);
          approving.clock = clock();
          approving.audit = AuditTrails.on(database);
          return approving.handle(
              new ApprovePolicyVersion.Command(version.number(), version.revision(), from, actor));
        });
  }

  private PolicyChange drop(PolicyVersion version) {
    return TestDatabase.inTransaction(
        database -> {
          var dropping = new DropPolicyVersion();
          dropping.versions = versions(database);
          dropping.clock = clock();
          dropping.audit = AuditTrails.on(database);
          return dropping.handle(
              new DropPolicyVersion.Command(version.number(), version.revision(), ada));
        });
  }

  private PolicyVersion active() {
    return read(versions -> versions.active(product, today).orElseThrow());
  }

  private PolicyVersion find(int number) {
    return read(versions -> versions.find(number, today).orElseThrow());
  }

  private static <T> T read(Function<PolicyVersions, T> question) {
    return TestDatabase.inTransaction(database -> question.apply(versions(database)));
  }

  private static PolicyVersion done(PolicyChange change) {
    return assertInstanceOf(Done.class, change).version();
  }

  private static PolicyVersions versions(Database database) {
    var versions = new PolicyVersions();
    versions.database = database;
    return versions;
  }

  private BusinessClock clock() {
    return new BusinessClock() {
      @Override
      public Instant now() {
        return SystemTime.now();
      }

      @Override
      public LocalDate businessDate() {
        return today;
      }
    };
  }
}

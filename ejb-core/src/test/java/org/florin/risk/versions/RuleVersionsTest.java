package org.florin.risk.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.florin.fixtures.TestDatabase;
import org.florin.kernel.Actor;
import org.florin.platform.sql.DatabaseFault;
import org.florin.risk.versions.RuleChange.Done;
import org.florin.risk.versions.RuleChange.Faulty;
import org.florin.risk.versions.RuleChange.Overtaken;
import org.florin.risk.versions.RuleChange.SecondPersonNeeded;
import org.florin.risk.versions.RuleChange.Unknown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions and four eyes on a real PostgreSQL. */
class RuleVersionsTest {

  private static final String FILE =
      "{\"format\": 1, \"name\": \"None\", \"currency\": \"USD\", \"rules\": []}";

  private final Actor ada = actor("ada");
  private final Actor bob = actor("bob");
  private final Actor eve = actor("eve");

  private static Actor actor(String name) {
    return new Actor(name + "-" + UUID.randomUUID(), "portal");
  }

  @AfterEach
  void retireAll() {
    RuleSteps.retireAll();
  }

  private RuleVersion draft() {
    return done(RuleSteps.draft(FILE, ada));
  }

  private static RuleVersion done(RuleChange change) {
    return assertInstanceOf(Done.class, change).version();
  }

  private static RuleChange move(RuleVersion version, VersionStatus to, Actor actor) {
    return RuleSteps.promote(version, to, actor);
  }

  private static RulesInForce inForce() {
    return TestDatabase.inTransaction(database -> RuleShelves.on(database).current());
  }

  private static Optional<Integer> active() {
    return inForce().active().map(RulesInForce.InForce::version);
  }

  private static Optional<Integer> shadow() {
    return inForce().shadow().map(RulesInForce.InForce::version);
  }

  @Test
  void goes_from_draft_over_shadow_to_active_and_replaces_what_stood_there() {
    var first = done(move(draft(), VersionStatus.SHADOW, bob));
    assertEquals(Optional.of(first.number()), shadow());
    done(move(first, VersionStatus.ACTIVE, bob));
    var second = done(move(draft(), VersionStatus.SHADOW, bob));
    assertEquals(Optional.of(first.number()), active());
    assertEquals(Optional.of(second.number()), shadow());

    done(move(second, VersionStatus.ACTIVE, eve));

    assertEquals(VersionStatus.RETIRED, find(first.number()).status());
    assertEquals(Optional.of(second.number()), active());
    assertEquals(Optional.empty(), shadow());
    assertEquals(
        1,
        count(
            "audit_record where action = 'risk.retired' and object = 'risk_rule_version "
                + first.number()
                + "'"));
  }

  @Test
  void nobody_promotes_what_they_made_or_edited_last() {
    var draft = draft();
    assertInstanceOf(SecondPersonNeeded.class, move(draft, VersionStatus.SHADOW, ada));
    var edited = done(RuleSteps.edit(draft, FILE, bob));
    assertInstanceOf(SecondPersonNeeded.class, move(edited, VersionStatus.SHADOW, ada));
    assertInstanceOf(SecondPersonNeeded.class, move(edited, VersionStatus.SHADOW, bob));
    var shadow = done(move(edited, VersionStatus.SHADOW, eve));
    assertInstanceOf(SecondPersonNeeded.class, move(shadow, VersionStatus.ACTIVE, ada));
    assertEquals(
        4,
        count(
            "audit_record where outcome = 'refused' and object = 'risk_rule_version "
                + draft.number()
                + "'"));
  }

  @Test
  void the_database_itself_keeps_four_eyes_and_one_of_a_kind() {
    var draft = draft();
    assertThrows(
        DatabaseFault.class,
        () ->
            TestDatabase.autoCommitting()
                .update(
                    "update risk_rule_version set status = 'shadow', shadow_by = made_by, shadow_at = now()"
                        + " where number = ?",
                    draft.number()));
    done(move(draft, VersionStatus.SHADOW, bob));
    var other = draft();
    assertThrows(
        DatabaseFault.class,
        () ->
            TestDatabase.autoCommitting()
                .update(
                    "update risk_rule_version set status = 'shadow', shadow_by = 'x', shadow_at = now()"
                        + " where number = ?",
                    other.number()));
  }

  @Test
  void a_draft_is_edited_by_who_saw_it_last_and_never_after_it_left() {
    var draft = draft();
    var edited = done(RuleSteps.edit(draft, FILE, bob));
    assertEquals(2, edited.revision());
    assertInstanceOf(Overtaken.class, RuleSteps.edit(draft, FILE, eve));
    assertInstanceOf(Overtaken.class, move(draft, VersionStatus.SHADOW, eve));
    var shadow = done(move(edited, VersionStatus.SHADOW, eve));
    assertInstanceOf(Overtaken.class, RuleSteps.edit(shadow, FILE, eve));
    assertInstanceOf(Overtaken.class, move(shadow, VersionStatus.SHADOW, eve));
  }

  @Test
  void no_step_is_left_out_and_anybody_may_stop_a_version() {
    var draft = draft();
    assertInstanceOf(Overtaken.class, move(draft, VersionStatus.ACTIVE, bob));
    done(move(draft, VersionStatus.RETIRED, ada));
    assertInstanceOf(Overtaken.class, move(draft, VersionStatus.RETIRED, ada));
    assertInstanceOf(Overtaken.class, move(draft, VersionStatus.SHADOW, bob));
  }

  @Test
  void a_faulty_file_is_never_kept_nor_promoted() {
    assertInstanceOf(Faulty.class, RuleSteps.draft("{}", ada));
    var draft = draft();
    assertInstanceOf(Faulty.class, RuleSteps.edit(draft, "{", bob));
    TestDatabase.autoCommitting()
        .update("update risk_rule_version set file = '{' where number = ?", draft.number());
    assertInstanceOf(Faulty.class, move(draft, VersionStatus.SHADOW, bob));
    var unknown =
        new RuleVersion(
            -1,
            1,
            VersionStatus.DRAFT,
            FILE,
            "",
            draft.madeBy(),
            draft.editedBy(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertInstanceOf(Unknown.class, move(unknown, VersionStatus.SHADOW, bob));
  }

  @Test
  void of_many_who_promote_at_once_each_is_told_the_truth() {
    var drafts = IntStream.range(0, 8).mapToObj(i -> draft()).toList();
    var moves =
        drafts.stream()
            .map(
                draft ->
                    CompletableFuture.supplyAsync(() -> move(draft, VersionStatus.SHADOW, bob)))
            .toList();
    moves.forEach(change -> assertInstanceOf(Done.class, change.join()));
    assertEquals(1, count("risk_rule_version where status = 'shadow'"));
    assertEquals(
        7,
        drafts.stream()
            .filter(draft -> find(draft.number()).status() == VersionStatus.RETIRED)
            .count());
  }

  @Test
  void a_file_that_can_not_be_read_any_more_is_left_out() {
    var shadow = done(move(draft(), VersionStatus.SHADOW, bob));
    TestDatabase.autoCommitting()
        .update("update risk_rule_version set file = '{' where number = ?", shadow.number());
    assertEquals(List.of(), inForce().all());
  }

  private static RuleVersion find(int number) {
    return TestDatabase.inTransaction(
        database -> RuleSteps.versions(database).find(number).orElseThrow());
  }

  private static long count(String from) {
    return TestDatabase.autoCommitting()
        .first("select count(*) as number from " + from, row -> row.number("number"))
        .orElseThrow();
  }
}

package org.florin.authorization;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.florin.authorization.RiskTrace.Hit;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.BusinessClock;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;
import org.florin.risk.Rule;
import org.florin.risk.RuleFile;
import org.florin.risk.versions.FindRuleVersions;

/** Reads what risk rules found. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class FindRiskTraces {

  private static final Duration RECENTLY = Duration.ofDays(7);

  /**
   * How often a version was asked and its rules fired, in the last seven days.
   *
   * @param firedByRule by the rules' ids
   */
  public record Counts(long evaluated, Map<String, Long> firedByRule) {}

  @Inject Database database;
  @Inject FindRuleVersions versions;
  @Inject BusinessClock clock;

  /** In the order of elements and versions; empty if no rule was in force. */
  public List<RiskTrace> ofAuthorization(AuthorizationId authorization) {
    var hits = new HashMap<Integer, Map<Integer, List<Hit>>>();
    var rules = new HashMap<Integer, Map<String, Rule>>();
    database
        .list(
            """
            select element, version, rule, action, effect, open, evidence from risk_hit
            where authorization_id = ? order by effect, rule
            """,
            row -> new Found(row.integer("element"), row.integer("version"), stored(row)),
            authorization.value())
        .forEach(
            found ->
                hits.computeIfAbsent(found.element(), element -> new HashMap<>())
                    .computeIfAbsent(found.version(), version -> new ArrayList<>())
                    .add(
                        named(found.hit(), rules.computeIfAbsent(found.version(), this::rulesOf))));
    return database.list(
        """
        select element, version, decides, would_approve, at from risk_evaluation
        where authorization_id = ? order by element, decides desc, version
        """,
        row ->
            new RiskTrace(
                authorization,
                row.integer("element"),
                row.integer("version"),
                row.flag("decides"),
                row.flag("would_approve"),
                row.instant("at"),
                hits.getOrDefault(row.integer("element"), Map.of())
                    .getOrDefault(row.integer("version"), List.of())),
        authorization.value());
  }

  /** How a version does. */
  public Counts countsOf(int version) {
    var since = clock.now().minus(RECENTLY);
    var fired = new TreeMap<String, Long>();
    database.list(
        "select rule, count(*) as fired from risk_hit where version = ? and at >= ? group by rule",
        row -> fired.put(row.text("rule"), row.number("fired")),
        version,
        since);
    return new Counts(
        database
            .first(
                "select count(*) as evaluated from risk_evaluation where version = ? and at >= ?",
                row -> row.number("evaluated"),
                version,
                since)
            .orElse(0L),
        fired);
  }

  private record Found(int element, int version, Hit hit) {}

  private static Hit stored(Database.Row row) throws SQLException {
    return new Hit(
        row.text("rule"),
        "",
        "",
        row.text("action"),
        row.text("effect"),
        row.flag("open"),
        evidence(JsonParts.read(row.text("evidence"))));
  }

  private static Map<String, Optional<String>> evidence(JsonObject evidence) {
    var values = new TreeMap<String, Optional<String>>();
    evidence.forEach(
        (attribute, value) ->
            values.put(
                attribute,
                switch (value) {
                  case JsonString text -> Optional.of(text.getString());
                  default ->
                      value == JsonValue.NULL ? Optional.empty() : Optional.of(value.toString());
                }));
    return values;
  }

  private static Hit named(Hit hit, Map<String, Rule> rules) {
    var rule = rules.get(hit.rule());
    return rule == null
        ? hit
        : new Hit(
            hit.rule(),
            rule.name(),
            rule.reason(),
            hit.action(),
            hit.effect(),
            hit.open(),
            hit.evidence());
  }

  private Map<String, Rule> rulesOf(int version) {
    return versions
                .byNumber(version)
                .map(found -> RuleFile.read(found.file()))
                .orElse(new RuleFile.Invalid(List.of()))
            instanceof RuleFile.Valid valid
        ? valid.rules().rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule))
        : Map.of();
  }
}

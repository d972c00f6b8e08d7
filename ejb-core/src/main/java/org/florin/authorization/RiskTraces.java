package org.florin.authorization;

import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.florin.authorization.RiskScreen.Evaluation;
import org.florin.kernel.AuthorizationId;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;
import org.florin.risk.Attribute;
import org.florin.risk.AttributeValue;
import org.florin.risk.Finding;

/** Writes what risk rules found; two statements for a batch. */
final class RiskTraces {

  /** What a version found about an element of an authorization. */
  record Trace(
      AuthorizationId authorization,
      int element,
      Evaluation evaluation,
      boolean wouldApprove,
      Instant at) {}

  private record Hit(Trace trace, Finding finding) {}

  private RiskTraces() {}

  static void insert(Database connection, List<Trace> traces) {
    if (traces.isEmpty()) {
      return;
    }
    connection.update(
        """
        insert into risk_evaluation (authorization_id, element, version, decides, would_approve, at)
        select * from unnest(?::uuid[], ?::int[], ?::int[], ?::boolean[], ?::boolean[], ?::timestamptz[])
        """,
        traces.stream().map(trace -> trace.authorization().value()).toList(),
        traces.stream().map(Trace::element).toList(),
        traces.stream().map(trace -> trace.evaluation().version()).toList(),
        traces.stream().map(trace -> trace.evaluation().decides()).toList(),
        traces.stream().map(Trace::wouldApprove).toList(),
        traces.stream().map(Trace::at).toList());
    var hits = new ArrayList<Hit>();
    for (var trace : traces) {
      trace.evaluation().findings().forEach(finding -> hits.add(new Hit(trace, finding)));
    }
    if (!hits.isEmpty()) {
      insertHits(connection, hits);
    }
  }

  private static void insertHits(Database connection, List<Hit> hits) {
    connection.update(
        """
        insert into risk_hit (authorization_id, element, version, rule, action, effect, open, evidence, at)
        select authorization_id, element, version, rule, action, effect, open, evidence::jsonb, at
        from unnest(?::uuid[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[],
          ?::timestamptz[])
          as hit(authorization_id, element, version, rule, action, effect, open, evidence, at)
        """,
        hits.stream().map(hit -> hit.trace().authorization().value()).toList(),
        hits.stream().map(hit -> hit.trace().element()).toList(),
        hits.stream().map(hit -> hit.trace().evaluation().version()).toList(),
        hits.stream().map(hit -> hit.finding().rule().id()).toList(),
        hits.stream().map(hit -> hit.finding().rule().action().code()).toList(),
        hits.stream().map(hit -> hit.finding().effect().code()).toList(),
        hits.stream().map(hit -> hit.finding().open()).toList(),
        hits.stream().map(hit -> json(hit.finding().evidence())).toList(),
        hits.stream().map(hit -> hit.trace().at()).toList());
  }

  /** Numbers as numbers, flags as booleans, what is missing as null. */
  static String json(Map<Attribute, AttributeValue> evidence) {
    var text = new StringWriter();
    try (var json = JsonParts.write(text)) {
      json.writeStartObject();
      new TreeMap<>(evidence)
          .forEach(
              (attribute, value) -> {
                switch (value) {
                  case AttributeValue.Whole whole -> json.write(attribute.code(), whole.number());
                  case AttributeValue.Code code -> json.write(attribute.code(), code.text());
                  case AttributeValue.Flag flag -> json.write(attribute.code(), flag.on());
                  case AttributeValue.Missing ignored -> json.writeNull(attribute.code());
                }
              });
      json.writeEnd();
    }
    return text.toString();
  }
}

package org.florin.underwriting;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;

/** Recommendations and their parts as stored text. */
public final class RecommendationDocument {

  private RecommendationDocument() {}

  public static String encode(Recommendation recommendation) {
    var json =
        JsonParts.object()
            .add("outcome", recommendation.outcome().word())
            .add("reasons", reasonArray(recommendation.reasons()))
            .add("trace", traceArray(recommendation.trace()));
    recommendation.limit().ifPresent(limit -> json.add("limit", limit.toString()));
    recommendation.apr().ifPresent(apr -> json.add("apr", apr.toString()));
    recommendation.score().ifPresent(score -> json.add("score", score));
    return json.build().toString();
  }

  public static Recommendation decode(String text) {
    var json = JsonParts.read(text);
    return new Recommendation(
        Outcome.of(json.getString("outcome")),
        Optional.ofNullable(json.getString("limit", null)).map(Money::parse),
        Optional.ofNullable(json.getString("apr", null)).map(AnnualRate::of),
        reasons(json.getJsonArray("reasons")),
        json.containsKey("score") ? Optional.of(json.getInt("score")) : Optional.empty(),
        trace(json.getJsonArray("trace")));
  }

  public static String reasons(List<DecisionReason> reasons) {
    return reasonArray(reasons).build().toString();
  }

  public static List<DecisionReason> reasons(String text) {
    return reasons(JsonParts.readArray(text));
  }

  public static String trace(List<TraceLine> trace) {
    return traceArray(trace).build().toString();
  }

  public static List<TraceLine> trace(String text) {
    return trace(JsonParts.readArray(text));
  }

  private static JsonArrayBuilder reasonArray(List<DecisionReason> reasons) {
    var array = JsonParts.array();
    reasons.forEach(
        reason ->
            array.add(
                JsonParts.object()
                    .add("rank", reason.rank())
                    .add("code", reason.code())
                    .add("text", reason.text())));
    return array;
  }

  private static List<DecisionReason> reasons(JsonArray array) {
    return array.getValuesAs(JsonObject.class).stream()
        .map(
            each ->
                new DecisionReason(
                    each.getInt("rank"), each.getString("code"), each.getString("text")))
        .toList();
  }

  private static JsonArrayBuilder traceArray(List<TraceLine> trace) {
    var array = JsonParts.array();
    trace.forEach(
        line ->
            array.add(
                JsonParts.object()
                    .add("rule", line.rule())
                    .add("evidence", line.evidence())
                    .add("effect", line.effect())));
    return array;
  }

  private static List<TraceLine> trace(JsonArray array) {
    return array.getValuesAs(JsonObject.class).stream()
        .map(
            each ->
                new TraceLine(
                    each.getString("rule"), each.getString("evidence"), each.getString("effect")))
        .toList();
  }
}

package org.florin.applications;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.florin.applications.ApplicationForm.Consents;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.customers.PersonalDetailsCodec;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;

/** The stored forms of an application's parts: JSON, the applicant's inside the seal. */
final class ApplicationDocument {

  private ApplicationDocument() {}

  static byte[] encode(ApplicationForm form) {
    var json =
        JsonParts.object()
            .add("product", form.product())
            .add("currency", form.currency())
            .add("applicant", PersonalDetailsCodec.json(form.applicant()))
            .add("annual_income", form.annualIncome().minor())
            .add("housing_status", form.housing().status())
            .add("housing_payment", form.housing().monthlyPayment().minor())
            .add("employment_status", form.employment().status())
            .add("e_sign", form.consents().electronicSignature())
            .add("terms_version", form.consents().termsVersion())
            .add("accept", form.accept());
    form.requestedLimit().ifPresent(limit -> json.add("requested_limit", limit.minor()));
    form.employment().employer().ifPresent(employer -> json.add("employer", employer));
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  static ApplicationForm decode(byte[] bytes) {
    var json = JsonParts.read(bytes);
    var currency = json.getString("currency");
    return new ApplicationForm(
        json.getString("product"),
        currency,
        json.containsKey("requested_limit")
            ? Optional.of(money(json, "requested_limit", currency))
            : Optional.empty(),
        PersonalDetailsCodec.details(json.getJsonObject("applicant")),
        money(json, "annual_income", currency),
        new Housing(json.getString("housing_status"), money(json, "housing_payment", currency)),
        new Employment(
            json.getString("employment_status"),
            Optional.ofNullable(json.getString("employer", null))),
        new Consents(json.getBoolean("e_sign"), json.getString("terms_version")),
        json.getBoolean("accept"));
  }

  static String reasons(List<DecisionReason> reasons) {
    JsonArrayBuilder array = JsonParts.array();
    reasons.forEach(
        reason ->
            array.add(
                JsonParts.object()
                    .add("rank", reason.rank())
                    .add("code", reason.code())
                    .add("text", reason.text())));
    return array.build().toString();
  }

  static List<DecisionReason> reasons(String text) {
    return JsonParts.readArray(text).getValuesAs(JsonObject.class).stream()
        .map(
            each ->
                new DecisionReason(
                    each.getInt("rank"), each.getString("code"), each.getString("text")))
        .toList();
  }

  static String trace(List<TraceLine> trace) {
    JsonArrayBuilder array = JsonParts.array();
    trace.forEach(
        line ->
            array.add(
                JsonParts.object()
                    .add("rule", line.rule())
                    .add("evidence", line.evidence())
                    .add("effect", line.effect())));
    return array.build().toString();
  }

  static List<TraceLine> trace(String text) {
    return JsonParts.readArray(text).getValuesAs(JsonObject.class).stream()
        .map(
            each ->
                new TraceLine(
                    each.getString("rule"), each.getString("evidence"), each.getString("effect")))
        .toList();
  }

  private static Money money(JsonObject json, String name, String currency) {
    return Money.of(json.getJsonNumber(name).longValueExact(), currency);
  }
}

package org.florin.applications;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.florin.applications.ApplicationForm.Consents;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.applications.BureauAnswer.Report;
import org.florin.applications.BureauAnswer.TradeLine;
import org.florin.customers.PersonalDetailsCodec;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;

/** The stored forms of an application's parts: JSON, inside the seal. */
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

  static byte[] encode(BureauAnswer answer) {
    var json = JsonParts.object().add("status", answer.word());
    if (answer instanceof Report report) {
      var lines = JsonParts.array();
      report.tradeLines().forEach(line -> lines.add(json(line)));
      json.add("score", report.score())
          .add("derogatories", report.derogatories())
          .add("trade_lines", lines);
    }
    return json.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  static BureauAnswer decodeAnswer(byte[] bytes) {
    var json = JsonParts.read(bytes);
    return switch (json.getString("status")) {
      case "hit" ->
          new Report(
              json.getInt("score"),
              json.getJsonArray("trade_lines").getValuesAs(JsonObject.class).stream()
                  .map(ApplicationDocument::tradeLine)
                  .toList(),
              json.getInt("derogatories"));
      case "no_hit" -> new BureauAnswer.NoHit();
      case "frozen" -> new BureauAnswer.Frozen();
      default -> new BureauAnswer.Unavailable();
    };
  }

  private static JsonObjectBuilder json(TradeLine line) {
    return JsonParts.object()
        .add("kind", line.kind())
        .add("opened_on", line.openedOn().toString())
        .add("currency", line.creditLimit().currency().code())
        .add("credit_limit", line.creditLimit().minor())
        .add("balance", line.balance().minor())
        .add("monthly_payment", line.monthlyPayment().minor())
        .add("days_past_due", line.daysPastDue());
  }

  private static TradeLine tradeLine(JsonObject json) {
    var currency = json.getString("currency");
    return new TradeLine(
        json.getString("kind"),
        LocalDate.parse(json.getString("opened_on")),
        money(json, "credit_limit", currency),
        money(json, "balance", currency),
        money(json, "monthly_payment", currency),
        json.getInt("days_past_due"));
  }

  private static Money money(JsonObject json, String name, String currency) {
    return Money.of(json.getJsonNumber(name).longValueExact(), currency);
  }
}

package org.florin.api.applications;

import jakarta.json.stream.JsonGenerator;
import org.florin.api.json.Members;
import org.florin.applications.ApplicationView;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;

/** An application as partners see it. */
final class ApplicationJson {

  private ApplicationJson() {}

  static void write(JsonGenerator json, ApplicationView application) {
    json.write("id", application.id().toString())
        .write("object", "application")
        .write("status", application.status().word())
        .write("product", application.product())
        .write("currency", application.currency());
    Members.write(json, "requested_limit", application.requestedLimit().map(Money::minor));
    application
        .decision()
        .ifPresentOrElse(decision -> decision(json, decision), () -> json.writeNull("decision"));
    Members.write(json, "customer", application.customer());
    Members.write(json, "account", application.account());
    Members.write(json, "card", application.card());
    Members.write(json, "offer_expires_at", application.offerExpiresAt());
    Members.write(json, "documents_due_at", application.documentsDueAt());
    json.write("created_at", application.createdAt().toString())
        .write("updated_at", application.updatedAt().toString());
  }

  private static void decision(JsonGenerator json, ApplicationView.Decision decision) {
    json.writeStartObject("decision").write("outcome", decision.outcome());
    Members.write(json, "credit_limit", decision.creditLimit().map(Money::minor));
    Members.write(json, "apr", decision.apr().map(AnnualRate::toString));
    Members.write(json, "score", decision.score());
    json.write("policy_version", decision.policyVersion()).writeStartArray("reasons");
    for (var reason : decision.reasons()) {
      json.writeStartObject()
          .write("rank", reason.rank())
          .write("code", reason.code())
          .write("text", reason.text())
          .writeEnd();
    }
    json.writeEnd().writeEnd();
  }
}

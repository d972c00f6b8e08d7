package org.florin.api.authorizations;

import jakarta.json.stream.JsonGenerator;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.Merchant;
import org.florin.authorization.lifecycle.Flag;
import org.florin.kernel.Money;

/** A card payment as partners see it. */
final class AuthorizationView {

  private AuthorizationView() {}

  static String of(AuthorizationSnapshot snapshot) {
    return JsonText.write(json -> write(json, snapshot));
  }

  static void write(JsonGenerator json, AuthorizationSnapshot snapshot) {
    json.write("id", snapshot.id().toString())
        .write("object", "authorization")
        .write("status", snapshot.status().code())
        .write("approved", snapshot.isApproved())
        .write("kind", snapshot.kind().code())
        .write("entry_mode", snapshot.entryMode().code())
        .write("requested_amount", snapshot.requested().minor())
        .write("approved_amount", snapshot.approved().minor())
        .write("held_amount", snapshot.held().minor())
        .write("captured_amount", snapshot.captured().minor())
        .write("refunded_amount", snapshot.refunded().minor())
        .write("currency", snapshot.requested().currency().code())
        .write("response_code", snapshot.responseCode())
        .write("reason", snapshot.reason())
        .writeStartArray("reasons");
    snapshot.reasons().forEach(json::write);
    json.writeEnd();
    retry(json, snapshot);
    Members.write(json, "authorization_code", snapshot.authorizationCode());
    Members.write(json, "account", snapshot.account());
    Members.write(json, "card", snapshot.card());
    Members.write(json, "available_credit", snapshot.available().map(Money::minor));
    Members.write(json, "stand_in_by", snapshot.standInBy());
    Members.write(json, "expires_at", snapshot.expiresAt());
    json.write("created_at", snapshot.createdAt().toString());
    partner(json, snapshot);
    Members.write(json, "external_id", snapshot.externalId());
    merchant(json, snapshot.merchant());
    snapshot
        .network()
        .ifPresentOrElse(
            network -> {
              json.writeStartObject("network").write("name", network.name());
              Members.write(json, "transaction_id", network.transactionId());
              Members.write(json, "retrieval_reference", network.retrievalReference());
              Members.write(json, "stan", network.stan());
              Members.write(json, "acquirer_id", network.acquirerId());
              Members.write(json, "transmission_time", network.transmissionTime());
              json.writeEnd();
            },
            () -> json.writeNull("network"));
    json.write("metadata", JsonText.parse(snapshot.metadata())).writeStartArray("elements");
    snapshot.elements().forEach(element -> element(json, element));
    json.writeEnd();
  }

  /** How the networks class another attempt; null if there is nothing to repeat. */
  private static void retry(JsonGenerator json, AuthorizationSnapshot snapshot) {
    snapshot
        .declineReason()
        .ifPresentOrElse(
            reason -> {
              json.writeStartObject("retry").write("visa_category", reason.visaCategory());
              Members.write(json, "mastercard_advice", reason.mastercardAdvice());
              json.writeEnd();
            },
            () -> json.writeNull("retry"));
  }

  /** What the program's partner said; null if it wasn't asked. */
  private static void partner(JsonGenerator json, AuthorizationSnapshot snapshot) {
    snapshot
        .partner()
        .ifPresentOrElse(
            call -> {
              json.writeStartObject("partner_decision")
                  .write("id", call.id().toString())
                  .write("asked_amount", call.asked().minor())
                  .write("result", call.result())
                  .write("detail", call.detail())
                  .write("duration_millis", call.durationMillis())
                  .write("decided_by", call.decidedBy().code());
              call.late()
                  .ifPresentOrElse(
                      late ->
                          json.writeStartObject("late")
                              .write("result", late.result())
                              .write("after_millis", late.afterMillis())
                              .writeEnd(),
                      () -> json.writeNull("late"));
              json.writeEnd();
            },
            () -> json.writeNull("partner_decision"));
  }

  private static void element(JsonGenerator json, AuthorizationSnapshot.Element element) {
    json.writeStartObject()
        .write("type", element.type().code())
        .write("amount", element.amount().minor())
        .write("requested_amount", element.requested().minor())
        .write("at", element.at().toString())
        .writeStartArray("flags");
    element.flags().stream().sorted().map(Flag::code).forEach(json::write);
    json.writeEnd().writeStartArray("reasons");
    element.reasons().forEach(json::write);
    json.writeEnd();
    Members.write(json, "transaction", element.transaction());
    json.writeEnd();
  }

  private static void merchant(JsonGenerator json, Merchant merchant) {
    json.writeStartObject("merchant")
        .write("id", merchant.id())
        .write("name", merchant.name())
        .write("mcc", merchant.mcc());
    Members.write(json, "city", merchant.city());
    Members.write(json, "state", merchant.state());
    json.write("country", merchant.country());
    Members.write(json, "postal_code", merchant.postalCode());
    merchant
        .location()
        .ifPresentOrElse(
            location ->
                json.writeStartObject("location")
                    .write("latitude", location.latitude())
                    .write("longitude", location.longitude())
                    .writeEnd(),
            () -> json.writeNull("location"));
    json.writeEnd();
  }
}

package org.florin.api.accounts;

import jakarta.json.stream.JsonGenerator;
import org.florin.api.json.Members;
import org.florin.ledger.Journal;
import org.florin.ledger.MerchantDetails;

/** A booked transaction as partners see it; amounts above zero raise what is owed. */
public final class TransactionJson {

  private TransactionJson() {}

  /** Writes its members into the object that is open. */
  public static void write(JsonGenerator json, Journal.Booked booked) {
    var posting = booked.posting();
    json.write("id", posting.id().toString())
        .write("object", "transaction")
        .write("kind", posting.kind().code())
        .write("amount", posting.amount().minor())
        .write("currency", posting.amount().currency().code())
        .write("account", posting.account().toString());
    Members.write(json, "card", posting.card());
    Members.write(json, "authorization", posting.authorization());
    Members.write(json, "external_id", posting.externalId());
    json.write("description", posting.description())
        .write("booked_on", posting.bookedOn().toString())
        .write("occurred_at", posting.occurredAt().toString())
        .writeStartArray("flags");
    posting.flags().forEach(json::write);
    json.writeEnd();
    posting
        .merchant()
        .ifPresentOrElse(merchant -> merchant(json, merchant), () -> json.writeNull("merchant"));
  }

  private static void merchant(JsonGenerator json, MerchantDetails merchant) {
    json.writeStartObject("merchant").write("id", merchant.id()).write("name", merchant.name());
    Members.write(json, "mcc", merchant.mcc());
    Members.write(json, "city", merchant.city());
    Members.write(json, "country", merchant.country());
    json.writeEnd();
  }
}

package org.florin.api.disputes;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.florin.api.json.Members;
import org.florin.disputes.DisputeView;
import org.florin.disputes.EvidenceView;
import org.florin.disputes.FindDisputes;

/** A dispute as partners see it. */
public final class DisputeJson {

  private DisputeJson() {}

  /** Writes its members into the object that is open. */
  public static void write(JsonGenerator json, DisputeView dispute) {
    var liability = dispute.liability();
    json.write("id", dispute.id().toString())
        .write("object", "dispute")
        .write("status", dispute.state().code())
        .write("account", dispute.account().toString())
        .write("transaction", dispute.transaction().toString())
        .write("reason", dispute.reason().code())
        .write("explanation", dispute.explanation())
        .write("amount", liability.originalMinor())
        .write("currency", dispute.currency().code())
        .write("credited_amount", dispute.creditedMinor())
        .writeStartObject("liability")
        .write("original", liability.originalMinor())
        .write("recovered", liability.recoveredMinor())
        .write("written_off", liability.writtenOffMinor())
        .write("remaining", liability.remainingMinor())
        .writeEnd()
        .write("received_on", dispute.receivedOn().toString())
        .write("acknowledge_by", dispute.deadlines().acknowledgeBy().toString())
        .write("resolve_by", dispute.deadlines().resolveBy().toString())
        .write("chargeback_by", dispute.deadlines().chargebackBy().toString());
    Members.write(json, "late_reason", dispute.lateReason());
    json.write("created_at", dispute.createdAt().toString())
        .write("updated_at", dispute.changedAt().toString());
  }

  static void writeHistory(JsonGenerator json, List<FindDisputes.Step> steps) {
    json.writeStartArray("history");
    for (var step : steps) {
      json.writeStartObject()
          .write("status", step.state().code())
          .write("on", step.takenOn().toString())
          .write("at", step.at().toString())
          .writeEnd();
    }
    json.writeEnd();
  }

  static void writeEvidence(JsonGenerator json, List<EvidenceView> files) {
    json.writeStartArray("evidence");
    for (var file : files) {
      json.writeStartObject();
      write(json, file);
      json.writeEnd();
    }
    json.writeEnd();
  }

  static void write(JsonGenerator json, EvidenceView file) {
    json.write("id", file.id().toString())
        .write("object", "evidence")
        .write("name", file.name())
        .write("media_type", file.mediaType())
        .write("size", file.sizeBytes())
        .write("sha256", file.sha256())
        .write("created_at", file.addedAt().toString());
  }
}

package org.florin.api.policies;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Optional;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.applications.PolicyTrial;
import org.florin.kernel.Money;
import org.florin.underwriting.PolicyChange;
import org.florin.underwriting.PolicyFault;
import org.florin.underwriting.PolicyVersion;
import org.florin.underwriting.PolicyVersion.Signature;
import org.florin.underwriting.Recommendation;

/** A version of a credit policy as JSON. */
public final class PolicyJson {

  private PolicyJson() {}

  /** Without the policy itself, as lists show it. */
  static void write(JsonGenerator json, PolicyVersion version) {
    json.write("number", version.number())
        .write("object", "credit_policy")
        .write("product", version.product())
        .write("status", version.status().code())
        .write("revision", version.revision())
        .write("note", version.note());
    sign(json, "made", Optional.of(version.madeBy()));
    sign(json, "edited", Optional.of(version.editedBy()));
    sign(json, "approved", version.approvedBy());
    Members.write(json, "effective_from", version.effectiveFrom());
  }

  private static void sign(JsonGenerator json, String step, Optional<Signature> signature) {
    Members.write(json, step + "_by", signature.map(Signature::actor));
    Members.write(json, step + "_at", signature.map(Signature::at));
  }

  /** What a policy made of an application. */
  public static void write(JsonGenerator json, String name, Recommendation recommendation) {
    json.writeStartObject(name).write("outcome", recommendation.outcome().word());
    Members.write(json, "credit_limit", recommendation.limit().map(Money::minor));
    Members.write(json, "apr", recommendation.apr());
    json.writeStartArray("reasons");
    recommendation.reasons().forEach(reason -> json.write(reason.code()));
    json.writeEnd().writeEnd();
  }

  static void write(JsonGenerator json, PolicyTrial trial) {
    json.write("object", "credit_policy_trial")
        .write("number", trial.version())
        .write("from", trial.from().toString())
        .write("to", trial.to().toString())
        .write("asked", trial.asked())
        .write("has_more", trial.more())
        .writeStartObject("then");
    trial.then().forEach((outcome, count) -> json.write(outcome.word(), count));
    json.write("credit_limits", trial.limitsThen().minor()).writeEnd().writeStartObject("now");
    trial.now().forEach((outcome, count) -> json.write(outcome.word(), count));
    json.write("credit_limits", trial.limitsNow().minor())
        .writeEnd()
        .write("currency", trial.limitsNow().currency().code())
        .writeStartArray("changes");
    for (var change : trial.changes()) {
      json.writeStartObject().write("application", change.application().toString());
      write(json, "then", change.then());
      write(json, "now", change.now());
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** What became of a change; what wasn't done is a problem. */
  static String answer(PolicyChange change) {
    return switch (change) {
      case PolicyChange.Done done -> JsonText.write(json -> write(json, done.version()));
      case PolicyChange.Faulty faulty -> throw Problem.invalid(errors(faulty.faults()));
      case PolicyChange.SecondPersonNeeded ignored ->
          throw Problem.conflict(
              "second_person_needed",
              "Who made a version or edited it last can't approve it; somebody else has to.");
      case PolicyChange.Overtaken overtaken ->
          throw Problem.conflict(
              "version_changed",
              "The version is "
                  + overtaken.version().status().code()
                  + " in revision "
                  + overtaken.version().revision()
                  + ".");
      case PolicyChange.Unknown ignored -> throw Problem.notFound();
    };
  }

  private static List<FieldError> errors(List<PolicyFault> faults) {
    return faults.stream()
        .map(fault -> new FieldError(fault.pointer(), "invalid", fault.message()))
        .toList();
  }
}

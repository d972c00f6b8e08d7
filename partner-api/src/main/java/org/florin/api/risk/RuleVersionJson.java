package org.florin.api.risk;

import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Optional;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.platform.json.JsonParts;
import org.florin.risk.RuleFault;
import org.florin.risk.versions.RuleChange;
import org.florin.risk.versions.RuleVersion;
import org.florin.risk.versions.RuleVersion.Signature;

/** A version of the rule file as JSON. */
final class RuleVersionJson {

  private RuleVersionJson() {}

  /** A rule file as people write it. */
  static String fileText(JsonObject file) {
    return JsonParts.pretty(file);
  }

  /** Without its file, as lists show it. */
  static void write(JsonGenerator json, RuleVersion version) {
    json.write("number", version.number())
        .write("object", "risk_rule_version")
        .write("status", version.status().code())
        .write("revision", version.revision())
        .write("note", version.note());
    sign(json, "made", Optional.of(version.madeBy()));
    sign(json, "edited", Optional.of(version.editedBy()));
    sign(json, "shadow", version.shadowBy());
    sign(json, "active", version.activeBy());
    sign(json, "retired", version.retiredBy());
  }

  private static void sign(JsonGenerator json, String step, Optional<Signature> signature) {
    Members.write(json, step + "_by", signature.map(Signature::actor));
    Members.write(json, step + "_at", signature.map(Signature::at));
  }

  /** What became of a change; what wasn't done is a problem. */
  static String answer(RuleChange change) {
    return switch (change) {
      case RuleChange.Done done -> JsonText.write(json -> write(json, done.version()));
      case RuleChange.Faulty faulty -> throw Problem.invalid(errors(faulty.faults()));
      case RuleChange.SecondPersonNeeded ignored ->
          throw Problem.conflict(
              "second_person_needed",
              "Who made a version or edited it last can't promote it; somebody else has to.");
      case RuleChange.Overtaken overtaken ->
          throw Problem.conflict(
              "version_changed",
              "The version is "
                  + overtaken.version().status().code()
                  + " in revision "
                  + overtaken.version().revision()
                  + ".");
      case RuleChange.Unknown ignored -> throw Problem.notFound();
    };
  }

  private static List<FieldError> errors(List<RuleFault> faults) {
    return faults.stream()
        .map(fault -> new FieldError("/file" + fault.pointer(), fault.code(), fault.message()))
        .toList();
  }
}

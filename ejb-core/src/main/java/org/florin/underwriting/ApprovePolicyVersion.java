package org.florin.underwriting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/**
 * A second person's yes to a draft: from its date on it decides, and never changes any more. Of two
 * versions for one date the later one decides.
 */
@Stateless
public class ApprovePolicyVersion {

  /**
   * @param revision as the person who decides saw it
   * @param effectiveFrom today's business date or a later one
   */
  public record Command(int number, int revision, LocalDate effectiveFrom, Actor actor) {}

  @Inject PolicyVersions versions;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  public PolicyChange handle(Command command) {
    var today = clock.businessDate();
    var found = versions.lock(command.number(), today);
    if (found.isEmpty()) {
      return new PolicyChange.Unknown();
    }
    var version = found.get();
    var actor = command.actor();
    if (!version.isForeignTo(actor.name())) {
      audit.record(
          AuditEntry.refused(
              actor.name(),
              actor.channel(),
              "policy.approve",
              PolicyVersions.auditName(command.number()),
              "four eyes"));
      return new PolicyChange.SecondPersonNeeded();
    }
    if (command.effectiveFrom().isBefore(today)) {
      return new PolicyChange.Faulty(
          List.of(
              new PolicyFault("/effective_from", "Not before the business date " + today + ".")));
    }
    if (PolicyFile.read(version.file()) instanceof PolicyFile.Invalid invalid) {
      return new PolicyChange.Faulty(invalid.faults());
    }
    if (!versions.approve(
        command.number(), command.revision(), command.effectiveFrom(), actor.name(), clock.now())) {
      return new PolicyChange.Overtaken(version);
    }
    audit.record(
        AuditEntry.done(
            actor.name(),
            actor.channel(),
            "policy.approve",
            PolicyVersions.auditName(command.number()),
            "from " + command.effectiveFrom()));
    return new PolicyChange.Done(versions.find(command.number(), today).orElseThrow());
  }
}

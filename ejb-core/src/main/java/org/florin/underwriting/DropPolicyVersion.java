package org.florin.underwriting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Gives up a draft, or an approved version whose date is still to come. */
@Stateless
public class DropPolicyVersion {

  /**
   * @param revision as the person who decides saw it
   */
  public record Command(int number, int revision, Actor actor) {}

  @Inject PolicyVersions versions;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  public PolicyChange handle(Command command) {
    var today = clock.businessDate();
    var dropped = versions.drop(command.number(), command.revision(), today);
    var version = versions.find(command.number(), today);
    if (version.isEmpty()) {
      return new PolicyChange.Unknown();
    }
    if (!dropped) {
      return new PolicyChange.Overtaken(version.get());
    }
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "policy.drop",
            PolicyVersions.auditName(command.number()),
            ""));
    return new PolicyChange.Done(version.get());
  }
}

package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.Money;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Says up to which limit an underwriter may approve alone; nobody says it of themselves. */
@Stateless
public class GrantAuthority {

  @Inject Applications applications;
  @Inject AuditTrail audit;
  @Inject BusinessClock clock;

  /**
   * @param underwriter outside form of the user's id
   */
  public record Command(String underwriter, Money limit, Actor actor) {}

  /** Whether it was granted. */
  public boolean handle(Command command) {
    var actor = command.actor();
    if (command.underwriter().equals(actor.name())) {
      audit.record(
          AuditEntry.refused(
              actor.name(),
              actor.channel(),
              "application.authority",
              command.underwriter(),
              "own authority"));
      return false;
    }
    applications.grant(command.underwriter(), command.limit(), actor, clock.now());
    audit.record(
        AuditEntry.done(
            actor.name(),
            actor.channel(),
            "application.authority",
            command.underwriter(),
            "limit " + command.limit()));
    return true;
  }
}

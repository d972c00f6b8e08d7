package org.florin.risk.versions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.risk.RuleFile;

/**
 * Moves a version on: a draft into the shadow, one in the shadow to active, any into retirement.
 * The version that stood there before is retired with it. Promoting takes a second person; retiring
 * doesn't, so that one person alone can stop rules that do harm.
 */
@Stateless
public class PromoteRules {

  /**
   * @param revision as the person who decides saw it
   * @param to anything but draft
   */
  public record Command(int number, int revision, VersionStatus to, Actor actor) {
    public Command {
      if (to == VersionStatus.DRAFT) {
        throw new IllegalArgumentException("nothing becomes a draft again");
      }
    }
  }

  @Inject RuleVersions versions;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  public RuleChange handle(Command command) {
    versions.lockPromotions();
    var found = versions.lock(command.number());
    if (found.isEmpty()) {
      return new RuleChange.Unknown();
    }
    var version = found.get();
    if (command.to() != VersionStatus.RETIRED) {
      if (!version.isForeignTo(command.actor().name())) {
        note(command, "refused", "four eyes");
        return new RuleChange.SecondPersonNeeded();
      }
      if (RuleFile.read(version.file()) instanceof RuleFile.Invalid invalid) {
        note(command, "refused", "faults in the file");
        return new RuleChange.Faulty(invalid.faults());
      }
      if (!isNext(version, command)) {
        return new RuleChange.Overtaken(version);
      }
      versions.in(command.to()).ifPresent(before -> replace(before, command));
    }
    var moved = move(command);
    if (moved.isEmpty()) {
      return new RuleChange.Overtaken(version);
    }
    note(command, "done", "from " + version.status().code());
    return new RuleChange.Done(moved.get());
  }

  private static boolean isNext(RuleVersion version, Command command) {
    var from = command.to() == VersionStatus.SHADOW ? VersionStatus.DRAFT : VersionStatus.SHADOW;
    return version.status() == from && version.revision() == command.revision();
  }

  private Optional<RuleVersion> move(Command command) {
    var actor = command.actor().name();
    var now = clock.now();
    return switch (command.to()) {
      case SHADOW -> versions.toShadow(command.number(), command.revision(), actor, now);
      case ACTIVE -> versions.toActive(command.number(), command.revision(), actor, now);
      case RETIRED -> versions.retire(command.number(), command.revision(), actor, now);
      case DRAFT -> throw new IllegalArgumentException("nothing becomes a draft again");
    };
  }

  private void replace(RuleVersion before, Command command) {
    versions.retire(before.number(), before.revision(), command.actor().name(), clock.now());
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "risk.retired",
            RuleVersions.auditName(before.number()),
            "replaced by " + command.number()));
  }

  private void note(Command command, String outcome, String details) {
    audit.record(
        new AuditEntry(
            command.actor().name(),
            command.actor().channel(),
            "risk." + command.to().code(),
            RuleVersions.auditName(command.number()),
            outcome,
            details,
            Optional.empty()));
  }
}

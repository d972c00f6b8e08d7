package org.florin.risk.versions;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.risk.RuleFile;

/** Keeps a new draft, or a new edit of one. A file with faults is never kept. */
@Stateless
public class DraftRules {

  /** The draft that is edited, as its editor last saw it. */
  public record Edited(int number, int revision) {}

  /**
   * @param edited empty for a new draft
   */
  public record Command(Optional<Edited> edited, String file, String note, Actor actor) {}

  @Inject RuleVersions versions;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  public RuleChange handle(Command command) {
    if (RuleFile.read(command.file()) instanceof RuleFile.Invalid invalid) {
      return new RuleChange.Faulty(invalid.faults());
    }
    var actor = command.actor().name();
    if (command.edited().isEmpty()) {
      return done(
          "risk.draft", versions.add(command.file(), command.note(), actor, clock.now()), command);
    }
    var edited = command.edited().get();
    var kept =
        versions.edit(
            edited.number(), edited.revision(), command.file(), command.note(), actor, clock.now());
    return kept.isPresent()
        ? done("risk.edit", kept.get(), command)
        : versions
            .find(edited.number())
            .<RuleChange>map(RuleChange.Overtaken::new)
            .orElseGet(RuleChange.Unknown::new);
  }

  private RuleChange done(String action, RuleVersion version, Command command) {
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            action,
            RuleVersions.auditName(version.number()),
            "revision " + version.revision()));
    return new RuleChange.Done(version);
  }
}

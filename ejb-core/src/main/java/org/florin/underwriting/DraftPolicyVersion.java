package org.florin.underwriting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.products.FindProducts;

/** Keeps a new draft of a product's policy, or a new edit of one; never a policy with faults. */
@Stateless
public class DraftPolicyVersion {

  /** The draft that is edited, as its editor last saw it. */
  public record Edited(int number, int revision) {}

  /**
   * @param product whose policy it is; a draft that is edited stays with its own
   * @param edited empty for a new draft
   */
  public record Command(
      String product, Optional<Edited> edited, String file, String note, Actor actor) {}

  @Inject PolicyVersions versions;
  @Inject FindProducts products;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  public PolicyChange handle(Command command) {
    if (PolicyFile.read(command.file()) instanceof PolicyFile.Invalid invalid) {
      return new PolicyChange.Faulty(invalid.faults());
    }
    return command.edited().map(edited -> edit(command, edited)).orElseGet(() -> add(command));
  }

  private PolicyChange add(Command command) {
    if (products.byCode(command.product(), clock.businessDate()).isEmpty()) {
      return new PolicyChange.Faulty(
          List.of(new PolicyFault("/product", "There is no such product.")));
    }
    var number =
        versions.add(
            command.product(), command.file(), command.note(), command.actor().name(), clock.now());
    return done("policy.draft", number, command);
  }

  private PolicyChange edit(Command command, Edited edited) {
    var kept =
        versions.edit(
            edited.number(),
            edited.revision(),
            command.file(),
            command.note(),
            command.actor().name(),
            clock.now());
    return kept
        ? done("policy.edit", edited.number(), command)
        : versions
            .find(edited.number(), clock.businessDate())
            .<PolicyChange>map(PolicyChange.Overtaken::new)
            .orElseGet(PolicyChange.Unknown::new);
  }

  private PolicyChange done(String action, int number, Command command) {
    var version = versions.find(number, clock.businessDate()).orElseThrow();
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            action,
            PolicyVersions.auditName(number),
            "revision " + version.revision()));
    return new PolicyChange.Done(version);
  }
}

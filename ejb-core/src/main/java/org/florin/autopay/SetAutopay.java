package org.florin.autopay;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Sets or ends an account's automatic payments. */
@Stateless
public class SetAutopay {

  /**
   * @param plan empty to end them
   */
  public record Command(AccountId account, Optional<AutopayPlan> plan, Actor actor) {}

  @Inject Autopays autopays;
  @Inject AuditTrail audit;

  public void handle(Command command) {
    command
        .plan()
        .ifPresentOrElse(
            plan -> autopays.set(command.account(), plan),
            () -> autopays.remove(command.account()));
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "autopay.set",
            command.account().toString(),
            command.plan().map(plan -> plan.choice().code()).orElse("none")));
  }
}

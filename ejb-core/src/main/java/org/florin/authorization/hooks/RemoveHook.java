package org.florin.authorization.hooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** From now on a program asks nobody. */
@Stateless
public class RemoveHook {

  public record Command(String productCode, Actor actor) {}

  @Inject HookRows rows;
  @Inject HookBook book;
  @Inject AuditTrail audit;

  /** False if the program asked nobody before. */
  public boolean handle(Command command) {
    if (!rows.remove(command.productCode())) {
      return false;
    }
    book.forget();
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "hook.remove",
            command.productCode(),
            ""));
    return true;
  }
}

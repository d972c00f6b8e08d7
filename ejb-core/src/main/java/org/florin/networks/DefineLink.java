package org.florin.networks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** Makes a link known, unless one of that name is. */
@Stateless
public class DefineLink {

  /** The link, and who defines it. */
  public record Command(NetworkLink link, Actor actor) {}

  @Inject NetworkLinks links;
  @Inject AuditTrail audit;

  public void handle(Command command) {
    var link = command.link();
    if (links.byName(link.name()).isPresent()) {
      return;
    }
    links.add(link);
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "network.define_link",
            link.id().toString(),
            link.name() + " " + link.profile() + " port " + link.port()));
  }
}

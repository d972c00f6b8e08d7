package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.Actor;
import org.florin.kernel.CustomerId;

/** Gives a customer the right to enrol once; one who is a user already needs none. */
@Stateless
public class InviteCardholder {

  @Inject AccessDesk desk;

  /** Whom to invite. */
  public record Command(CustomerId customer, Actor actor) {}

  /** Until when the invitation is valid. */
  public Optional<Instant> handle(Command command) {
    return desk.invite(command.customer(), command.actor()).map(Invitation::expiresAt);
  }
}

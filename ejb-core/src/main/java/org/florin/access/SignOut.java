package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.UserId;

/** Notes that a user left; the edge ends the session. */
@Stateless
public class SignOut {

  @Inject AccessDesk desk;

  /** Who left and why: {@code asked}, {@code idle} or {@code disabled}. */
  public record Command(UserId user, String reason) {}

  /** Writes it down. */
  public void handle(Command command) {
    desk.signedOut(command.user(), command.reason());
  }
}

package org.florin.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/** Enrols an invited cardholder with a user name and password of their own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RedeemInvitation {

  private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{3,39}");

  @Inject AccessDesk desk;
  @Inject PasswordHasher hasher;

  /** The token of the invitation and what its holder chose. */
  public record Command(String token, String username, String password) {

    @Override
    public String toString() {
      return "RedeemInvitation.Command[…]";
    }
  }

  /** What came of it. */
  public sealed interface Result {

    /** The cardholder is a user now. */
    record Enrolled(PortalUserView user) implements Result {}

    /** The invitation is unknown, used or too old. */
    record InvitationOver() implements Result {}

    /** The user name can't be had. */
    record UsernameRefused(String why) implements Result {}

    /** The password can't be taken. */
    record PasswordRefused(String why) implements Result {}
  }

  /** Whether the token opens anything at all. */
  public boolean isOpen(String token) {
    return desk.invited(token).isPresent();
  }

  /** Enrols, or says why not. */
  public Result handle(Command command) {
    if (desk.invited(command.token()).isEmpty()) {
      return new Result.InvitationOver();
    }
    var username = AccessDesk.normalized(command.username());
    if (!USERNAME.matcher(username).matches()) {
      return new Result.UsernameRefused(
          "4 to 40 letters, digits, dots or hyphens, beginning with a letter.");
    }
    if (desk.isTaken(username)) {
      return new Result.UsernameRefused("This user name is taken. Please choose another.");
    }
    var refusal = PasswordPolicy.refusal(command.password(), username, Role.CARDHOLDER);
    if (refusal.isPresent()) {
      return new Result.PasswordRefused(refusal.get());
    }
    return desk.redeem(command.token(), username, hasher.hash(command.password()))
        .<Result>map(Result.Enrolled::new)
        .orElseGet(Result.InvitationOver::new);
  }
}

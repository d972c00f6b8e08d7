package org.florin.networks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.florin.kernel.Actor;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.SystemTime;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/**
 * Reversal advices that six tries brought no acknowledgement for: a person has them sent again, or
 * settles them with the network by other means.
 */
@Stateless
public class ReviewWithdrawals {

  /** What is to be done. */
  public enum Step {
    SEND_AGAIN,
    SETTLED
  }

  /**
   * @param note what the person found
   */
  public record Command(AuthorizationId authorization, Step step, String note, Actor actor) {}

  @Inject Withdrawals withdrawals;
  @Inject AuditTrail audit;

  /** Those that wait for a person, oldest first. */
  public List<WithdrawalView> open(int countMax) {
    return withdrawals.forPeople(countMax);
  }

  /** False if it doesn't wait for a person any more. */
  public boolean handle(Command command) {
    var done =
        switch (command.step()) {
          case SEND_AGAIN -> withdrawals.sendAgain(command.authorization(), SystemTime.now());
          case SETTLED -> withdrawals.settled(command.authorization());
        };
    if (done) {
      audit.record(
          AuditEntry.done(
              command.actor().name(),
              command.actor().channel(),
              "withdrawal." + command.step().name().toLowerCase(Locale.ROOT),
              command.authorization().toString(),
              command.note()));
    }
    return done;
  }
}

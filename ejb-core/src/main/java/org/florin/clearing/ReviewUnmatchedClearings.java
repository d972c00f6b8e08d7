package org.florin.clearing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.TransactionId;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;

/** The back office looks at presentments without an approval and says what it found. */
@Stateless
public class ReviewUnmatchedClearings {

  /**
   * @param note what was found, 1 to 500 characters
   */
  public record Command(TransactionId transaction, String note, Actor actor) {
    public Command {
      if (note.isBlank() || note.length() > 500) {
        throw new IllegalArgumentException("a note has 1 to 500 characters");
      }
    }
  }

  @Inject UnmatchedClearings queue;
  @Inject BusinessClock clock;
  @Inject AuditTrail audit;

  /** Closes one; false if it isn't open any more. */
  public boolean handle(Command command) {
    var resolved =
        queue.resolve(command.transaction(), clock.now(), command.actor().name(), command.note());
    if (resolved) {
      audit.record(
          AuditEntry.done(
              command.actor().name(),
              command.actor().channel(),
              "clearing.review",
              command.transaction().toString(),
              command.note()));
    }
    return resolved;
  }

  /** Those that are open, oldest first. */
  public List<UnmatchedClearing> open(int countMax) {
    return queue.open(countMax);
  }

  /** How many are open. */
  public long countOpen() {
    return queue.countOpen();
  }
}

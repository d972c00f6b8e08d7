package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.DisputeId;

/** Ends a dispute with an outcome, in money and by letter. */
@Stateless
public class ResolveDispute {

  /**
   * @param note for the history, 1 to 500 characters
   */
  public record Command(DisputeId dispute, Resolution resolution, String note, Actor actor) {
    public Command {
      if (note.isBlank() || note.length() > 500) {
        throw new IllegalArgumentException("a note has 1 to 500 characters");
      }
    }
  }

  @Inject Disputes disputes;
  @Inject DisputeDesk desk;
  @Inject DisputeMoney money;
  @Inject DisputeLetters letters;

  public DisputeOutcome handle(Command command) {
    return desk.lock(command.dispute())
        .map(dispute -> resolve(dispute, command))
        .orElseGet(DisputeOutcome.NotFound::new);
  }

  private DisputeOutcome resolve(DisputeView dispute, Command command) {
    var refused =
        ResolutionPolicy.refusal(
            dispute, command.resolution(), disputes.rule(dispute.receivedOn()));
    if (refused.isPresent()) {
      return new DisputeOutcome.NotPossible(dispute, refused.get());
    }
    var order =
        new DisputeDesk.Order(
            dispute.id(),
            ResolutionPolicy.step(command.resolution()),
            command.note(),
            command.actor());
    var outcome =
        desk.take(
            dispute,
            order,
            found -> {
              var decided = ResolutionPolicy.liability(found, command.resolution());
              money.end(found, decided, command.actor());
              return new DisputeDesk.Effect(
                  decided, decided.recoveredMinor() + decided.writtenOffMinor());
            });
    if (outcome instanceof DisputeOutcome.Done done) {
      letters.write(done.dispute(), LetterKind.OUTCOME);
    }
    return outcome;
  }
}

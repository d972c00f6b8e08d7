package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.florin.kernel.Actor;
import org.florin.kernel.DisputeId;

/** Takes a dispute a step on its way to an outcome: acknowledge, investigate, credit. */
@Stateless
public class AdvanceDispute {

  /** The steps between receipt and outcome. */
  public enum Step {
    /** Answers the cardholder, by letter. */
    ACKNOWLEDGE(DisputeStep.ACKNOWLEDGE),
    INVESTIGATE(DisputeStep.INVESTIGATE),
    /** Credits the amount for the time being. */
    CREDIT(DisputeStep.CREDIT);

    private final DisputeStep step;

    Step(DisputeStep step) {
      this.step = step;
    }
  }

  /**
   * @param note for the history; may be empty
   */
  public record Command(DisputeId dispute, Step step, String note, Actor actor) {}

  @Inject DisputeDesk desk;
  @Inject DisputeMoney money;
  @Inject DisputeLetters letters;

  public DisputeOutcome handle(Command command) {
    return desk.lock(command.dispute())
        .map(dispute -> take(dispute, command))
        .orElseGet(DisputeOutcome.NotFound::new);
  }

  private DisputeOutcome take(DisputeView dispute, Command command) {
    var order =
        new DisputeDesk.Order(dispute.id(), command.step().step, command.note(), command.actor());
    var outcome = desk.take(dispute, order, found -> effect(found, command));
    if (outcome instanceof DisputeOutcome.Done done && command.step() == Step.ACKNOWLEDGE) {
      letters.write(done.dispute(), LetterKind.ACKNOWLEDGEMENT);
    }
    return outcome;
  }

  private DisputeDesk.Effect effect(DisputeView dispute, Command command) {
    return switch (command.step()) {
      case ACKNOWLEDGE, INVESTIGATE ->
          new DisputeDesk.Effect(dispute.liability(), dispute.creditedMinor());
      case CREDIT -> {
        money.credit(dispute, command.actor());
        yield new DisputeDesk.Effect(dispute.liability(), dispute.liability().originalMinor());
      }
    };
  }
}

package org.florin.disputes;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.florin.accounts.FindAccounts;
import org.florin.kernel.Actor;
import org.florin.kernel.ClientId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.DisputeId;

/** Takes a dispute back: the amount is owed as if it had never been in dispute. */
@Stateless
public class WithdrawDispute {

  /**
   * @param owner whose own account it must be; empty for staff and partners
   * @param client the partner that must have opened it; empty for people
   */
  public record Command(
      DisputeId dispute, Optional<CustomerId> owner, Optional<ClientId> client, Actor actor) {}

  @Inject DisputeDesk desk;
  @Inject DisputeMoney money;
  @Inject FindAccounts accounts;
  @Inject DisputeLetters letters;

  public DisputeOutcome handle(Command command) {
    return desk.lock(command.dispute())
        .filter(dispute -> isVisible(dispute, command))
        .map(dispute -> withdraw(dispute, command.actor()))
        .orElseGet(DisputeOutcome.NotFound::new);
  }

  private boolean isVisible(DisputeView dispute, Command command) {
    return command
            .owner()
            .map(
                customer ->
                    accounts
                        .byId(dispute.account())
                        .filter(account -> account.customer().equals(customer))
                        .isPresent())
            .orElse(true)
        && command
            .client()
            .map(client -> dispute.client().equals(Optional.of(client)))
            .orElse(true);
  }

  private DisputeOutcome withdraw(DisputeView dispute, Actor actor) {
    var outcome =
        desk.take(
            dispute,
            new DisputeDesk.Order(dispute.id(), DisputeStep.WITHDRAW, "", actor),
            found -> {
              money.end(found, Liability.undecided(found.liability().originalMinor()), actor);
              return new DisputeDesk.Effect(found.liability(), 0);
            });
    if (outcome instanceof DisputeOutcome.Done done) {
      letters.write(done.dispute(), LetterKind.OUTCOME);
    }
    return outcome;
  }
}

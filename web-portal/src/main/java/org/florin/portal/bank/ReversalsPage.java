package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.networks.ReviewWithdrawals;
import org.florin.networks.ReviewWithdrawals.Step;
import org.florin.networks.WithdrawalView;

/** Reversals that a network never acknowledged, each waiting for somebody. */
@Named
@ViewScoped
public class ReversalsPage extends WorkList<WithdrawalView> {

  private static final long serialVersionUID = 1L;

  @Inject ReviewWithdrawals review;

  @Override
  List<WithdrawalView> open(int most) {
    return review.open(most);
  }

  public void sendAgain(WithdrawalView item) {
    take(item, Step.SEND_AGAIN, "It is sent again.");
  }

  public void settled(WithdrawalView item) {
    take(item, Step.SETTLED, "Settled.");
  }

  private void take(WithdrawalView item, Step step, String done) {
    take(
        (note, actor) ->
            review.handle(new ReviewWithdrawals.Command(item.authorization(), step, note, actor)),
        done,
        "It waits no longer.");
  }
}

package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.access.Role;
import org.florin.networks.ReviewWithdrawals;
import org.florin.networks.ReviewWithdrawals.Step;
import org.florin.networks.WithdrawalView;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** Reversals that a network never acknowledged, each waiting for somebody. */
@Named
@ViewScoped
public class ReversalsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  private static final int NOTE_LENGTH_MAX = 500;

  @Inject ReviewWithdrawals review;
  @Inject CurrentUser user;

  private transient List<WithdrawalView> waiting = List.of();
  private String note = "";

  @PostConstruct
  void open() {
    waiting = review.open(SHOWN);
  }

  public void sendAgain(WithdrawalView item) {
    take(item, Step.SEND_AGAIN, "It is sent again.");
  }

  public void settled(WithdrawalView item) {
    take(item, Step.SETTLED, "Settled.");
  }

  private void take(WithdrawalView item, Step step, String done) {
    if (note.isBlank() || note.length() > NOTE_LENGTH_MAX) {
      Messages.failed("Say what you found, in 1 to 500 characters.");
      return;
    }
    if (isOperator()
        && review.handle(
            new ReviewWithdrawals.Command(
                item.authorization(), step, note.strip(), user.actor()))) {
      Messages.done(done);
      note = "";
    } else {
      Messages.failed("It waits no longer.");
    }
    open();
  }

  public List<WithdrawalView> getWaiting() {
    return waiting;
  }

  public boolean isOperator() {
    return user.getRole() == Role.OPERATIONS;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}

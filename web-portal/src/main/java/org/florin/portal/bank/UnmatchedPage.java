package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.access.Role;
import org.florin.clearing.ReviewUnmatchedClearings;
import org.florin.clearing.UnmatchedClearing;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/** Presentments without an approval, each waiting for somebody to look at it. */
@Named
@ViewScoped
public class UnmatchedPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  private static final int NOTE_LENGTH_MAX = 500;

  @Inject ReviewUnmatchedClearings review;
  @Inject CurrentUser user;

  private transient List<UnmatchedClearing> waiting = List.of();
  private String note = "";

  @PostConstruct
  void open() {
    waiting = review.open(SHOWN);
  }

  /** Closes one with the note. */
  public void close(UnmatchedClearing item) {
    if (note.isBlank() || note.length() > NOTE_LENGTH_MAX) {
      Messages.failed("Say what you found, in 1 to 500 characters.");
      return;
    }
    if (isOperator()
        && review.handle(
            new ReviewUnmatchedClearings.Command(item.transaction(), note.strip(), user.actor()))) {
      Messages.done("Closed.");
      note = "";
    } else {
      Messages.failed("Somebody closed it before.");
    }
    open();
  }

  public List<UnmatchedClearing> getWaiting() {
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

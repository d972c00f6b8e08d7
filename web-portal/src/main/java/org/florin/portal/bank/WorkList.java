package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import org.florin.access.Role;
import org.florin.kernel.Actor;
import org.florin.portal.format.Messages;
import org.florin.portal.session.CurrentUser;

/**
 * Items that wait for somebody of operations, who says in a note what was found.
 *
 * @param <T> one item
 */
abstract class WorkList<T> implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;
  private static final int NOTE_LENGTH_MAX = 500;

  @Inject CurrentUser user;

  private transient List<T> waiting = List.of();
  private String note = "";

  /** What is done with an item, once there is a note. */
  interface Handling {

    /** False if the item waits no longer. */
    boolean take(String note, Actor actor);
  }

  /** Items that wait, oldest first, at most so many. */
  abstract List<T> open(int most);

  @PostConstruct
  void load() {
    waiting = open(SHOWN);
  }

  void take(Handling handling, String done, String tooLate) {
    if (note.isBlank() || note.length() > NOTE_LENGTH_MAX) {
      Messages.failed("Say what you found, in 1 to 500 characters.");
      return;
    }
    if (isOperator() && handling.take(note.strip(), user.actor())) {
      Messages.done(done);
      note = "";
    } else {
      Messages.failed(tooLate);
    }
    load();
  }

  public List<T> getWaiting() {
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

package org.florin.portal.bank;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.clearing.ReviewUnmatchedClearings;
import org.florin.clearing.UnmatchedClearing;

/** Presentments without an approval, each waiting for somebody to look at it. */
@Named
@ViewScoped
public class UnmatchedPage extends WorkList<UnmatchedClearing> {

  private static final long serialVersionUID = 1L;

  @Inject ReviewUnmatchedClearings review;

  @Override
  List<UnmatchedClearing> open(int most) {
    return review.open(most);
  }

  /** Closes one with the note. */
  public void close(UnmatchedClearing item) {
    take(
        (note, actor) ->
            review.handle(new ReviewUnmatchedClearings.Command(item.transaction(), note, actor)),
        "Closed.",
        "Somebody closed it before.");
  }
}

package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.Money;

/** An underwriter's decision about an application in review. */
@Stateless
public class DecideApplication {

  @Inject ApplicationDesk desk;

  /** Yes or no. */
  public sealed interface Verdict {

    /**
     * Yes, with this limit. Above own authority it is a proposal until another confirms it.
     *
     * @param reasonCodes why it is less than was asked for, heaviest first; only then needed
     */
    record Approve(Money creditLimit, List<String> reasonCodes) implements Verdict {}

    /** No, for these reasons by code, heaviest first, one to four. */
    record Decline(List<String> reasonCodes) implements Verdict {}
  }

  /** Who decides what, in which role. */
  public record Command(ApplicationId application, Verdict verdict, String role, Actor actor) {}

  /** What came of it. */
  public ApplicationChange handle(Command command) {
    return desk.decide(command);
  }
}

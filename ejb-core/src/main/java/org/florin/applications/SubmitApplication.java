package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.customers.Violation;
import org.florin.kernel.Actor;
import org.florin.kernel.ApplicationId;

/**
 * Takes in an assessed application, decides it by the policy in effect and, if the applicant wished
 * so, accepts an approval at once: account, card and invitation. One transaction, the caller's.
 */
@Stateless
public class SubmitApplication {

  @Inject ApplicationDesk desk;

  /** The form and what the bureau said about the applicant ({@link AssessApplicant}). */
  public record Command(ApplicationForm form, BureauAnswer bureau, Actor actor) {

    @Override
    public String toString() {
      return "SubmitApplication.Command[" + actor + "]";
    }
  }

  /** What became of the form. */
  public sealed interface Result {

    /** It is on file: decided or in review. */
    record Submitted(ApplicationView application) implements Result {}

    /** It can't be taken as it is. */
    record Invalid(List<Violation> violations) implements Result {}

    /** The same person applied for the same product lately. */
    record Duplicate(ApplicationId first) implements Result {}
  }

  /** The application as it now is. */
  public Result handle(Command command) {
    return desk.submit(command);
  }
}

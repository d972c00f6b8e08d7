package org.florin.applications;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.customers.PersonalDetailsPolicy;
import org.florin.customers.Violation;
import org.florin.kernel.ApplicationId;
import org.florin.kernel.BusinessClock;
import org.florin.products.FindProducts;

/**
 * Checks a form and asks the credit bureau about the applicant, outside any transaction: the answer
 * goes into {@link SubmitApplication}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AssessApplicant {

  @Inject FindProducts products;
  @Inject CreditBureau bureau;
  @Inject ApplicationDesk desk;
  @Inject BusinessClock clock;

  /** What is known before anything is stored. */
  public sealed interface Assessment {

    /** The bureau was asked. */
    record Assessed(BureauAnswer bureau) implements Assessment {}

    /** The form can't be taken as it is; nobody was asked. */
    record Invalid(List<Violation> violations) implements Assessment {}

    /** The same person applied for the same product lately. */
    record Duplicate(ApplicationId first) implements Assessment {}
  }

  /** The form to assess. */
  public record Command(ApplicationForm form) {

    @Override
    public String toString() {
      return "AssessApplicant.Command[…]";
    }
  }

  /** The bureau's answer, or why it wasn't asked. */
  public Assessment handle(Command command) {
    var form = command.form();
    var today = clock.businessDate();
    var violations =
        ApplicationFormPolicy.violations(form, products.byCode(form.product(), today), today);
    if (!violations.isEmpty()) {
      return new Assessment.Invalid(violations);
    }
    var applicant = PersonalDetailsPolicy.normalized(form.applicant());
    var taxId = applicant.taxId();
    if (taxId == null) {
      throw new IllegalStateException("a valid form has a tax id");
    }
    return desk.duplicateOf(taxId, form.product())
        .<Assessment>map(Assessment.Duplicate::new)
        .orElseGet(() -> new Assessment.Assessed(bureau.report(taxId)));
  }
}

package org.florin.applications;

import java.util.Optional;
import org.florin.customers.PersonalDetails;
import org.florin.kernel.Money;

/**
 * What an applicant fills in.
 *
 * @param annualIncome from all sources, before tax
 * @param accept takes an approval at once
 */
public record ApplicationForm(
    String product,
    String currency,
    Optional<Money> requestedLimit,
    PersonalDetails applicant,
    Money annualIncome,
    Housing housing,
    Employment employment,
    Consents consents,
    boolean accept) {

  /** How the applicant lives: {@code rent}, {@code own} or {@code other}. */
  public record Housing(String status, Money monthlyPayment) {}

  /**
   * What the applicant does: {@code employed}, {@code self_employed}, {@code retired}, {@code
   * student} or {@code unemployed}.
   */
  public record Employment(String status, Optional<String> employer) {}

  /** What the applicant agreed to, in which version. */
  public record Consents(boolean electronicSignature, String termsVersion) {}
}

package org.florin.applications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.florin.customers.PersonalDetailsPolicy;
import org.florin.customers.Violation;
import org.florin.products.CardProduct;

/** What a form must be before anybody is asked about the applicant; pure. */
final class ApplicationFormPolicy {

  private static final Set<String> HOUSING = Set.of("rent", "own", "other");
  private static final Set<String> EMPLOYMENT =
      Set.of("employed", "self_employed", "retired", "student", "unemployed");
  private static final long AMOUNT_MINOR_MAX = 1_000_000_000_00L;

  private ApplicationFormPolicy() {}

  static List<Violation> violations(
      ApplicationForm form, Optional<CardProduct> product, LocalDate today) {
    var found = new ArrayList<Violation>();
    if (product.isEmpty()) {
      found.add(new Violation("/product", "unknown_product", "There is no such product."));
    }
    product.ifPresent(offered -> terms(found, form, offered));
    PersonalDetailsPolicy.violations(form.applicant(), today)
        .forEach(
            each ->
                found.add(
                    new Violation("/applicant/" + each.pointer(), each.code(), each.message())));
    amount(found, "/applicant/annual_income", form.annualIncome().minor());
    amount(found, "/applicant/housing/monthly_payment", form.housing().monthlyPayment().minor());
    if (!HOUSING.contains(form.housing().status())) {
      found.add(new Violation("/applicant/housing/status", "invalid_choice", "rent, own or other"));
    }
    if (!EMPLOYMENT.contains(form.employment().status())) {
      found.add(
          new Violation(
              "/applicant/employment/status",
              "invalid_choice",
              "employed, self_employed, retired, student or unemployed"));
    }
    if (!form.consents().electronicSignature()) {
      found.add(
          new Violation("/consents/e_sign", "consent_required", "Please agree to sign online."));
    }
    if (form.consents().termsVersion().isBlank()) {
      found.add(
          new Violation("/consents/terms_version", "consent_required", "Please accept the terms."));
    }
    return List.copyOf(found);
  }

  private static void terms(List<Violation> found, ApplicationForm form, CardProduct product) {
    if (!product.limitMin().currency().code().equals(form.currency())) {
      found.add(
          new Violation(
              "/currency", "unsupported_currency", "The product's currency is another one."));
      return;
    }
    form.requestedLimit()
        .filter(limit -> limit.compareTo(product.limitMin()) < 0)
        .ifPresent(
            limit ->
                found.add(
                    new Violation(
                        "/requested_limit",
                        "below_minimum",
                        "The smallest limit of this product is " + product.limitMin() + ".")));
  }

  private static void amount(List<Violation> found, String pointer, long minor) {
    if (minor < 0 || minor > AMOUNT_MINOR_MAX) {
      found.add(new Violation(pointer, "out_of_range", "Zero or more, up to a billion."));
    }
  }
}

package org.florin.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.florin.applications.ApplicationForm;
import org.florin.applications.ApplicationForm.Consents;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.applications.AssessApplicant;
import org.florin.applications.AssessApplicant.Assessment;
import org.florin.applications.BureauAnswer;
import org.florin.applications.FindApplications;
import org.florin.applications.SubmitApplication;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.customers.Violation;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.portal.format.Messages;
import org.florin.portal.format.TypedAmount;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;
import org.jspecify.annotations.Nullable;

/** The public application form. */
@Named
@ViewScoped
public class ApplyPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TERMS_VERSION = "2026-01";

  /** Where the form shows what the contract calls by these names. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("/product", "product"),
          Map.entry("/requested_limit", "requestedLimit"),
          Map.entry("/applicant/first_name", "firstName"),
          Map.entry("/applicant/middle_name", "middleName"),
          Map.entry("/applicant/last_name", "lastName"),
          Map.entry("/applicant/date_of_birth", "dateOfBirth"),
          Map.entry("/applicant/tax_id", "taxId"),
          Map.entry("/applicant/email", "email"),
          Map.entry("/applicant/phone", "phone"),
          Map.entry("/applicant/address/line1", "line1"),
          Map.entry("/applicant/address/line2", "line2"),
          Map.entry("/applicant/address/city", "city"),
          Map.entry("/applicant/address/state", "state"),
          Map.entry("/applicant/address/postal_code", "postalCode"),
          Map.entry("/applicant/annual_income", "annualIncome"),
          Map.entry("/applicant/housing/status", "housing"),
          Map.entry("/applicant/housing/monthly_payment", "housingPayment"),
          Map.entry("/applicant/employment/status", "employment"),
          Map.entry("/consents/e_sign", "eSign"));

  @Inject FindProducts findProducts;
  @Inject AssessApplicant assess;
  @Inject SubmitApplication submit;
  @Inject FindApplications find;
  @Inject BusinessClock clock;

  private transient List<CardProduct> products = List.of();
  private boolean duplicate;

  private String product = "classic";
  private @Nullable BigDecimal requestedLimit;
  private String firstName = "";
  private String middleName = "";
  private String lastName = "";
  private @Nullable LocalDate dateOfBirth;
  private String taxId = "";
  private String email = "";
  private String phone = "";
  private String line1 = "";
  private String line2 = "";
  private String city = "";
  private String state = "";
  private String postalCode = "";
  private @Nullable BigDecimal annualIncome;
  private String housing = "rent";
  private @Nullable BigDecimal housingPayment;
  private String employment = "employed";
  private String employer = "";
  private boolean consent;

  @PostConstruct
  void open() {
    products = findProducts.onSale(clock.businessDate());
  }

  /** Sends the form; answers the page that shows the decision. */
  public @Nullable String send() {
    var form = form();
    return switch (assess.handle(new AssessApplicant.Command(form))) {
      case Assessment.Invalid invalid -> show(invalid.violations());
      case Assessment.Duplicate found -> alreadyThere();
      case Assessment.Assessed assessed -> submit(form, assessed.bureau());
    };
  }

  private @Nullable String submit(ApplicationForm form, BureauAnswer bureau) {
    return switch (submit.handle(
        new SubmitApplication.Command(form, bureau, ApplicantPage.APPLICANT))) {
      case SubmitApplication.Result.Submitted submitted ->
          "/application?token=" + find.token(submitted.application().id()) + "&faces-redirect=true";
      case SubmitApplication.Result.Invalid invalid -> show(invalid.violations());
      case SubmitApplication.Result.Duplicate found -> alreadyThere();
    };
  }

  private @Nullable String alreadyThere() {
    duplicate = true;
    return null;
  }

  private static @Nullable String show(List<Violation> violations) {
    Messages.failed(
        violations.size() == 1
            ? "One answer needs another look. It is marked below."
            : violations.size() + " answers need another look. They are marked below.");
    for (var violation : violations) {
      var field = FIELDS.get(violation.pointer());
      if (field == null) {
        Messages.failed(violation.message());
      } else {
        Messages.field("apply:" + field, violation.message());
      }
    }
    return null;
  }

  private ApplicationForm form() {
    return new ApplicationForm(
        product,
        "USD",
        Optional.ofNullable(requestedLimit).map(ApplyPage::dollars),
        new PersonalDetails(
            firstName,
            middleName,
            lastName,
            dateOfBirth,
            taxId,
            email,
            phone,
            new PostalAddress(line1, line2, city, state, postalCode, "US")),
        dollars(annualIncome == null ? BigDecimal.ZERO : annualIncome),
        new Housing(housing, dollars(housingPayment == null ? BigDecimal.ZERO : housingPayment)),
        new Employment(
            employment, employer.isBlank() ? Optional.empty() : Optional.of(employer.strip())),
        new Consents(consent, TERMS_VERSION),
        false);
  }

  private static Money dollars(BigDecimal amount) {
    return TypedAmount.of(amount, CurrencyCode.USD);
  }

  public List<CardProduct> getProducts() {
    return products;
  }

  /** Whether the same person applied lately. */
  public boolean isDuplicate() {
    return duplicate;
  }

  public String getProduct() {
    return product;
  }

  public void setProduct(String product) {
    this.product = product;
  }

  public @Nullable BigDecimal getRequestedLimit() {
    return requestedLimit;
  }

  public void setRequestedLimit(@Nullable BigDecimal requestedLimit) {
    this.requestedLimit = requestedLimit;
  }

  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  public String getMiddleName() {
    return middleName;
  }

  public void setMiddleName(String middleName) {
    this.middleName = middleName;
  }

  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }

  public @Nullable LocalDate getDateOfBirth() {
    return dateOfBirth;
  }

  public void setDateOfBirth(@Nullable LocalDate dateOfBirth) {
    this.dateOfBirth = dateOfBirth;
  }

  public String getTaxId() {
    return taxId;
  }

  public void setTaxId(String taxId) {
    this.taxId = taxId;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getLine1() {
    return line1;
  }

  public void setLine1(String line1) {
    this.line1 = line1;
  }

  public String getLine2() {
    return line2;
  }

  public void setLine2(String line2) {
    this.line2 = line2;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  public @Nullable BigDecimal getAnnualIncome() {
    return annualIncome;
  }

  public void setAnnualIncome(@Nullable BigDecimal annualIncome) {
    this.annualIncome = annualIncome;
  }

  public String getHousing() {
    return housing;
  }

  public void setHousing(String housing) {
    this.housing = housing;
  }

  public @Nullable BigDecimal getHousingPayment() {
    return housingPayment;
  }

  public void setHousingPayment(@Nullable BigDecimal housingPayment) {
    this.housingPayment = housingPayment;
  }

  public String getEmployment() {
    return employment;
  }

  public void setEmployment(String employment) {
    this.employment = employment;
  }

  public String getEmployer() {
    return employer;
  }

  public void setEmployer(String employer) {
    this.employer = employer;
  }

  public boolean isConsent() {
    return consent;
  }

  public void setConsent(boolean consent) {
    this.consent = consent;
  }
}

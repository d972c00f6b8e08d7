package org.florin.api.applications;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.florin.api.json.JsonBody;
import org.florin.applications.ApplicationForm;
import org.florin.customers.PersonalDetails;
import org.florin.customers.PostalAddress;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;

/** The body of {@code POST /applications}. Whether the data make sense is the core's to say. */
final class ApplicationRequest {

  private static final long AMOUNT_MAX = 100_000_000_000L;

  private ApplicationRequest() {}

  static ApplicationForm read(JsonObject object) {
    var body = JsonBody.of(object);
    var currency =
        body.read("currency", CurrencyCode::new, "Must be an ISO 4217 code.", CurrencyCode.USD);
    var applicant = body.object("applicant");
    var housing = applicant.object("housing");
    var employment = applicant.object("employment");
    var consents = body.object("consents");
    var form =
        new ApplicationForm(
            body.text("product", 32),
            currency.code(),
            body.optionalInteger("requested_limit", 1, AMOUNT_MAX)
                .map(minor -> new Money(minor, currency)),
            person(applicant),
            new Money(applicant.integer("annual_income", 0, AMOUNT_MAX), currency),
            new ApplicationForm.Housing(
                housing.text("status", 16),
                new Money(housing.integer("monthly_payment", 0, AMOUNT_MAX), currency)),
            new ApplicationForm.Employment(
                employment.text("status", 16), employment.optionalText("employer", 100)),
            new ApplicationForm.Consents(
                consents.flag("e_sign", false), consents.text("terms_version", 32)),
            body.flag("accept", false));
    body.complete();
    return form;
  }

  private static PersonalDetails person(JsonBody applicant) {
    var address = applicant.object("address");
    return new PersonalDetails(
        applicant.text("first_name", 60),
        orNull(applicant.optionalText("middle_name", 60)),
        applicant.text("last_name", 60),
        applicant.date("date_of_birth"),
        applicant.text("tax_id", 11),
        applicant.text("email", 254),
        applicant.text("phone", 32),
        new PostalAddress(
            address.text("line1", 100),
            orNull(address.optionalText("line2", 100)),
            address.text("city", 60),
            orNull(address.optionalText("state", 10)),
            address.text("postal_code", 16),
            address.text("country", 2)));
  }

  private static @org.jspecify.annotations.Nullable String orNull(Optional<String> text) {
    return text.orElse(null);
  }
}

package org.florin.applications;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.florin.applications.ApplicationView.Decision;
import org.florin.customers.PersonalDetails;
import org.florin.underwriting.DecisionReason;

/**
 * The notice of Reg B 1002.9 and FCRA 615(a): what was decided, the principal reasons, the score
 * that was used, the applicant's rights.
 */
record AdverseActionLetter(
    String bank,
    String bureau,
    String agency,
    String application,
    PersonalDetails applicant,
    Decision decision,
    LocalDate day) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  /** The letter as a page that can be printed. */
  String xhtml() {
    return """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>About your application</title>
        <meta name="description" content="Notice of action taken"/><style>
        @page { size: letter; margin: 25mm 22mm } body { font: 11pt/1.45 'Liberation Sans'; color: #16211f }
        h1 { font-size: 16pt; margin: 22pt 0 12pt } li { margin-bottom: 4pt } p.small { font-size: 9pt }
        </style><bookmarks><bookmark name="Notice" href="#notice"/></bookmarks></head><body>
        <p>%s</p><p>%s</p><p>%s<br/>%s<br/>%s</p><h1 id="notice">Notice of action taken</h1>
        <p>Application %s</p><p>Dear %s,</p><p>%s</p><ol>%s</ol>%s
        <p>You have a right to a free copy of your report from %s, which took no part in the decision, if you ask
        within 60 days, and a right to dispute what is wrong in it.</p>
        <p class="small">%s</p></body></html>
        """
        .formatted(
            escaped(bank),
            DAY.format(day),
            escaped(applicant.fullName()),
            escaped(applicant.address().line1()),
            escaped(place()),
            application,
            escaped(applicant.firstName()),
            escaped(action()),
            reasons(),
            score(),
            escaped(bureau),
            escaped(equalOpportunity()));
  }

  private String place() {
    var address = applicant.address();
    var state = address.state();
    return address.city() + (state == null ? "" : ", " + state) + " " + address.postalCode();
  }

  private String action() {
    return decision
        .creditLimit()
        .map(
            limit ->
                "Thank you for applying. We can't offer you what you asked for; we offer a credit"
                    + " limit of "
                    + limit
                    + " at "
                    + decision.apr().map(Object::toString).orElseThrow()
                    + " % APR. The principal reasons are:")
        .orElse(
            "Thank you for applying. We can't offer you this card now. The principal reasons are:");
  }

  private String reasons() {
    var items = new StringBuilder();
    decision.reasons().stream()
        .map(DecisionReason::text)
        .forEach(text -> items.append("<li>").append(escaped(text)).append("</li>"));
    return items.toString();
  }

  private String score() {
    return decision
        .score()
        .map(
            score ->
                "<p>We used a credit score of "
                    + score
                    + ", in a range from 300 to 850, as of "
                    + DAY.format(day)
                    + ".</p>")
        .orElse("");
  }

  private String equalOpportunity() {
    return "The federal Equal Credit Opportunity Act prohibits creditors from discriminating"
        + " against credit applicants on the basis of race, color, religion, national origin, sex,"
        + " marital status, age (provided the applicant has the capacity to enter into a binding"
        + " contract); because all or part of the applicant's income derives from any public"
        + " assistance program; or because the applicant has in good faith exercised any right"
        + " under the Consumer Credit Protection Act. The federal agency that administers"
        + " compliance with this law concerning this creditor is "
        + agency
        + ".";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

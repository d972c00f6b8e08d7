package org.florin.statements;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;
import org.florin.statements.interest.BalanceKind;
import org.jspecify.annotations.Nullable;

/**
 * A statement as people read it: well-formed XHTML made of the document alone, so that page and
 * data say the same. Pure.
 */
final class StatementPage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);
  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.US);
  private static final int MONTHS_PER_YEAR = 12;

  private static final String STYLE =
      """
      @page { size: letter; margin: 18mm 16mm 20mm 16mm;
        @bottom-left { content: "Florin Bank"; font-family: 'Liberation Sans'; font-size: 8pt; color: #44505c }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: 'Liberation Sans';
          font-size: 8pt; color: #44505c } }
      html { font-family: 'Liberation Sans', Arial, sans-serif }
      body { font-family: 'Liberation Sans', Arial, sans-serif; font-size: 10pt; color: #17202a; line-height: 1.35;
        max-width: 52em; margin: 0 auto; padding: 1em }
      h1 { font-size: 17pt; margin: 0 0 2pt 0 } h2 { font-size: 12pt; margin: 14pt 0 4pt 0; page-break-after: avoid }
      p { margin: 0 0 4pt 0 } table { width: 100%; border-collapse: collapse; margin: 0 0 4pt 0 }
      th, td { text-align: left; padding: 3pt 4pt; border-bottom: 0.5pt solid #c8d0d8; vertical-align: top }
      thead { display: table-header-group } tr { page-break-inside: avoid }
      thead th { border-bottom: 1pt solid #17202a } .amount { text-align: right; white-space: nowrap }
      .total th, .total td { font-weight: bold; border-top: 1pt solid #17202a }
      .due { border: 1.5pt solid #17202a; padding: 6pt 8pt; margin: 8pt 0; page-break-inside: avoid }
      .notice { page-break-inside: avoid }
      """;

  private final JsonObject document;
  private final StringBuilder page = new StringBuilder(8192);

  private StatementPage(JsonObject document) {
    this.document = document;
  }

  static String of(String document) {
    return new StatementPage(JsonParts.read(document)).write();
  }

  private String write() {
    var title = "Statement of " + date("closed_on");
    page.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en-US\">")
        .append("<head><meta charset=\"UTF-8\"/><title>")
        .append(title)
        .append("</title><meta name=\"subject\" content=\"Credit card statement\"/>")
        .append("<meta name=\"description\" content=\"Credit card statement\"/>")
        .append("<meta name=\"author\" content=\"Florin Bank\"/><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Credit card statement</h1><p>Florin Bank · Account ")
        .append(text(document.getString("account")))
        .append("</p><p>")
        .append(date("from_on"))
        .append(" to ")
        .append(date("closed_on"))
        .append(" (")
        .append(document.getInt("days"))
        .append(" days)</p>");
    paymentInformation();
    summary();
    transactions();
    interest();
    yearToDate();
    page.append("</body></html>\n");
    return page.toString();
  }

  private void paymentInformation() {
    page.append("<div class=\"due\"><h2>Payment information</h2><table><tbody>");
    row("New balance", money("new_balance"));
    row("Minimum payment due", money("minimum_payment"));
    if (minor("past_due") > 0) {
      row("of which past due", money("past_due"));
    }
    row("Payment due date", date("payment_due_on"));
    page.append("</tbody></table>");
    disputed();
    if (minor("minimum_payment") > 0) {
      var late = document.getJsonObject("late_payment_warning");
      page.append("<p class=\"notice\"><strong>Late payment warning:</strong> If we do not receive")
          .append(" your minimum payment by the date listed above, you may have to pay a late fee")
          .append(" of up to ")
          .append(money(late.getJsonNumber("fee_up_to").longValueExact()))
          .append(" and your APRs may be increased up to the penalty APR of ")
          .append(text(late.getString("penalty_apr")))
          .append("%.</p>");
    }
    minimumPaymentWarning();
    page.append("</div>");
  }

  /** That what is in dispute needn't be paid must be said (Reg Z 1026.13(c), (d)). */
  private void disputed() {
    if (document.containsKey("disputed") && minor("disputed") > 0) {
      page.append("<p class=\"notice\"><strong>In dispute:</strong> ")
          .append(money("disputed"))
          .append(" of the new balance is in dispute. You need not pay it, or any interest on it,")
          .append(" while we look into it. You must pay the rest.</p>");
    }
  }

  /** The wording of Reg Z 1026.7(b)(12) and its model form G-18(C). */
  private void minimumPaymentWarning() {
    if (document.isNull("minimum_payment_warning")) {
      return;
    }
    var warning = document.getJsonObject("minimum_payment_warning");
    page.append("<p class=\"notice\"><strong>Minimum payment warning:</strong> ");
    if (warning.isNull("months")) {
      page.append("Even if you make no more charges using this card, if you make only the minimum")
          .append(" payment each month we estimate you will never pay off the balance shown on")
          .append(" this statement.</p>");
    } else {
      page.append("If you make only the minimum payment each period, you will pay more in interest")
          .append(" and it will take you longer to pay off your balance. For example:</p>");
    }
    page.append("<table><thead><tr><th scope=\"col\">If you make no additional charges and each")
        .append(" month you pay</th><th scope=\"col\">you will pay off the balance in about</th>")
        .append(
            "<th scope=\"col\" class=\"amount\">and end up paying an estimated total of</th></tr></thead><tbody>");
    if (!warning.isNull("months")) {
      cells(
          "Only the minimum payment",
          duration(warning.getInt("months")),
          money(warning.getJsonNumber("total").longValueExact()));
    }
    if (!warning.isNull("three_years")) {
      var alternative = warning.getJsonObject("three_years");
      var saving = alternative.getJsonNumber("saving").longValueExact();
      cells(
          money(alternative.getJsonNumber("payment").longValueExact()),
          "3 years",
          money(alternative.getJsonNumber("total").longValueExact())
              + (saving > 0 ? " (savings = " + money(saving) + ")" : ""));
    }
    page.append("</tbody></table>");
  }

  private static String duration(int months) {
    if (months < 2 * MONTHS_PER_YEAR) {
      return months + (months == 1 ? " month" : " months");
    }
    return (months + MONTHS_PER_YEAR / 2) / MONTHS_PER_YEAR + " years";
  }

  private void summary() {
    page.append("<h2>Summary of account activity</h2><table><tbody>");
    row("Previous balance", money("previous_balance"));
    row("Payments", money(-minor("payments")));
    row("Other credits", money(-minor("credits")));
    row("Purchases", money("purchases"));
    row("Cash advances", money("cash_advances"));
    if (minor("adjustments") != 0) {
      row("Adjustments", money("adjustments"));
    }
    row("Fees charged", money("fees"));
    row("Interest charged", money("interest"));
    total("New balance", money("new_balance"));
    page.append("</tbody></table><table><tbody>");
    row("Credit limit", money("credit_limit"));
    row("Available credit", money("available_credit"));
    row("Cash advance limit", money("cash_limit"));
    row("Statement closing date", date("closed_on"));
    page.append("</tbody></table>");
  }

  private void transactions() {
    group("Payments and other credits", List.of("payments", "credits"), "Total", null);
    group(
        "Purchases and other debits",
        List.of("purchases", "cash_advances", "adjustments"),
        "Total",
        null);
    group("Fees", List.of("fees"), "Total fees for this period", "fees");
    group("Interest charged", List.of("interest"), "Total interest for this period", "interest");
  }

  /**
   * A table of transactions.
   *
   * @param alwaysTotal name of a total that is shown even where there is nothing
   */
  private void group(
      String title, List<String> groups, String totalText, @Nullable String alwaysTotal) {
    var lines =
        document.getJsonArray("transactions").stream()
            .map(JsonValue::asJsonObject)
            .filter(line -> groups.contains(line.getString("group")))
            .toList();
    if (lines.isEmpty() && alwaysTotal == null) {
      return;
    }
    page.append("<h2>")
        .append(title)
        .append(
            "</h2><table><thead><tr><th scope=\"col\">Date</th><th scope=\"col\">Description</th>")
        .append("<th scope=\"col\" class=\"amount\">Amount</th></tr></thead><tbody>");
    var sum = 0L;
    for (var line : lines) {
      var amount = line.getJsonNumber("amount").longValueExact();
      sum += amount;
      cells(
          LocalDate.parse(line.getString("booked_on")).format(SHORT_DATE),
          text(line.getString("description")),
          money(amount));
    }
    page.append("<tr class=\"total\"><th scope=\"row\" colspan=\"2\">")
        .append(totalText)
        .append("</th><td class=\"amount\">")
        .append(money(sum))
        .append("</td></tr></tbody></table>");
  }

  private void interest() {
    page.append("<h2>Interest charge calculation</h2><p>Your annual percentage rate (APR) is the")
        .append(
            " annual interest rate on your account. Average daily balance, new transactions included.</p>")
        .append(
            "<table><thead><tr><th scope=\"col\">Type of balance</th><th scope=\"col\">APR</th>")
        .append("<th scope=\"col\" class=\"amount\">Balance subject to interest rate</th>")
        .append("<th scope=\"col\" class=\"amount\">Interest charge</th></tr></thead><tbody>");
    for (var value : document.getJsonArray("interest_charges")) {
      var line = value.asJsonObject();
      var promotion = line.getString("promotion");
      var rates =
          line.getJsonArray("aprs").stream()
              .map(rate -> ((JsonString) rate).getString() + "%")
              .toList();
      page.append("<tr><th scope=\"row\">")
          .append(words(line.getString("balance_type")))
          .append(promotion.isEmpty() ? "" : " (" + text(promotion) + ")")
          .append("</th><td>")
          .append(text(String.join(", then ", rates)))
          .append("</td><td class=\"amount\">")
          .append(
              money(
                  new BigDecimal(line.getString("balance_subject_to_interest"))
                      .setScale(0, RoundingMode.HALF_UP)
                      .longValueExact()))
          .append("</td><td class=\"amount\">")
          .append(money(line.getJsonNumber("interest").longValueExact()))
          .append("</td></tr>");
    }
    page.append("</tbody></table>");
    page.append(
        document.getBoolean("purchases_have_grace")
            ? "<p>We will not charge you interest on purchases if you pay your entire balance by the due date.</p>"
            : "<p>Interest on purchases begins on the day of the purchase until you pay your entire balance by the due date.</p>");
  }

  private void yearToDate() {
    var year = document.getJsonObject("year_to_date");
    page.append("<h2>")
        .append(year.getInt("year"))
        .append(" totals year-to-date</h2><table><tbody>");
    row("Total fees charged", money(year.getJsonNumber("fees").longValueExact()));
    row("Total interest charged", money(year.getJsonNumber("interest").longValueExact()));
    page.append("</tbody></table>");
  }

  private void row(String name, String value) {
    page.append("<tr><th scope=\"row\">")
        .append(name)
        .append("</th><td class=\"amount\">")
        .append(value)
        .append("</td></tr>");
  }

  private void total(String name, String value) {
    page.append("<tr class=\"total\"><th scope=\"row\">")
        .append(name)
        .append("</th><td class=\"amount\">")
        .append(value)
        .append("</td></tr>");
  }

  private void cells(String first, String second, String amount) {
    page.append("<tr><td>")
        .append(first)
        .append("</td><td>")
        .append(second)
        .append("</td><td class=\"amount\">")
        .append(amount)
        .append("</td></tr>");
  }

  private long minor(String name) {
    return document.getJsonNumber(name).longValueExact();
  }

  private String money(String name) {
    return money(minor(name));
  }

  /** Such as {@code $1,234.50} or {@code -$5.00}. */
  private String money(long minor) {
    var currency = new CurrencyCode(document.getString("currency"));
    var amount = new Money(Math.abs(minor), currency).decimal();
    var sign = currency.equals(CurrencyCode.USD) ? "$" : currency.code() + " ";
    return (minor < 0 ? "-" : "")
        + sign
        + String.format(Locale.US, "%,." + currency.fractionDigits() + "f", amount);
  }

  private String date(String name) {
    return LocalDate.parse(document.getString(name)).format(DATE);
  }

  private static String words(String code) {
    return switch (BalanceKind.ofCode(code)) {
      case PURCHASE -> "Purchases";
      case CASH_ADVANCE -> "Cash advances";
      case BALANCE_TRANSFER -> "Balance transfers";
      case FEE -> "Fees carried over";
      case INTEREST -> "Interest carried over";
    };
  }

  private static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

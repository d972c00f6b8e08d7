package org.florin.applications;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.florin.applications.BureauAnswer.Report;
import org.florin.applications.BureauAnswer.TradeLine;
import org.florin.kernel.CurrencyCode;
import org.florin.underwriting.ApplicantAttribute;
import org.florin.underwriting.ApplicantFacts;

/** What a decision rests on: the form, the bureau's answer, and the date; pure. */
public record FactSheet(ApplicationForm form, BureauAnswer bureau, LocalDate today) {

  private static final int PERCENT = 100;

  /** The same as the credit policy sees it. */
  public ApplicantFacts facts() {
    var values = new EnumMap<ApplicantAttribute, Long>(ApplicantAttribute.class);
    var employment = form.employment().status();
    values.put(ApplicantAttribute.ANNUAL_INCOME, form.annualIncome().minor());
    values.put(ApplicantAttribute.MONTHLY_HOUSING, form.housing().monthlyPayment().minor());
    values.put(
        ApplicantAttribute.EARNS_INCOME,
        employment.equals("student") || employment.equals("unemployed") ? 0L : 1L);
    values.put(ApplicantAttribute.UNEMPLOYED, employment.equals("unemployed") ? 1L : 0L);
    var birth = form.applicant().dateOfBirth();
    if (birth != null) {
      values.put(ApplicantAttribute.AGE_YEARS, (long) Period.between(birth, today).getYears());
    }
    if (bureau instanceof Report report) {
      add(values, report);
    }
    return new ApplicantFacts(
        values, bureau.word(), form.requestedLimit(), new CurrencyCode(form.currency()));
  }

  private void add(Map<ApplicantAttribute, Long> values, Report report) {
    var lines = report.tradeLines();
    values.put(ApplicantAttribute.BUREAU_SCORE, (long) report.score());
    values.put(ApplicantAttribute.DEROGATORIES, (long) report.derogatories());
    values.put(ApplicantAttribute.TRADE_LINES, (long) lines.size());
    values.put(
        ApplicantAttribute.LINES_PAST_DUE,
        lines.stream().filter(line -> line.daysPastDue() > 0).count());
    values.put(ApplicantAttribute.UTILISATION_PERCENT, utilisationPercent(lines));
    values.put(
        ApplicantAttribute.HISTORY_MONTHS,
        lines.stream()
            .mapToLong(line -> ChronoUnit.MONTHS.between(line.openedOn(), today))
            .max()
            .orElse(0));
    values.put(
        ApplicantAttribute.MONTHLY_OBLIGATIONS,
        lines.stream().mapToLong(line -> line.monthlyPayment().minor()).reduce(0, Math::addExact));
  }

  private static long utilisationPercent(List<TradeLine> lines) {
    var revolving = lines.stream().filter(line -> line.kind().equals("revolving")).toList();
    var limits = revolving.stream().mapToLong(line -> line.creditLimit().minor()).sum();
    var balances = revolving.stream().mapToLong(line -> line.balance().minor()).sum();
    return limits == 0 ? 0 : balances * PERCENT / limits;
  }
}

package org.florin.applications;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.florin.applications.BureauAnswer.Report;
import org.florin.applications.BureauAnswer.TradeLine;
import org.florin.applications.PolicyTerms.Band;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.Money;
import org.florin.products.CardProduct;

/**
 * Decides an application: pure, so that the same inputs give the same answer for ever. Knock-outs
 * first, then the score card, then the ability to pay.
 */
final class UnderwritingPolicy {

  private static final int REASONS_MAX = 4;
  private static final int MONTHS = 12;
  private static final int PERCENT = 100;
  private static final int KNOCK_OUT_WEIGHT = 1000;
  private static final long LIMIT_STEP_MINOR = 100_00;
  private static final BigDecimal APR_MAX = new BigDecimal("29.99");

  /** Everything a decision rests on. */
  record Facts(
      ApplicationForm form,
      BureauAnswer bureau,
      CardProduct product,
      PolicyTerms terms,
      LocalDate today) {}

  private record Weighed(String code, int weight) {}

  private final Facts facts;
  private final List<TraceLine> trace = new ArrayList<>();
  private final List<Weighed> against = new ArrayList<>();
  private final List<String> unclear = new ArrayList<>();
  private boolean knockedOut;

  private UnderwritingPolicy(Facts facts) {
    this.facts = facts;
  }

  static Recommendation decide(Facts facts) {
    return new UnderwritingPolicy(facts).decide();
  }

  private Recommendation decide() {
    income();
    return switch (facts.bureau()) {
      case Report report -> withReport(report);
      case BureauAnswer.NoHit noHit -> withoutReport("no_credit_file");
      case BureauAnswer.Frozen frozen -> withoutReport("credit_file_frozen");
      case BureauAnswer.Unavailable unavailable -> withoutReport("bureau_unavailable");
    };
  }

  private Recommendation withReport(Report report) {
    var terms = facts.terms();
    check(
        "derogatories",
        report.derogatories() + " on file",
        report.derogatories() > terms.derogatoriesMax(),
        "serious_derogatory");
    var total = points(report);
    var band = terms.band(total);
    trace.add(new TraceLine("band", total + " points: band " + band.name(), band.outcome()));
    if (band.outcome().equals("decline")) {
      knockedOut = true;
      var shortBy = Math.max(1, approvalPoints() - report.score());
      against.add(new Weighed("low_credit_score", shortBy));
    } else if (band.outcome().equals("refer")) {
      unclear.add("score_in_review_band");
    }
    var limit = limit(band, report.tradeLines());
    var score = Optional.of(report.score());
    if (knockedOut) {
      return new Recommendation.Decline(reasons(), score, List.copyOf(trace));
    }
    var apr = apr(band);
    return unclear.isEmpty()
        ? new Recommendation.Approve(limit, apr, score, List.copyOf(trace))
        : new Recommendation.Refer(limit, apr, causes(), score, List.copyOf(trace));
  }

  private Recommendation withoutReport(String cause) {
    trace.add(new TraceLine("credit bureau", facts.bureau().word(), "refer"));
    unclear.add(cause);
    var band = facts.terms().bands().get(facts.terms().bands().size() - 2);
    var limit = limit(band, List.of());
    if (knockedOut) {
      return new Recommendation.Decline(reasons(), Optional.empty(), List.copyOf(trace));
    }
    return new Recommendation.Refer(
        limit, apr(band), causes(), Optional.empty(), List.copyOf(trace));
  }

  private void income() {
    var terms = facts.terms();
    var income = facts.form().annualIncome();
    check(
        "income",
        income + " a year",
        income.minor() < terms.annualIncomeMin(),
        "insufficient_income");
    var birth = facts.form().applicant().dateOfBirth();
    var status = facts.form().employment().status();
    var earns = !status.equals("student") && !status.equals("unemployed");
    if (birth != null
        && Period.between(birth, facts.today()).getYears() < terms.independentIncomeAgeYears()) {
      check("independent income under 21", status, !earns, "no_independent_income");
    }
  }

  private int points(Report report) {
    var points = facts.terms().points();
    var total = report.score();
    trace.add(new TraceLine("bureau score", Integer.toString(report.score()), "+" + total));
    var utilisation = utilisationPercent(report.tradeLines());
    if (utilisation > points.highUtilisationAbovePercent()) {
      total +=
          score("utilisation", utilisation + " %", points.highUtilisation(), "high_utilisation");
    } else if (utilisation > points.raisedUtilisationAbovePercent()) {
      total +=
          score("utilisation", utilisation + " %", points.raisedUtilisation(), "high_utilisation");
    } else {
      trace.add(new TraceLine("utilisation", utilisation + " %", "+0"));
    }
    var late = (int) report.tradeLines().stream().filter(line -> line.daysPastDue() > 0).count();
    if (late > 0) {
      total +=
          score(
              "lines past due",
              Integer.toString(late),
              points.pastDueLine() * late,
              "past_due_obligations");
    }
    if (report.derogatories() > 0) {
      total +=
          score(
              "derogatories",
              Integer.toString(report.derogatories()),
              points.derogatory() * report.derogatories(),
              "serious_derogatory");
    }
    if (report.tradeLines().size() < points.thinFileLinesBelow()) {
      total +=
          score(
              "number of lines",
              Integer.toString(report.tradeLines().size()),
              points.thinFile(),
              "thin_file");
    }
    var months = historyMonths(report.tradeLines());
    if (months < points.shortHistoryMonthsBelow()) {
      total += score("history", months + " months", points.shortHistory(), "short_history");
    }
    if (facts.form().employment().status().equals("unemployed")) {
      total +=
          score("employment", "unemployed", points.notEmployed(), "unable_to_verify_employment");
    }
    return total;
  }

  /** The limit that band, product, wish and ability to pay allow; knocks out if there is none. */
  private Money limit(Band band, List<TradeLine> lines) {
    var form = facts.form();
    var terms = facts.terms();
    var product = facts.product();
    var monthlyIncome = form.annualIncome().minor() / MONTHS;
    var owedMonthly =
        lines.stream()
            .mapToLong(line -> line.monthlyPayment().minor())
            .reduce(form.housing().monthlyPayment().minor(), Math::addExact);
    var room = monthlyIncome * terms.debtToIncomePercentMax() / PERCENT - owedMonthly;
    var payable = Math.max(0, room) * PERCENT / terms.newLinePaymentPercent();
    var byIncome = form.annualIncome().minor() * band.incomePercent() / PERCENT;
    var most = Math.min(Math.min(payable, byIncome), product.limitMax().minor());
    var limit = most / LIMIT_STEP_MINOR * LIMIT_STEP_MINOR;
    if (form.requestedLimit().isPresent()) {
      limit = Math.min(limit, form.requestedLimit().get().minor());
    }
    var burden = burdenPercent(owedMonthly, monthlyIncome);
    if (payable < product.limitMin().minor()) {
      check("debt to income", burden + " % before this line", true, "excessive_obligations");
    } else {
      if (burden > terms.debtToIncomePercentRefer()) {
        unclear.add("excessive_obligations");
        trace.add(new TraceLine("debt to income", burden + " % before this line", "refer"));
      } else {
        trace.add(new TraceLine("debt to income", burden + " % before this line", "pass"));
      }
      if (limit < product.limitMin().minor() && !band.outcome().equals("decline")) {
        check(
            "limit by income",
            new Money(limit, product.limitMin().currency()).toString(),
            true,
            "insufficient_income");
      }
    }
    var bounded = new Money(Math.max(limit, 0), product.limitMin().currency());
    trace.add(new TraceLine("limit", bounded.toString(), "band " + band.name()));
    return bounded;
  }

  private AnnualRate apr(Band band) {
    return new AnnualRate(facts.product().apr().percent().add(band.margin()).min(APR_MAX));
  }

  private int approvalPoints() {
    return facts.terms().bands().stream()
        .filter(band -> band.outcome().equals("approve"))
        .mapToInt(Band::pointsFrom)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private void check(String rule, String evidence, boolean fails, String code) {
    trace.add(new TraceLine(rule, evidence, fails ? "decline" : "pass"));
    if (fails) {
      knockedOut = true;
      against.add(new Weighed(code, KNOCK_OUT_WEIGHT));
    }
  }

  private int score(String rule, String evidence, int points, String code) {
    trace.add(new TraceLine(rule, evidence, Integer.toString(points)));
    against.add(new Weighed(code, -points));
    return points;
  }

  private List<DecisionReason> reasons() {
    var codes =
        against.stream()
            .sorted(Comparator.comparingInt(Weighed::weight).reversed())
            .map(Weighed::code)
            .distinct()
            .limit(REASONS_MAX)
            .toList();
    return ranked(codes);
  }

  private List<DecisionReason> causes() {
    return ranked(unclear.stream().distinct().limit(REASONS_MAX).toList());
  }

  private static List<DecisionReason> ranked(List<String> codes) {
    var reasons = new ArrayList<DecisionReason>();
    for (var code : codes) {
      reasons.add(ReasonTexts.reason(reasons.size() + 1, code));
    }
    return List.copyOf(reasons);
  }

  private static long utilisationPercent(List<TradeLine> lines) {
    var revolving = lines.stream().filter(line -> line.kind().equals("revolving")).toList();
    var limits = revolving.stream().mapToLong(line -> line.creditLimit().minor()).sum();
    var balances = revolving.stream().mapToLong(line -> line.balance().minor()).sum();
    return limits == 0 ? 0 : balances * PERCENT / limits;
  }

  private long historyMonths(List<TradeLine> lines) {
    return lines.stream()
        .mapToLong(line -> ChronoUnit.MONTHS.between(line.openedOn(), facts.today()))
        .max()
        .orElse(0);
  }

  private static long burdenPercent(long owedMonthly, long monthlyIncome) {
    return monthlyIncome == 0 ? PERCENT : owedMonthly * PERCENT / monthlyIncome;
  }
}

package org.florin.underwriting;

import jakarta.json.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.CurrencyCode;
import org.florin.platform.json.JsonParts;
import org.florin.underwriting.CreditPolicy.AbilityToPay;
import org.florin.underwriting.CreditPolicy.Band;
import org.florin.underwriting.CreditPolicy.BandOutcome;
import org.florin.underwriting.CreditPolicy.Condition;
import org.florin.underwriting.CreditPolicy.Index;
import org.florin.underwriting.CreditPolicy.KnockOut;
import org.florin.underwriting.CreditPolicy.LimitRange;
import org.florin.underwriting.CreditPolicy.PointRange;
import org.florin.underwriting.CreditPolicy.ScoreLine;

/** Reads a credit policy and gathers its faults. */
final class PolicyFileReader {

  private static final int PERCENT_MAX = 100;
  private static final int POINTS_MAX = 10_000;
  private static final long LIMIT_MAX = 100_000_000_00L;

  private final List<PolicyFault> faults = new ArrayList<>();

  private PolicyFileReader() {}

  static PolicyFile read(String text) {
    if (text.length() > PolicyFile.LENGTH_MAX) {
      return malformed("At most " + PolicyFile.LENGTH_MAX + " characters.");
    }
    try {
      var json = JsonParts.read(text);
      var reader = new PolicyFileReader();
      var policy = reader.policy(new PolicyNode("", json, reader.faults));
      return reader.faults.isEmpty()
          ? new PolicyFile.Valid(policy)
          : new PolicyFile.Invalid(List.copyOf(reader.faults));
    } catch (JsonException e) {
      return malformed("This is not one JSON object.");
    }
  }

  private static PolicyFile malformed(String message) {
    return new PolicyFile.Invalid(List.of(new PolicyFault("", message)));
  }

  private CreditPolicy policy(PolicyNode file) {
    file.number("format", 1, 1);
    var bands = file.list("bands", 2, this::band);
    inOrder(file, bands);
    var policy =
        new CreditPolicy(
            file.choice("currency", PolicyFileReader::currency, CurrencyCode.USD),
            index(file.object("index")),
            new AnnualRate(file.percent("apr_max")),
            file.list("knock_outs", 0, PolicyFileReader::knockOut),
            file.list("score_card", 1, PolicyFileReader::scoreLine),
            abilityToPay(file.object("ability_to_pay")),
            limit(file.object("limit")),
            bands,
            withoutReport(file, bands));
    file.complete();
    return policy;
  }

  private static Optional<CurrencyCode> currency(String code) {
    try {
      return Optional.of(new CurrencyCode(code));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Index index(PolicyNode node) {
    var index = new Index(node.text("name"), node.percent("rate"));
    node.complete();
    return index;
  }

  private static KnockOut knockOut(PolicyNode node) {
    return new KnockOut(
        node.text("name"), node.list("if", 1, PolicyFileReader::condition), reason(node));
  }

  private static Condition condition(PolicyNode node) {
    if (!node.has("from") && !node.has("to")) {
      node.fault("from", "A range has from, to, or both.");
    }
    return new Condition(
        attribute(node), node.end("from", Long.MIN_VALUE), node.end("to", Long.MAX_VALUE));
  }

  private static ScoreLine scoreLine(PolicyNode node) {
    return new ScoreLine(
        attribute(node), reason(node), node.list("ranges", 1, PolicyFileReader::range));
  }

  private static PointRange range(PolicyNode node) {
    var each = node.has("points_each");
    return new PointRange(
        node.end("from", Long.MIN_VALUE),
        node.end("to", Long.MAX_VALUE),
        node.count(each ? "points_each" : "points", -POINTS_MAX, POINTS_MAX),
        each);
  }

  private static AbilityToPay abilityToPay(PolicyNode node) {
    var rule =
        new AbilityToPay(
            node.count("debt_to_income_percent_max", 1, PERCENT_MAX),
            node.count("debt_to_income_percent_refer", 1, PERCENT_MAX),
            node.count("new_line_payment_percent", 1, PERCENT_MAX));
    if (rule.debtToIncomePercentRefer() > rule.debtToIncomePercentMax()) {
      node.fault("debt_to_income_percent_refer", "Not above the percentage that declines.");
    }
    node.complete();
    return rule;
  }

  private static LimitRange limit(PolicyNode node) {
    var range =
        new LimitRange(
            node.number("min", 1, LIMIT_MAX),
            node.number("max", 1, LIMIT_MAX),
            node.number("step", 1, LIMIT_MAX));
    if (range.max() < range.min()) {
      node.fault("max", "Not below the smallest limit.");
    }
    node.complete();
    return range;
  }

  private Band band(PolicyNode node) {
    return new Band(
        node.text("name"),
        node.count("points_from", -POINTS_MAX, POINTS_MAX),
        node.choice("outcome", PolicyFileReader::outcome, BandOutcome.REFER),
        node.count("income_percent", 0, PERCENT_MAX),
        node.percent("margin"));
  }

  private static Optional<BandOutcome> outcome(String code) {
    return Arrays.stream(BandOutcome.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }

  /** A better score never gets a worse answer. */
  private static void inOrder(PolicyNode file, List<Band> bands) {
    for (var place = 1; place < bands.size(); place++) {
      var better = bands.get(place - 1);
      var worse = bands.get(place);
      if (worse.pointsFrom() >= better.pointsFrom()
          || worse.outcome().compareTo(better.outcome()) < 0) {
        file.fault("bands/" + place, "Bands go from most points and best outcome downwards.");
      }
    }
    if (!bands.isEmpty() && bands.getFirst().outcome() != BandOutcome.APPROVE) {
      file.fault("bands/0", "The best band approves.");
    }
  }

  private static Band withoutReport(PolicyNode file, List<Band> bands) {
    return file.choice(
        "without_report",
        name -> bands.stream().filter(band -> band.name().equals(name)).findFirst(),
        new Band("", 0, BandOutcome.REFER, 0, BigDecimal.ZERO));
  }

  private static ApplicantAttribute attribute(PolicyNode node) {
    return node.choice("attribute", ApplicantAttribute::ofCode, ApplicantAttribute.AGE_YEARS);
  }

  private static String reason(PolicyNode node) {
    return node.choice("reason", code -> Optional.of(code).filter(ReasonTexts::isKnown), "");
  }
}

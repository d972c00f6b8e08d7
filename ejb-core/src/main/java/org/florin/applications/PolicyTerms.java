package org.florin.applications;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.florin.platform.json.JsonParts;

/** One version of the credit policy. */
record PolicyTerms(
    int version,
    long annualIncomeMin,
    int derogatoriesMax,
    int independentIncomeAgeYears,
    int debtToIncomePercentMax,
    int debtToIncomePercentRefer,
    int newLinePaymentPercent,
    Points points,
    List<Band> bands) {

  /** What attributes of a file add to or take from the bureau's score. */
  record Points(
      int highUtilisationAbovePercent,
      int highUtilisation,
      int raisedUtilisationAbovePercent,
      int raisedUtilisation,
      int pastDueLine,
      int derogatory,
      int thinFileLinesBelow,
      int thinFile,
      int shortHistoryMonthsBelow,
      int shortHistory,
      int notEmployed) {}

  /** From how many points on which outcome, limit and price follow; highest first. */
  record Band(String name, int pointsFrom, String outcome, int incomePercent, BigDecimal margin) {}

  Band band(int total) {
    return bands.stream()
        .filter(each -> total >= each.pointsFrom())
        .findFirst()
        .orElse(bands.getLast());
  }

  static PolicyTerms parse(int version, String definition) {
    var json = JsonParts.read(definition);
    var points = json.getJsonObject("points");
    var high = points.getJsonObject("high_utilisation");
    var raised = points.getJsonObject("raised_utilisation");
    var thin = points.getJsonObject("thin_file");
    var shortHistory = points.getJsonObject("short_history");
    return new PolicyTerms(
        version,
        json.getJsonNumber("annual_income_min").longValueExact(),
        json.getInt("derogatories_max"),
        json.getInt("independent_income_age_years"),
        json.getInt("debt_to_income_percent_max"),
        json.getInt("debt_to_income_percent_refer"),
        json.getInt("new_line_payment_percent"),
        new Points(
            high.getInt("above_percent"),
            high.getInt("points"),
            raised.getInt("above_percent"),
            raised.getInt("points"),
            points.getJsonObject("past_due_line").getInt("points"),
            points.getJsonObject("derogatory").getInt("points"),
            thin.getInt("lines_below"),
            thin.getInt("points"),
            shortHistory.getInt("months_below"),
            shortHistory.getInt("points"),
            points.getJsonObject("not_employed").getInt("points")),
        json.getJsonArray("bands").getValuesAs(JsonObject.class).stream()
            .map(
                band ->
                    new Band(
                        band.getString("name"),
                        band.getInt("points_from"),
                        band.getString("outcome"),
                        band.getInt("income_percent"),
                        new BigDecimal(band.getString("margin"))))
            .toList());
  }
}

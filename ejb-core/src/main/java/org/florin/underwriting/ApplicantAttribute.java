package org.florin.underwriting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a credit policy may ask about an applicant; all are whole numbers. */
public enum ApplicantAttribute {
  ANNUAL_INCOME(Unit.MONEY, false, "Income from all sources a year, before tax"),
  MONTHLY_HOUSING(Unit.MONEY, false, "What the home costs a month"),
  AGE_YEARS(Unit.COUNT, false, "Age in full years"),
  EARNS_INCOME(Unit.COUNT, false, "1 unless a student or not employed"),
  UNEMPLOYED(Unit.COUNT, false, "1 if not employed"),
  BUREAU_SCORE(Unit.COUNT, true, "The credit bureau's score"),
  DEROGATORIES(Unit.COUNT, true, "Serious derogatory records on file"),
  TRADE_LINES(Unit.COUNT, true, "Credits on file"),
  LINES_PAST_DUE(Unit.COUNT, true, "Credits on file that are past due"),
  UTILISATION_PERCENT(Unit.PERCENT, true, "Balances of revolving credits in percent of limits"),
  HISTORY_MONTHS(Unit.COUNT, true, "Months since the oldest credit on file was opened"),
  MONTHLY_OBLIGATIONS(Unit.MONEY, true, "Monthly payments of the credits on file");

  /** How its number is read. */
  enum Unit {
    COUNT,
    PERCENT,
    MONEY
  }

  private final Unit unit;
  private final boolean fromBureau;
  private final String description;

  ApplicantAttribute(Unit unit, boolean fromBureau, String description) {
    this.unit = unit;
    this.fromBureau = fromBureau;
    this.description = description;
  }

  Unit unit() {
    return unit;
  }

  /** Whether it is known only with a credit report. */
  public boolean isFromBureau() {
    return fromBureau;
  }

  public String description() {
    return description;
  }

  /** As policies spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ApplicantAttribute> ofCode(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }
}

package org.florin.statements.delinquency;

import java.util.Locale;

/** How long an account has been past due, as reports count it. */
public enum Bucket {
  CURRENT(0),
  DAYS_1(1),
  DAYS_30(30),
  DAYS_60(60),
  DAYS_90(90),
  DAYS_120(120),
  DAYS_150(150),
  DAYS_180(180);

  private final int daysMin;

  Bucket(int daysMin) {
    this.daysMin = daysMin;
  }

  /** The bucket of an account so many days past due. */
  public static Bucket of(int daysPastDue) {
    var found = CURRENT;
    for (var bucket : values()) {
      if (daysPastDue >= bucket.daysMin) {
        found = bucket;
      }
    }
    return found;
  }

  /** The name in answers, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.florin.adapters.mainframe.parallel;

import java.util.Locale;

/** The programs of the mainframe's day, in the order of its batch chain. */
public enum RunStep {
  POST,
  INTEREST,
  COMBINE,
  REPORT,
  STATEMENTS,
  EXPORT,
  IMPORT;

  /** The step as the command line and the summary write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The step with that {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RunStep ofCode(String code) {
    for (RunStep step : values()) {
      if (step.code().equals(code)) {
        return step;
      }
    }
    throw new IllegalArgumentException("no step is called " + code);
  }
}

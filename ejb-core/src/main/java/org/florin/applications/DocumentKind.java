package org.florin.applications;

import java.util.Locale;

/** What an underwriter may ask to see. */
public enum DocumentKind {
  IDENTITY("a passport, identity card or driving licence"),
  INCOME("pay slips or a tax return of the last year"),
  ADDRESS("a utility bill or bank statement that shows your address");

  private final String description;

  DocumentKind(String description) {
    this.description = description;
  }

  /** In words for the applicant. */
  public String description() {
    return description;
  }

  /** The word used in the database and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public static DocumentKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

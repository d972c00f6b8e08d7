package org.florin.applications;

import java.util.Locale;

/** Where an application is. */
public enum ApplicationStatus {
  RECEIVED,
  VERIFYING,
  IN_REVIEW,
  APPROVED,
  DECLINED,
  COUNTEROFFERED,
  INCOMPLETE,
  WITHDRAWN,
  ACCEPTED,
  EXPIRED;

  /** The word used in the database and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ApplicationStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

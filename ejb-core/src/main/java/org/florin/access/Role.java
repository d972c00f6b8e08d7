package org.florin.access;

import java.util.Locale;

/** What a user of the portal is. */
public enum Role {
  CARDHOLDER,
  UNDERWRITER,
  OPERATIONS,
  AUDITOR,
  ADMIN;

  /** The word used in the database and in the audit trail. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Everybody but cardholders works for the bank. */
  public boolean isStaff() {
    return this != CARDHOLDER;
  }

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException if there is no such role
   */
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

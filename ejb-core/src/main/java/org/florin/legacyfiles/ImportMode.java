package org.florin.legacyfiles;

import java.util.Locale;

/** By whose rules daily transactions are posted. */
public enum ImportMode {
  /** Florin's: a clearing of a known card always posts. */
  CORRECT,
  /** The mainframe's, to the cent and to the byte. */
  COMPATIBLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode with that {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ImportMode ofCode(String code) {
    for (ImportMode mode : values()) {
      if (mode.code().equals(code)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("a mode is correct or compatible");
  }
}

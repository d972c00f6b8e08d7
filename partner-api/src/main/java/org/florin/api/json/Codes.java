package org.florin.api.json;

import java.util.Locale;
import java.util.function.Function;

/** Codes in JSON are lower case, the constants they stand for upper case. */
public final class Codes {

  private Codes() {}

  /**
   * The constant that a code stands for.
   *
   * @param constants finds a constant by its name, such as an enum's {@code valueOf}
   * @throws IllegalArgumentException if there is none, or the code isn't lower case
   */
  public static <T> T lowerCase(String code, Function<String, T> constants) {
    if (!code.equals(code.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("codes are lower case");
    }
    return constants.apply(code.toUpperCase(Locale.ROOT));
  }
}

package org.florin.authorization;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param mcc merchant category code, four digits (ISO 18245)
 * @param country ISO 3166-1 alpha-2
 */
public record Merchant(
    String id,
    String name,
    String mcc,
    Optional<String> city,
    Optional<String> state,
    String country,
    Optional<String> postalCode) {

  /** The category as a number, 0 to 9999. */
  public int category() {
    return Integer.parseInt(mcc);
  }
}

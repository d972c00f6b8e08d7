package org.florin.authorization;

import java.util.Optional;
import org.florin.kernel.GeoPoint;

/**
 * Who asks.
 *
 * @param mcc merchant category code, four digits (ISO 18245)
 * @param country ISO 3166-1 alpha-2
 * @param location where exactly, if the message says so
 */
public record Merchant(
    String id,
    String name,
    String mcc,
    Optional<String> city,
    Optional<String> state,
    String country,
    Optional<String> postalCode,
    Optional<GeoPoint> location) {

  /** One that doesn't say where exactly it is. */
  public Merchant(
      String id,
      String name,
      String mcc,
      Optional<String> city,
      Optional<String> state,
      String country,
      Optional<String> postalCode) {
    this(id, name, mcc, city, state, country, postalCode, Optional.empty());
  }

  /** The category as a number, 0 to 9999. */
  public int category() {
    return Integer.parseInt(mcc);
  }
}

package org.florin.customers;

import org.jspecify.annotations.Nullable;

/** Where post reaches a person. */
public record PostalAddress(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String state,
    String postalCode,
    String country) {

  @Override
  public String toString() {
    return "PostalAddress[…]";
  }
}

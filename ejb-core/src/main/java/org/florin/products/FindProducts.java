package org.florin.products;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Answers what the bank sells on a date. */
@Stateless
public class FindProducts {

  @Inject Products products;

  /** The version of a product in effect on the date. */
  public Optional<CardProduct> byCode(String code, LocalDate on) {
    return products.find(code, on);
  }

  /** Every product on sale on the date, by code. */
  public List<CardProduct> onSale(LocalDate on) {
    return products.inEffect(on);
  }
}

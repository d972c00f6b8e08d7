package org.florin.portal.applications;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.florin.kernel.BusinessClock;
import org.florin.products.CardProduct;
import org.florin.products.FindProducts;

/** What a stranger sees first. */
@Named
@RequestScoped
public class LandingPage {

  @Inject FindProducts findProducts;
  @Inject BusinessClock clock;

  private List<CardProduct> products = List.of();

  @PostConstruct
  void open() {
    products = findProducts.onSale(clock.businessDate());
  }

  public List<CardProduct> getProducts() {
    return products;
  }
}

package org.florin.applications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the bank's letters about applications say of itself and others. */
@Dependent
class ApplicationSettings {

  @Inject
  @ConfigProperty(
      name = "florin.applications.bank",
      defaultValue = "Florin Bank, 1 Florin Plaza, Wilmington, DE 19801")
  String bank;

  @Inject
  @ConfigProperty(
      name = "florin.applications.bureau",
      defaultValue = "the credit bureau named in your application")
  String bureau;

  @Inject
  @ConfigProperty(
      name = "florin.applications.agency",
      defaultValue = "Consumer Financial Protection Bureau, 1700 G Street NW, Washington, DC 20552")
  String agency;
}

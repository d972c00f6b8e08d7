package org.florin.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How statements are drawn. */
@ApplicationScoped
class StatementSettings {

  @Inject
  @ConfigProperty(name = "florin.statements.home-country", defaultValue = "US")
  String homeCountry;

  /** Purchases elsewhere are foreign transactions; ISO 3166-1 alpha-2. */
  String homeCountry() {
    return homeCountry;
  }
}

package org.florin.adapters.bureau;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the bureau is and how long its answer may take. */
@Dependent
class BureauSettings {

  @Inject
  @ConfigProperty(name = "florin.bureau.url")
  String url;

  @Inject
  @ConfigProperty(name = "florin.bureau.connect-timeout", defaultValue = "PT1S")
  Duration connectTimeout;

  @Inject
  @ConfigProperty(name = "florin.bureau.answer-timeout", defaultValue = "PT2S")
  Duration answerTimeout;

  URI report(String taxId) {
    return URI.create(url + "/v1/reports/" + taxId);
  }
}

package org.florin.clearing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Configuration of this context, checked at start-up. */
@ApplicationScoped
class ClearingSettings {

  @Inject
  @ConfigProperty(name = "florin.clearing.match-window-days", defaultValue = "45")
  int matchWindowDays;

  @PostConstruct
  void check() {
    if (matchWindowDays < 1 || matchWindowDays > 400) {
      throw new IllegalArgumentException("florin.clearing.match-window-days: 1 to 400");
    }
  }

  /** How far back an authorization is looked for by its code. */
  Duration matchWindow() {
    return Duration.ofDays(matchWindowDays);
  }
}

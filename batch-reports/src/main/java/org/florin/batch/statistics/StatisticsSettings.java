package org.florin.batch.statistics;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How statistics come about. */
@Dependent
class StatisticsSettings {

  /** Whether due statistics are computed by the clock; else only when asked for. */
  @Inject
  @ConfigProperty(name = "florin.statistics.scheduled", defaultValue = "true")
  boolean scheduled;
}

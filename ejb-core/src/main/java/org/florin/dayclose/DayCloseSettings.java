package org.florin.dayclose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How days are closed. */
@ApplicationScoped
class DayCloseSettings {

  @Inject
  @ConfigProperty(name = "florin.dayclose.automatic", defaultValue = "true")
  boolean automatic;

  @Inject
  @ConfigProperty(name = "florin.dayclose.partitions", defaultValue = "2")
  int partitions;

  /** Whether a date is closed by itself once it is over where the bank is. */
  boolean automatic() {
    return automatic;
  }

  /**
   * Ranges of accounts that are closed side by side, 1 to 64.
   *
   * @throws IllegalStateException if the setting is out of range
   */
  int partitions() {
    if (partitions < 1 || partitions > 64) {
      throw new IllegalStateException("florin.dayclose.partitions: 1 to 64");
    }
    return partitions;
  }
}

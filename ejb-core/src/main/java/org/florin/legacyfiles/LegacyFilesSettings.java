package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What must be known about legacy systems that their files do not say. */
@ApplicationScoped
class LegacyFilesSettings {

  @Inject
  @ConfigProperty(name = "florin.legacyfiles.time-zone", defaultValue = "UTC")
  String timeZone;

  @Inject
  @ConfigProperty(name = "florin.legacyfiles.product", defaultValue = "classic")
  String product;

  /** The zone of the timestamps in the files. */
  ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** The card product that accounts are taken over into. */
  String productCode() {
    return product;
  }
}

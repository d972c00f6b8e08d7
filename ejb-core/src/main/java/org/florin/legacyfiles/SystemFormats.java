package org.florin.legacyfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** The formats of each legacy system that an adapter is there for. */
@ApplicationScoped
class SystemFormats {

  @Inject @Any Instance<LegacyFormats> adapters;

  Optional<LegacyFormats> of(String system) {
    return adapters.stream().filter(formats -> formats.system().equals(system)).findFirst();
  }
}

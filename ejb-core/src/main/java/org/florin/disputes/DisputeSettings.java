package org.florin.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of evidence is kept. */
@ApplicationScoped
class DisputeSettings {

  @Inject
  @ConfigProperty(name = "florin.disputes.evidence-bytes-max", defaultValue = "5242880")
  int evidenceBytesMax;

  @Inject
  @ConfigProperty(name = "florin.disputes.evidence-files-max", defaultValue = "10")
  int evidenceFilesMax;

  /** Most bytes a file may have. */
  int evidenceBytesMax() {
    return evidenceBytesMax;
  }

  /** Most files of a dispute. */
  int evidenceFilesMax() {
    return evidenceFilesMax;
  }
}

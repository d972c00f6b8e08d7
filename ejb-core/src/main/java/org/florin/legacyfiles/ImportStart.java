package org.florin.legacyfiles;

import java.util.List;
import org.florin.kernel.JobId;

/** What became of the wish to import a set of files. */
public sealed interface ImportStart {

  /** The run is queued. */
  record Started(JobId run) implements ImportStart {}

  /** This set was imported in this mode before; nothing is done. */
  record Repeated(JobId run) implements ImportStart {}

  /** Nothing is done, because of these files. */
  record Refused(List<String> reasons) implements ImportStart {}
}

package org.florin.adapters.mainframe.parallel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a program ended. */
public sealed interface Ending {

  /**
   * All input was read.
   *
   * @param returnCode the condition code the mainframe's scheduler would see
   * @param figures counts, and amounts in hundredths, by name
   */
  record Completed(int returnCode, Map<String, Long> figures) implements Ending {
    public Completed {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
  }

  /** The program stopped; what it had written before stays written, and later steps do not run. */
  record Abended(long record, String code, String reason) implements Ending {}
}

package org.florin.risk.versions;

import java.util.Locale;

/** Where a version stands. */
public enum VersionStatus {
  /** Being written. */
  DRAFT,
  /** Evaluated and recorded, without effect. */
  SHADOW,
  /** Decides. */
  ACTIVE,
  /** Over. */
  RETIRED;

  /** The name in the database and in messages, lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static VersionStatus ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

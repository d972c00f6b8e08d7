package org.florin.statistics;

import java.util.Locale;

/** What figures can be told apart by. */
public enum Dimension {
  MCC("f.mcc"),
  COUNTRY("f.country"),
  CHANNEL("f.channel"),
  PRODUCT("f.product_code"),
  ACCOUNT("f.account_id");

  private final String column;

  Dimension(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  String alias() {
    return "by_" + code();
  }

  /** The dimension as the API writes it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dimension with that {@link #code()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Dimension ofCode(String code) {
    for (Dimension dimension : values()) {
      if (dimension.code().equals(code)) {
        return dimension;
      }
    }
    throw new IllegalArgumentException("no dimension " + code);
  }
}

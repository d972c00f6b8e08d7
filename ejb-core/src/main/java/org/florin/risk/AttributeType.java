package org.florin.risk;

import java.util.Locale;

/** What kind of value an attribute has, and so which operators compare it. */
public enum AttributeType {
  /** Minor units of the rule file's currency; missing for accounts in another one. */
  AMOUNT,
  NUMBER,
  CODE,
  FLAG;

  /** Whether the value is a whole number. */
  public boolean isWhole() {
    return this == AMOUNT || this == NUMBER;
  }

  /** As messages and pages spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.florin.risk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an active rule does when it fires. */
public enum RuleAction {
  /** Declines, as suspected fraud. */
  DECLINE_FRAUD,
  /** Declines, held for money laundering; nobody outside is told more. */
  DECLINE_AML,
  /** Asks for strong customer authentication; content with one that was passed. */
  CHALLENGE,
  /** Only records. */
  FLAG;

  /** As rules spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The action that rules call so. */
  static Optional<RuleAction> ofCode(String code) {
    return Arrays.stream(values()).filter(action -> action.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(RuleAction::code).toList();
  }
}

package org.florin.backtests;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.florin.authorization.RecalledAuthorization;
import org.florin.risk.Finding;

/** What a version would have changed about a decision. */
public enum DecisionChange {
  WOULD_DECLINE,
  WOULD_CHALLENGE,
  /** It was declined only by the rules of then. */
  WOULD_APPROVE;

  /** As tables and messages spell it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DecisionChange ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** What stand-in processing decided stays decided. */
  static Optional<DecisionChange> of(RecalledAuthorization then, List<Finding> findings) {
    if (then.subject().request().standIn()) {
      return Optional.empty();
    }
    var against =
        findings.stream().map(Finding::effect).filter(Finding.Effect::isAgainst).findFirst();
    if (then.approved()) {
      return against.map(
          effect -> effect == Finding.Effect.DECLINES ? WOULD_DECLINE : WOULD_CHALLENGE);
    }
    return then.declinedByRulesOnly() && against.isEmpty()
        ? Optional.of(WOULD_APPROVE)
        : Optional.empty();
  }
}

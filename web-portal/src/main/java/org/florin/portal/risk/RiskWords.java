package org.florin.portal.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.florin.risk.RuleAction;

/** How the language of rules reads on a page. */
@Named
@ApplicationScoped
public class RiskWords {

  /** What a rule does. */
  public String action(String code) {
    return switch (RuleAction.valueOf(code.toUpperCase(Locale.ROOT))) {
      case DECLINE_FRAUD -> "Decline as fraud";
      case DECLINE_AML -> "Decline for money laundering";
      case CHALLENGE -> "Ask for authentication";
      case FLAG -> "Take note";
    };
  }
}

package org.florin.authorization.hooks;

import java.util.Optional;
import org.florin.authorization.hooks.HookRuling.By;

/** Decides what a partner's answer, or its silence, means for a payment. */
public final class HookPolicy {

  private HookPolicy() {}

  /**
   * @param approvableMinor what our own checks approve now; above zero
   * @param today what stand-in approved on the account today
   */
  public static HookRuling rule(
      Optional<StandInLimits> standIn, HookResult result, long approvableMinor, StandInUse today) {
    return switch (result.answer()) {
      case HookAnswer.Approved approved ->
          new HookRuling(
              By.PARTNER,
              Math.min(approvableMinor, approved.amountMinor().orElse(result.asked().minor())));
      case HookAnswer.Declined ignored -> new HookRuling(By.PARTNER, 0);
      case HookAnswer.TimedOut ignored -> alone(standIn, approvableMinor, today);
      case HookAnswer.Failed ignored -> alone(standIn, approvableMinor, today);
    };
  }

  private static HookRuling alone(
      Optional<StandInLimits> standIn, long approvableMinor, StandInUse today) {
    return standIn
        .map(
            limits ->
                new HookRuling(
                    By.STAND_IN, limits.allow(approvableMinor, today) ? approvableMinor : 0))
        .orElseGet(() -> new HookRuling(By.DEFAULT, 0));
  }

  /** An answer that doesn't fit its question is no answer. */
  static HookAnswer checked(HookAnswer answer, long askedMinor, boolean partAllowed) {
    if (!(answer instanceof HookAnswer.Approved approved) || approved.amountMinor().isEmpty()) {
      return answer;
    }
    var part = approved.amountMinor().get();
    if (part < 1 || part > askedMinor) {
      return new HookAnswer.Failed("the amount isn't within what was asked");
    }
    return part < askedMinor && !partAllowed
        ? new HookAnswer.Failed("a part was not an answer to this question")
        : answer;
  }
}

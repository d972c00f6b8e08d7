package org.florin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationBatch.LockedCard;
import org.florin.authorization.AuthorizationDecision.Approved;
import org.florin.authorization.AuthorizationDecision.Declined;
import org.florin.authorization.hooks.HookAnswer;
import org.florin.authorization.hooks.HookCall;
import org.florin.authorization.hooks.HookPolicy;
import org.florin.authorization.hooks.HookResult;
import org.florin.authorization.hooks.HookRuling;
import org.florin.authorization.hooks.HookRuling.By;
import org.florin.authorization.hooks.PartnerHook;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.Money;

/** Our decision with a partner's word in it. */
record PartnerSay(
    PartnerHook hook,
    AccountId account,
    HookResult result,
    HookRuling ruling,
    AuthorizationDecision decision) {

  /** Where our own checks say no by now, the partner's word doesn't matter any more. */
  static PartnerSay of(
      PartnerHook hook, HookResult result, AuthorizationDecision ours, LockedCard card) {
    var account = card.account.id;
    if (!(ours instanceof Approved approved)) {
      return new PartnerSay(hook, account, result, new HookRuling(By.RULES, 0), ours);
    }
    var ruling =
        HookPolicy.rule(hook.standIn(), result, approved.approved().minor(), card.account.standIn);
    return new PartnerSay(
        hook,
        account,
        result,
        ruling,
        ruling.isApproved()
            ? upTo(ruling.approvedMinor(), approved)
            : new Declined(List.of(reason(ruling, result, approved))));
  }

  private static Approved upTo(long minor, Approved approved) {
    if (minor == approved.approved().minor()) {
      return approved;
    }
    var part = new Money(minor, approved.approved().currency());
    return new Approved(part, part, true, approved.overLimit());
  }

  private static DeclineReason reason(HookRuling ruling, HookResult result, Approved approved) {
    return switch (result.answer()) {
      case HookAnswer.TimedOut ignored when ruling.by() == By.DEFAULT ->
          new DeclineReason.PartnerTimedOut(result.durationMillis());
      case HookAnswer.Failed failed when ruling.by() == By.DEFAULT ->
          new DeclineReason.PartnerFailed(failed.why());
      case HookAnswer.TimedOut ignored -> new DeclineReason.StandInLimited(approved.approved());
      case HookAnswer.Failed ignored -> new DeclineReason.StandInLimited(approved.approved());
      case HookAnswer.Approved ignored -> new DeclineReason.PartnerDeclined();
      case HookAnswer.Declined ignored -> new DeclineReason.PartnerDeclined();
    };
  }

  /** Whether stand-in limits approved. */
  boolean isStandIn() {
    return ruling.by() == By.STAND_IN && ruling.isApproved();
  }

  HookCall call(AuthorizationId authorization, Instant now) {
    return new HookCall(
        result.id(),
        authorization,
        account,
        hook.productCode(),
        result.asked(),
        result.answer().code(),
        result.answer().detail(),
        result.durationMillis(),
        ruling.by(),
        new Money(isStandIn() ? ruling.approvedMinor() : 0, result.asked().currency()),
        now,
        Optional.empty());
  }
}

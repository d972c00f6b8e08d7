package org.florin.authorization.hooks;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.HookCallId;
import org.florin.kernel.Money;

/**
 * A question that counted in a decision.
 *
 * @param asked what would have been approved
 * @param result approved, declined, timeout or error
 * @param detail what a person wants to know beside it
 * @param decidedBy whose word the decision was
 * @param standIn what stand-in limits approved
 * @param late what came when the payment had been decided without it
 */
public record HookCall(
    HookCallId id,
    AuthorizationId authorization,
    AccountId account,
    String productCode,
    Money asked,
    String result,
    String detail,
    int durationMillis,
    HookRuling.By decidedBy,
    Money standIn,
    Instant at,
    Optional<Late> late) {

  /** A late answer; it had no effect. */
  public record Late(String result, int afterMillis) {}
}

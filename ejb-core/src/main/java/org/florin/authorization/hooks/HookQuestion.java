package org.florin.authorization.hooks;

import org.florin.kernel.HookCallId;
import org.florin.kernel.Money;

/**
 * What a partner is asked.
 *
 * @param asked what would be approved without it
 * @param partAllowed whether less than that is an answer
 * @param body the message, JSON
 */
public record HookQuestion(
    HookCallId id, PartnerHook hook, Money asked, boolean partAllowed, String body) {}

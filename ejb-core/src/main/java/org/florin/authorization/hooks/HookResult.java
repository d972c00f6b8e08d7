package org.florin.authorization.hooks;

import org.florin.kernel.HookCallId;
import org.florin.kernel.Money;

/** What came of a question. */
public record HookResult(HookCallId id, Money asked, HookAnswer answer, int durationMillis) {}

package org.florin.authorization;

import org.florin.authorization.hooks.HookQuestion;

/** What a batch makes of a request. */
sealed interface Turn {

  /** It has its outcome, durable with the batch. */
  record Answered(AuthorizationOutcome outcome) implements Turn {}

  /** It would be approved, and its program wants a partner asked first; nothing was done. */
  record AskFirst(HookQuestion question) implements Turn {}
}

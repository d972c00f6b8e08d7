package org.florin.authorization;

import org.florin.kernel.AuthorizationId;
import org.florin.platform.idempotency.StoredAnswer;

/** What became of a request for authorization. */
public sealed interface AuthorizationOutcome {

  /** Decided now; the decision is durable. */
  record Decided(StoredAnswer answer) implements AuthorizationOutcome {}

  /** Decided before under the same key. */
  record Replayed(StoredAnswer answer) implements AuthorizationOutcome {}

  /** The key was used before for another request; nothing was done. */
  record KeyReused() implements AuthorizationOutcome {}

  /** The partner's own id was used before, under another key; nothing was done. */
  record DuplicateExternalId(AuthorizationId original) implements AuthorizationOutcome {}

  /** Too much work waits, or the deadline passed before a decision; nothing was done. */
  record Busy() implements AuthorizationOutcome {}
}

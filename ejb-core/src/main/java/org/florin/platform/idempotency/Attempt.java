package org.florin.platform.idempotency;

/** What became of a request that carried an idempotency key. */
public sealed interface Attempt {

  /** It was executed now, for the first time. */
  record Executed(StoredAnswer answer) implements Attempt {}

  /** It was executed before; this is the answer that was given then. */
  record Replayed(StoredAnswer answer) implements Attempt {}

  /** The key was used before, for another request. */
  record KeyReused() implements Attempt {}

  /** The first request with this key is still running. */
  record InProgress() implements Attempt {}
}

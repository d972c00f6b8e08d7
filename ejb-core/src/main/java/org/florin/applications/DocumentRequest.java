package org.florin.applications;

import java.time.Instant;
import java.util.Optional;

/** A document that an underwriter asked for. */
public record DocumentRequest(DocumentKind kind, Instant askedAt, Optional<Instant> suppliedAt) {

  public boolean isOpen() {
    return suppliedAt.isEmpty();
  }
}

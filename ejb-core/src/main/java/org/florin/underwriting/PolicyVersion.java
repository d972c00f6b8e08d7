package org.florin.underwriting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version of a product's credit policy.
 *
 * @param revision counts the edits of the draft, from 1
 * @param note what is new in it
 * @param effectiveFrom first business date it decides on, once it is approved
 */
public record PolicyVersion(
    int number,
    String product,
    int revision,
    PolicyStatus status,
    String file,
    String note,
    Signature madeBy,
    Signature editedBy,
    Optional<Signature> approvedBy,
    Optional<LocalDate> effectiveFrom) {

  /** Who, and when. */
  public record Signature(String actor, Instant at) {}

  /** Whether this person may approve it, as far as four eyes go. */
  public boolean isForeignTo(String actor) {
    return !madeBy.actor().equals(actor) && !editedBy.actor().equals(actor);
  }
}

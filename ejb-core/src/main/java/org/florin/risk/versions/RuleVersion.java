package org.florin.risk.versions;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of the rule file.
 *
 * @param revision counts the edits of the draft, from 1
 * @param note what is new in it
 * @param madeBy outside form of a user or client id, as in the audit trail
 */
public record RuleVersion(
    int number,
    int revision,
    VersionStatus status,
    String file,
    String note,
    Signature madeBy,
    Signature editedBy,
    Optional<Signature> shadowBy,
    Optional<Signature> activeBy,
    Optional<Signature> retiredBy) {

  /** Who, and when. */
  public record Signature(String actor, Instant at) {}

  /** Whether this person may promote it, as far as four eyes go. */
  public boolean isForeignTo(String actor) {
    return !madeBy.actor().equals(actor) && !editedBy.actor().equals(actor);
  }

  /** Whether it is evaluated with each authorization. */
  public boolean isInForce() {
    return status == VersionStatus.SHADOW || status == VersionStatus.ACTIVE;
  }
}

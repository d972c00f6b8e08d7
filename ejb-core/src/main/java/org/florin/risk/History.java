package org.florin.risk;

import java.time.Instant;
import java.util.List;

/**
 * Authorizations of one account, oldest first: the latest {@link #LENGTH_MAX} of those that lie
 * within the longest window any rule asks for. Counts and sums therefore end at that many, which
 * bounds the work for an account that never rests.
 */
public record History(List<PastAuthorization> authorizations) {

  /** Most authorizations that are looked at. */
  public static final int LENGTH_MAX = 1_000;

  /** Nothing happened before, or nobody asked. */
  public static final History NONE = new History(List.of());

  /** The latest of these, oldest first; a view of the list as it is now. */
  public static History latestOf(List<PastAuthorization> authorizations) {
    var first = Math.max(0, authorizations.size() - LENGTH_MAX);
    return new History(authorizations.subList(first, authorizations.size()));
  }

  /** Those after the instant. */
  List<PastAuthorization> since(Instant instant) {
    var first = authorizations.size();
    while (first > 0 && authorizations.get(first - 1).at().isAfter(instant)) {
      first--;
    }
    return authorizations.subList(first, authorizations.size());
  }
}

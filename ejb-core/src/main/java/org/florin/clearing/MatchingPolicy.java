package org.florin.clearing;

import java.util.List;
import java.util.Optional;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.Merchant;
import org.florin.authorization.lifecycle.Tolerance;
import org.florin.kernel.Money;

/**
 * Finds the authorization that a presentment without the network's id belongs to, among those under
 * its authorization code.
 */
final class MatchingPolicy {

  /** Tips and shipping costs make clearings larger than what was authorized, up to this. */
  private static final Tolerance USUAL = new Tolerance.Percent(20);

  private MatchingPolicy() {}

  /**
   * The first that takes clearings, of the same merchant, whose amount isn't exceeded by more than
   * the category's tolerance or the usual one.
   */
  static Optional<AuthorizationSnapshot> match(
      List<AuthorizationSnapshot> candidates, Merchant merchant, Money amount, Tolerance expected) {
    return candidates.stream()
        .filter(candidate -> candidate.merchant().id().equals(merchant.id()))
        .filter(candidate -> candidate.payment().takesClearings())
        .filter(candidate -> isPlausible(candidate, amount, expected))
        .findFirst();
  }

  private static boolean isPlausible(
      AuthorizationSnapshot candidate, Money amount, Tolerance expected) {
    var captured = candidate.captured().plus(amount).minor();
    var authorized = candidate.authorized().minor();
    return !expected.isExceededBy(captured, authorized)
        || !USUAL.isExceededBy(captured, authorized);
  }
}

package org.florin.authorization;

/**
 * The arithmetic of a card payment after its decision: pure functions on its sums, in minor units.
 * Each leaves {@code authorized}, {@code captured} and {@code held} at zero or more, whatever order
 * messages come in and however often they repeat.
 */
final class HoldPolicy {

  /**
   * @param authorized approved less reversed
   * @param held what is still reserved
   */
  record Sums(AuthorizationStatus status, long authorized, long captured, long held) {}

  private HoldPolicy() {}

  /** Gives back up to {@code amount} of what is held; more than that gives back all of it. */
  static Sums reverse(Sums before, long amount) {
    var given = Math.min(amount, before.held());
    var held = before.held() - given;
    var status =
        held > 0 || given == 0
            ? before.status()
            : before.captured() > 0 ? AuthorizationStatus.CLEARED : AuthorizationStatus.REVERSED;
    return new Sums(status, before.authorized() - given, before.captured(), held);
  }

  /**
   * Takes a clearing into account; it always posts, so it may exceed what was authorized.
   *
   * @param last releases what is left of the hold
   */
  static Sums clear(Sums before, long amount, boolean last) {
    var captured = Math.addExact(before.captured(), amount);
    var held = last ? 0 : Math.min(before.held(), Math.max(0, before.authorized() - captured));
    var open = held > 0;
    return new Sums(
        open ? AuthorizationStatus.PARTIALLY_CLEARED : AuthorizationStatus.CLEARED,
        before.authorized(),
        captured,
        held);
  }

  /** Releases the hold because its time is over. */
  static Sums expire(Sums before) {
    if (before.held() == 0) {
      return before;
    }
    var status = before.captured() > 0 ? AuthorizationStatus.CLEARED : AuthorizationStatus.EXPIRED;
    return new Sums(status, before.authorized(), before.captured(), 0);
  }
}

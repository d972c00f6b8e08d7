package org.florin.statements.tape;

import org.florin.kernel.DisputeId;
import org.florin.statements.interest.SegmentKey;

/**
 * A dispute at the end of a day. It stays on the tape until it is closed and, where part of it is
 * owed after all, until the end of that cycle. Minor units.
 *
 * @param segment the disputed transaction belongs to
 * @param amountMinor disputed in the beginning
 * @param openMinor of it that needn't be paid
 * @param creditedMinor of it that is credited and might be taken back
 * @param upheldMinor of it that was found to be owed in this cycle
 * @param forgoneMinor interest of closed cycles that was not charged because of the dispute
 */
public record Disputed(
    DisputeId dispute,
    SegmentKey segment,
    long amountMinor,
    long openMinor,
    long creditedMinor,
    long upheldMinor,
    long forgoneMinor) {

  Disputed credited(long minor) {
    var fromOpen = Math.min(openMinor, minor);
    return with(openMinor - fromOpen, creditedMinor + fromOpen, upheldMinor, forgoneMinor);
  }

  Disputed upheld(long minor) {
    var fromOpen = Math.min(openMinor, minor);
    var fromCredited = Math.min(creditedMinor, minor - fromOpen);
    return with(
        openMinor - fromOpen,
        creditedMinor - fromCredited,
        upheldMinor + fromOpen + fromCredited,
        forgoneMinor);
  }

  Disputed closed() {
    return with(0, 0, upheldMinor, forgoneMinor);
  }

  Disputed withForgone(long minor) {
    return with(openMinor, creditedMinor, upheldMinor, minor);
  }

  /** Whether nothing can come of it any more. */
  boolean isOver() {
    return openMinor == 0 && creditedMinor == 0 && upheldMinor == 0;
  }

  private Disputed with(long open, long credited, long upheld, long forgone) {
    return new Disputed(dispute, segment, amountMinor, open, credited, upheld, forgone);
  }
}

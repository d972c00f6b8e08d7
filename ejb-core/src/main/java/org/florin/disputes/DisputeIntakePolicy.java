package org.florin.disputes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.florin.kernel.Money;
import org.florin.ledger.PostingKind;

/** Whether a dispute is taken. */
final class DisputeIntakePolicy {

  private static final Set<PostingKind> DISPUTABLE =
      Set.of(
          PostingKind.PURCHASE,
          PostingKind.CASH_ADVANCE,
          PostingKind.QUASI_CASH,
          PostingKind.FEE,
          PostingKind.INTEREST);

  /**
   * @param booked the transaction's amount
   * @param undisputed part of it that no other dispute is about
   * @param wanted what is to be disputed
   * @param shownOn closing date of the first statement that shows it
   * @param excused whether staff take it although it is late
   */
  record Facts(
      PostingKind kind,
      DisputeReason reason,
      Money booked,
      Money undisputed,
      Money wanted,
      Optional<LocalDate> shownOn,
      LocalDate today,
      boolean excused) {}

  private DisputeIntakePolicy() {}

  /** Something was charged. */
  static boolean isDisputable(PostingKind kind, Money booked) {
    return DISPUTABLE.contains(kind) && booked.isPositive();
  }

  /** Why not; empty if it is taken. */
  static Optional<DisputeRefusal> refusal(Facts facts, DisputeRule rule) {
    if (!isDisputable(facts.kind(), facts.booked())) {
      return Optional.of(new DisputeRefusal.NotDisputable(facts.kind().code()));
    }
    if (!facts.wanted().isPositive() || facts.wanted().compareTo(facts.undisputed()) > 0) {
      return Optional.of(new DisputeRefusal.AboveUndisputed(facts.undisputed()));
    }
    if (facts.reason() == DisputeReason.QUALITY
        && facts.booked().minor() <= rule.qualityAboveMinor()) {
      return Optional.of(
          new DisputeRefusal.QualityTooSmall(
              new Money(rule.qualityAboveMinor(), facts.booked().currency())));
    }
    return facts
        .shownOn()
        .map(shown -> shown.plusDays(rule.noticeDays()))
        .filter(lastDay -> facts.today().isAfter(lastDay) && !facts.excused())
        .map(DisputeRefusal.TooLate::new);
  }
}

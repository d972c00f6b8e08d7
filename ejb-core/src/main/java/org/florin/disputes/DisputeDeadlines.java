package org.florin.disputes;

import java.time.LocalDate;
import org.florin.statements.minimum.CycleCalendar;

/** Until when what must be done, inclusive. */
public record DisputeDeadlines(
    LocalDate acknowledgeBy, LocalDate resolveBy, LocalDate chargebackBy) {

  /**
   * Reg Z 1026.13(c): acknowledged within 30 days, decided within two complete billing cycles and
   * at most 90 days. A cycle under way is not complete.
   *
   * @param cycleDay day of the month on which the account's cycles close
   */
  static DisputeDeadlines of(
      DisputeRule rule, LocalDate receivedOn, LocalDate transactionOn, int cycleDay) {
    var last = CycleCalendar.lastClosing(receivedOn, cycleDay);
    var endOfPresent = last.equals(receivedOn) ? last : last.plusMonths(1);
    var afterCycles = endOfPresent.plusMonths(rule.resolveCycles());
    var afterDays = receivedOn.plusDays(rule.resolveDays());
    return new DisputeDeadlines(
        receivedOn.plusDays(rule.acknowledgeDays()),
        afterCycles.isBefore(afterDays) ? afterCycles : afterDays,
        transactionOn.plusDays(rule.chargebackDays()));
  }
}

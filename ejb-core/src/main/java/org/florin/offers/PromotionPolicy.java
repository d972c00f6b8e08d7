package org.florin.offers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.florin.offers.RateChange.Fault;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;

/** What a promotion may promise. */
final class PromotionPolicy {

  private static final int MONTHS_MIN = 6;

  private PromotionPolicy() {}

  /**
   * @param businessDate days before it are closed and keep their interest
   */
  static List<Fault> faults(Promotion promotion, LocalDate businessDate) {
    var faults = new ArrayList<Fault>();
    if (promotion.kind() == BalanceKind.FEE || promotion.kind() == BalanceKind.INTEREST) {
      faults.add(
          new Fault(
              "balance_type", "Must be purchase, cash_advance or balance_transfer: what is lent."));
    }
    if (promotion.offeredFrom().isBefore(businessDate)) {
      faults.add(
          new Fault("offered_from", "Must not be before the business date " + businessDate + "."));
    }
    if (promotion.offeredUntil().isBefore(promotion.offeredFrom())) {
      faults.add(new Fault("offered_until", "Must not be before offered_from."));
    }
    if (promotion.endsOn().isBefore(promotion.offeredFrom().plusMonths(MONTHS_MIN))
        || promotion.endsOn().isBefore(promotion.offeredUntil())) {
      faults.add(
          new Fault(
              "ends_on",
              "Must be at least six months after offered_from (Reg Z 1026.55(b)(1)) and not before"
                  + " offered_until."));
    }
    return faults;
  }
}

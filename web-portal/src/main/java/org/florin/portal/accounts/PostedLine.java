package org.florin.portal.accounts;

import java.time.LocalDate;
import org.florin.kernel.Money;
import org.florin.ledger.Journal;
import org.florin.ledger.MerchantDetails;

/** A booked transaction as people read it. */
public record PostedLine(
    long sequence, String id, LocalDate bookedOn, String what, String kind, Money amount) {

  static PostedLine of(Journal.Booked booked) {
    var posting = booked.posting();
    return new PostedLine(
        booked.sequence(),
        posting.id().toString(),
        posting.bookedOn(),
        posting.merchant().map(MerchantDetails::name).orElseGet(posting::description),
        posting.kind().code(),
        posting.amount());
  }

  /** Whether it lowers what is owed. */
  public boolean credit() {
    return amount.isNegative();
  }
}

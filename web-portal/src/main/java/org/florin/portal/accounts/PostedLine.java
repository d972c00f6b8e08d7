package org.florin.portal.accounts;

import java.time.LocalDate;
import org.florin.disputes.OpenDispute;
import org.florin.kernel.Money;
import org.florin.ledger.Journal;
import org.florin.ledger.MerchantDetails;

/**
 * A booked transaction as people read it.
 *
 * @param disputable whether somebody may say that it is wrong
 */
public record PostedLine(
    long sequence,
    String id,
    LocalDate bookedOn,
    String what,
    String kind,
    Money amount,
    boolean disputable) {

  public static PostedLine of(Journal.Booked booked) {
    var posting = booked.posting();
    return new PostedLine(
        booked.sequence(),
        posting.id().toString(),
        posting.bookedOn(),
        posting.merchant().map(MerchantDetails::name).orElseGet(posting::description),
        posting.kind().code(),
        posting.amount(),
        OpenDispute.takes(posting));
  }

  /** Whether it lowers what is owed. */
  public boolean credit() {
    return amount.isNegative();
  }
}

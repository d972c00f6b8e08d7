package org.florin.creditrefunds;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.florin.kernel.Actor;
import org.florin.kernel.BusinessClock;
import org.florin.kernel.CreditRefundId;
import org.florin.ledger.BankEntry;
import org.florin.ledger.Journal;
import org.florin.platform.audit.AuditEntry;
import org.florin.platform.audit.AuditTrail;
import org.florin.platform.outbox.Outbox;

/** Takes in that the payments office has sent the money, by check or transfer. */
@Stateless
public class RecordRefundSent {

  /** Most characters of a reference. */
  public static final int REFERENCE_LENGTH_MAX = 60;

  /**
   * @param reference number of the check or trace of the transfer
   */
  public record Command(CreditRefundId refund, String reference, Actor actor) {
    public Command {
      if (reference.isBlank() || reference.length() > REFERENCE_LENGTH_MAX) {
        throw new IllegalArgumentException("a reference has 1 to 60 characters");
      }
    }
  }

  @Inject CreditRefunds refunds;
  @Inject Journal journal;
  @Inject BusinessClock clock;
  @Inject Outbox outbox;
  @Inject AuditTrail audit;

  /** False if it was sent before, or is unknown. */
  public boolean handle(Command command) {
    var sent = refunds.sent(command.refund(), clock.businessDate(), command.reference());
    sent.ifPresent(refund -> note(refund, command));
    return sent.isPresent();
  }

  private void note(CreditRefundView refund, Command command) {
    var minor = refund.amount().minor();
    journal.write(
        new BankEntry(
            "credit_refund_sent:" + refund.id(),
            refund.amount().currency(),
            clock.businessDate(),
            clock.now(),
            "Credit balance paid back, " + command.reference(),
            command.actor().channel(),
            List.of(
                new BankEntry.Line(OrderCreditRefund.PAYABLE, minor),
                new BankEntry.Line("refund_clearing", -minor))));
    outbox.append(CreditRefundEvents.of("credit_refund.sent", refund));
    audit.record(
        AuditEntry.done(
            command.actor().name(),
            command.actor().channel(),
            "credit_refund.send",
            refund.account().toString(),
            refund.id() + " " + command.reference()));
  }
}

package org.florin.payments;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.PaymentId;
import org.florin.platform.inbox.Inbox;

/** Takes in what a rail tells of a payment on its own account: a webhook, a reply, a file line. */
@Stateless
public class RecordPaymentOutcome {

  /**
   * @param source who tells and through which door, such as {@code stripe:webhook}
   * @param message the message's own id, so that a repeat changes nothing
   */
  public record Command(PaymentId payment, RailAnswer answer, String source, UUID message) {}

  @Inject Inbox inbox;
  @Inject PaymentDesk desk;
  @Inject FindPayments find;

  /** The payment as it now is; empty if there is none with that id. */
  public Optional<PaymentView> handle(Command command) {
    return inbox.firstTime(command.source(), command.message())
        ? desk.record(command.payment(), command.answer(), command.source())
        : find.byId(command.payment());
  }
}

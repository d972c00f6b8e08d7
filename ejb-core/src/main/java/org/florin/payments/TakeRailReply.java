package org.florin.payments;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Takes in a reply of a rail that answers by message. It must fit by id and amount; a reply that
 * fits nothing is refused with its cause, for the queue's dead letters.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TakeRailReply {

  /**
   * @param source who tells and through which door, such as {@code mainframe:reply}
   */
  public record Command(byte[] message, String source) {}

  /** Why a reply changed nothing. */
  public sealed interface Outcome {

    /** The payment is what the reply says. */
    record Taken(PaymentView payment) implements Outcome {}

    /** Not in the agreed form, about no payment of ours, or about another amount. */
    record Refused(String why) implements Outcome {}
  }

  @Inject PaymentReplies replies;
  @Inject FindPayments find;
  @Inject RecordPaymentOutcome record;
  @Inject SubmitPayment submit;

  public Outcome handle(Command command) {
    return switch (replies.read(command.message())) {
      case PaymentReplies.Reading.Malformed malformed -> new Outcome.Refused(malformed.why());
      case PaymentReplies.Reading.AboutPayment about ->
          find.byId(about.payment())
              .map(payment -> take(payment, about, command.source()))
              .orElseGet(() -> new Outcome.Refused("no payment " + about.payment()));
    };
  }

  private Outcome take(
      PaymentView payment, PaymentReplies.Reading.AboutPayment about, String source) {
    if (about.answer() instanceof RailAnswer.NotFound) {
      // Never arrived there: sent again under the same id, so that it counts once.
      submit.handle(payment.id());
      return new Outcome.Taken(payment);
    }
    if (!about.amount().equals(payment.amount())) {
      return new Outcome.Refused(
          payment.id() + " is about " + payment.amount() + ", the reply about " + about.amount());
    }
    return record
        .handle(
            new RecordPaymentOutcome.Command(payment.id(), about.answer(), source, about.message()))
        .<Outcome>map(Outcome.Taken::new)
        .orElseGet(() -> new Outcome.Refused("no payment " + payment.id()));
  }
}

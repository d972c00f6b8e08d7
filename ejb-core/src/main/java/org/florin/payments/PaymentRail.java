package org.florin.payments;

/**
 * A way to move a payment: an outside system behind an adapter. Implementations are called outside
 * any transaction and may be called again with the same payment at any time; they use its id so
 * that the money moves at most once. Anything they can't tell for sure is {@link
 * RailAnswer.Unknown}, never a guess; a fault of the connection may also be thrown.
 */
public interface PaymentRail {

  /** Which rail this is. */
  Rail rail();

  /** Sends the payment, or sends it again. */
  RailAnswer submit(PaymentView payment);

  /** Asks what became of a payment that was sent, without sending money. */
  RailAnswer inquire(PaymentView payment);
}

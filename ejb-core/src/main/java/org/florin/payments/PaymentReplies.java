package org.florin.payments;

import java.util.UUID;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;

/** Reads what a rail answers by message, long after it was asked. */
public interface PaymentReplies {

  /** What a message turned out to be. */
  sealed interface Reading {

    /** Not in the agreed form. */
    record Malformed(String why) implements Reading {}

    /**
     * About a payment.
     *
     * @param message the same for each repeat of the message
     * @param amount as the rail has it; zero when it does not know the payment
     */
    record AboutPayment(UUID message, PaymentId payment, Money amount, RailAnswer answer)
        implements Reading {}
  }

  /** Any bytes give an answer. */
  Reading read(byte[] message);
}

package org.florin.payments;

import java.util.UUID;
import org.florin.kernel.PaymentId;

/**
 * Reads what a payment service tells us unasked. The adapter checks the signature over the raw body
 * and its age, and asks the service for the present state before it believes anything: notices come
 * in any order, and more than once. Called outside any transaction.
 */
public interface PaymentNotices {

  /** What a message turned out to be. */
  sealed interface Notice {

    /** Signature missing, wrong, or too old. */
    record Refused(String why) implements Notice {}

    /** Genuine, but about nothing of ours. */
    record NotOurs(String type) implements Notice {}

    /**
     * Genuine, about a payment.
     *
     * @param message the same for each repeat of the message
     */
    record AboutPayment(UUID message, PaymentId payment, RailAnswer answer) implements Notice {}
  }

  /**
   * @param body as received, byte for byte
   * @param signature the service's header
   */
  Notice read(String body, String signature);
}

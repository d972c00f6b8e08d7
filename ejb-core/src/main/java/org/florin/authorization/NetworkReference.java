package org.florin.authorization;

import java.util.Optional;

/**
 * The card network's own marks on a message.
 *
 * @param name the network, lower case, such as {@code visa}
 * @param transactionId the network's id, the same on all messages of a payment
 * @param retrievalReference ISO 8583 data element 37
 * @param stan system trace audit number, data element 11
 * @param acquirerId acquiring institution, data element 32
 * @param transmissionTime data element 7 as it came ({@code MMDDhhmmss}, UTC, without a year)
 */
public record NetworkReference(
    String name,
    Optional<String> transactionId,
    Optional<String> retrievalReference,
    Optional<String> stan,
    Optional<String> acquirerId,
    Optional<String> transmissionTime) {

  /**
   * Whether another message's reference names the same payment: by the network's id, else by the
   * acquirer's trace number and time, else by trace number and retrieval reference.
   */
  boolean names(NetworkReference other) {
    if (!name.equals(other.name)) {
      return false;
    }
    if (transactionId.isPresent() && other.transactionId.isPresent()) {
      return transactionId.equals(other.transactionId);
    }
    if (stan.isEmpty() || !stan.equals(other.stan)) {
      return false;
    }
    return (transmissionTime.isPresent()
            && transmissionTime.equals(other.transmissionTime)
            && acquirerId.equals(other.acquirerId))
        || (retrievalReference.isPresent() && retrievalReference.equals(other.retrievalReference));
  }
}

package org.florin.networks;

/**
 * The answer to a request that the queue brought.
 *
 * @param authorizationCode six characters
 * @param responseCode 00 or 05
 * @param reason four digits
 * @param approvedMinor what was approved, in minor units; 0 if declined
 */
public record QueueReply(
    String cardNumber,
    String transactionId,
    String authorizationCode,
    String responseCode,
    String reason,
    long approvedMinor) {

  @Override
  public String toString() {
    return String.join(" ", transactionId, responseCode, reason, Long.toString(approvedMinor));
  }
}

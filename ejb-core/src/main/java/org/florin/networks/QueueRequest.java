package org.florin.networks;

import java.util.Optional;

/**
 * A request for authorization as the mainframe's queue brings it: eighteen fields, of which those
 * that only the old program's screens showed are carried along unread.
 *
 * @param date {@code YYMMDD}
 * @param time {@code HHMMSS}
 * @param cardExpiry {@code MMYY}; empty if it was left blank
 * @param processingCode six digits
 * @param amountMinor in minor units; negative if it was sent so
 * @param acquirerCountry ISO 3166-1 alpha-2
 * @param entryMode two digits
 * @param transactionId at most 15 characters, the sender's own
 */
public record QueueRequest(
    String date,
    String time,
    String cardNumber,
    String authorizationType,
    Optional<String> cardExpiry,
    String messageType,
    String messageSource,
    String processingCode,
    long amountMinor,
    String merchantCategory,
    String acquirerCountry,
    String entryMode,
    String merchantId,
    String merchantName,
    Optional<String> merchantCity,
    Optional<String> merchantState,
    Optional<String> merchantPostalCode,
    String transactionId) {

  /** For the journal. */
  @Override
  public String toString() {
    return String.join(
        " ", date, time, transactionId, processingCode, Long.toString(amountMinor), merchantId);
  }
}

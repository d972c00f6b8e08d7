package org.florin.platform.outbox;

import java.util.Map;
import java.util.Optional;
import org.florin.kernel.AccountId;
import org.florin.kernel.EventId;

/**
 * Something that happened, as other contexts and partners hear it.
 *
 * @param type past tense behind the context, such as {@code authorization.approved}
 * @param aggregate outside form of the id of what it happened to
 * @param account keeps events of one account in order
 * @param headers what a subscriber may select by; names are Java identifiers
 * @param payload a JSON object
 */
public record OutboxEvent(
    EventId id,
    String type,
    String aggregate,
    Optional<AccountId> account,
    Map<String, String> headers,
    String payload) {

  /** An event of an account, without headers. */
  public static OutboxEvent of(String type, String aggregate, AccountId account, String payload) {
    return new OutboxEvent(
        EventId.create(), type, aggregate, Optional.of(account), Map.of(), payload);
  }
}

package org.florin.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.kernel.CardId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;

/**
 * A movement of a cardholder's account, to be booked or booked.
 *
 * @param naturalKey names the movement for ever, such as {@code clearing:carddemo:0000000000683580}
 * @param amount effect on what the cardholder owes: positive raises it
 * @param contraAccount code of the general ledger account on the other side
 * @param bookedOn business date
 * @param channel api, portal, mq, file, batch or system
 * @param flags such as {@code unmatched_force_post} or {@code over_limit}
 */
public record Posting(
    TransactionId id,
    String naturalKey,
    PostingKind kind,
    AccountId account,
    Optional<CardId> card,
    Optional<AuthorizationId> authorization,
    Money amount,
    String contraAccount,
    LocalDate bookedOn,
    Instant occurredAt,
    String description,
    String channel,
    Optional<String> externalId,
    Optional<MerchantDetails> merchant,
    List<String> flags) {

  /** Flag of a posting that no fee may follow from. */
  public static final String NO_FEE = "no_fee";

  /** A posting without card, authorization, merchant or flags, against its kind's usual account. */
  public static Posting of(
      String naturalKey,
      PostingKind kind,
      AccountId account,
      Money amount,
      LocalDate bookedOn,
      Instant occurredAt,
      String description,
      String channel) {
    return new Posting(
        TransactionId.create(),
        naturalKey,
        kind,
        account,
        Optional.empty(),
        Optional.empty(),
        amount,
        kind.contraAccount(),
        bookedOn,
        occurredAt,
        description,
        channel,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** The same movement with one more flag. */
  public Posting flagged(String flag) {
    return new Posting(
        id,
        naturalKey,
        kind,
        account,
        card,
        authorization,
        amount,
        contraAccount,
        bookedOn,
        occurredAt,
        description,
        channel,
        externalId,
        merchant,
        Stream.concat(flags.stream(), Stream.of(flag)).toList());
  }

  /** The same movement against another general ledger account. */
  public Posting against(String generalLedgerAccount) {
    return new Posting(
        id,
        naturalKey,
        kind,
        account,
        card,
        authorization,
        amount,
        generalLedgerAccount,
        bookedOn,
        occurredAt,
        description,
        channel,
        externalId,
        merchant,
        flags);
  }
}

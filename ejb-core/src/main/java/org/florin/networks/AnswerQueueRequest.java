package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.florin.authorization.AuthorizationKind;
import org.florin.authorization.AuthorizationOutcome;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizePurchase;
import org.florin.authorization.AuthorizePurchase.CardReference;
import org.florin.authorization.Evidence;
import org.florin.authorization.Merchant;
import org.florin.cards.CardVault;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;

/**
 * Answers an authorization request of the mainframe's queue. Each message is decided by itself; a
 * transaction that comes again, by the same id, card, date and time, gets the stored reply.
 */
@ApplicationScoped
public class AnswerQueueRequest {

  /** What becomes of a message. */
  public sealed interface Outcome {

    /** This goes back. */
    record Reply(String text) implements Outcome {}

    /**
     * It is no request; nothing was done.
     *
     * @param reply goes back all the same, if it could be read who asks
     */
    record Malformed(String why, Optional<String> reply) implements Outcome {}
  }

  /** The door as a client: under it requests' answers and authorizations are kept. */
  private static final ClientId DOOR =
      new ClientId(UUID.nameUUIDFromBytes("florin:queue".getBytes(StandardCharsets.US_ASCII)));

  private static final String CHANNEL = "mq";
  private static final String METADATA = "{}";
  private static final String NO_CONDITION = "00";
  private static final String APPROVED = "00";
  private static final String DECLINED = "05";
  private static final String NO_REASON = "0000";
  private static final String INVALID_CARD = "3100";
  private static final String INSUFFICIENT_FUNDS = "4100";
  private static final String CARD_NOT_ACTIVE = "4200";
  private static final String ACCOUNT_CLOSED = "4300";
  private static final String LIMIT_EXCEEDED = "4400";
  private static final String CARD_FRAUD = "5100";
  private static final String LOST_CARD = "5300";
  private static final String UNKNOWN = "9000";
  private static final int CENTURY = 2000;

  @Inject QueueMessageFormat format;
  @Inject AuthorizePurchase authorize;
  @Inject CardVault vault;
  @Inject MessageJournal journal;
  @Inject NetworkSettings settings;

  /**
   * The answer to a message; never completes exceptionally.
   *
   * @param source where it came from, for the journal
   */
  public CompletionStage<Outcome> handle(String text, String source) {
    return switch (format.read(text, settings.isQueueCompatible())) {
      case QueueMessageFormat.Reading.Malformed malformed -> {
        journal.noted(DOOR, source, true, malformed.why());
        yield CompletableFuture.completedStage(
            new Outcome.Malformed(
                malformed.why(),
                malformed
                    .asker()
                    .map(asker -> format.write(refused(asker), settings.isQueueCompatible()))));
      }
      case QueueMessageFormat.Reading.Request read -> {
        var request = read.request();
        journal.noted(DOOR, source, true, request.toString());
        yield decide(request)
            .exceptionally(
                fault -> {
                  NetworksLog.LOG.queueNotDecided(request.transactionId(), fault);
                  return declined(request, UNKNOWN);
                })
            .thenApply(
                reply -> {
                  journal.noted(DOOR, source, false, reply.toString());
                  return new Outcome.Reply(format.write(reply, settings.isQueueCompatible()));
                });
      }
    };
  }

  private CompletionStage<QueueReply> decide(QueueRequest request) {
    var processing = request.processingCode().substring(0, 2);
    var kind = MessageCodes.kind(processing, NO_CONDITION, request.amountMinor() == 0);
    var isZeroWrong =
        request.amountMinor() == 0
            && !kind.equals(Optional.of(AuthorizationKind.ACCOUNT_VERIFICATION));
    if (kind.isEmpty() || request.amountMinor() < 0 || isZeroWrong) {
      return CompletableFuture.completedStage(declined(request, UNKNOWN));
    }
    return authorize
        .handle(
            new AuthorizePurchase.Command(
                key(request),
                new CardReference.ByNumber(request.cardNumber(), expiry(request), Optional.empty()),
                kind.get(),
                MessageCodes.entryMode(
                    request.entryMode(), NO_CONDITION, processing, request.merchantCategory()),
                new Money(request.amountMinor(), settings.queueCurrency()),
                false,
                merchant(request),
                Optional.empty(),
                Evidence.NONE,
                Optional.empty(),
                Optional.empty(),
                METADATA,
                CHANNEL,
                snapshot -> stored(decided(request, snapshot))))
        .thenApply(outcome -> reply(request, outcome));
  }

  /** The old program never looked at the expiry. */
  private Optional<YearMonth> expiry(QueueRequest request) {
    return request
        .cardExpiry()
        .filter(given -> !settings.isQueueCompatible())
        .map(
            given ->
                YearMonth.of(
                    CENTURY + Integer.parseInt(given.substring(2)),
                    Integer.parseInt(given.substring(0, 2))));
  }

  private static Merchant merchant(QueueRequest request) {
    return new Merchant(
        request.merchantId(),
        request.merchantName(),
        request.merchantCategory(),
        request.merchantCity(),
        request.merchantState(),
        request.acquirerCountry(),
        request.merchantPostalCode());
  }

  private static QueueReply reply(QueueRequest request, AuthorizationOutcome outcome) {
    return switch (outcome) {
      case AuthorizationOutcome.Decided decided -> read(request, decided.answer());
      case AuthorizationOutcome.Replayed replayed -> read(request, replayed.answer());
      case AuthorizationOutcome.KeyReused ignored -> {
        NetworksLog.LOG.queueConflict(request.transactionId());
        yield declined(request, UNKNOWN);
      }
      case AuthorizationOutcome.DuplicateExternalId ignored -> declined(request, UNKNOWN);
      case AuthorizationOutcome.Busy ignored -> declined(request, UNKNOWN);
    };
  }

  private QueueReply decided(QueueRequest request, AuthorizationSnapshot snapshot) {
    if (!snapshot.isApproved()) {
      return declined(request, reason(snapshot.reason()));
    }
    return new QueueReply(
        request.cardNumber(),
        request.transactionId(),
        settings.isQueueCompatible()
            ? request.time()
            : snapshot.authorizationCode().orElse(request.time()),
        APPROVED,
        NO_REASON,
        snapshot.approved().minor());
  }

  private static QueueReply refused(QueueMessageFormat.Asker asker) {
    return new QueueReply(
        asker.cardNumber(), asker.transactionId(), asker.time(), DECLINED, UNKNOWN, 0);
  }

  private static QueueReply declined(QueueRequest request, String reason) {
    return new QueueReply(
        request.cardNumber(), request.transactionId(), request.time(), DECLINED, reason, 0);
  }

  /** The old program knew two reasons; its code table has more, which a reader understands. */
  private String reason(String reason) {
    if (settings.isQueueCompatible()) {
      return reason.equals("CARD_UNKNOWN") ? INVALID_CARD : INSUFFICIENT_FUNDS;
    }
    return switch (reason) {
      case "CARD_UNKNOWN" -> INVALID_CARD;
      case "NO_FUNDS", "CASH_SUBLIMIT" -> INSUFFICIENT_FUNDS;
      case "CARD_NOT_ACTIVATED", "CARD_PAUSED", "CARD_CLOSED", "CARD_EXPIRED", "EXPIRY_MISMATCH" ->
          CARD_NOT_ACTIVE;
      case "ACCOUNT_CLOSED", "ACCOUNT_BLOCKED", "ACCOUNT_DELINQUENT" -> ACCOUNT_CLOSED;
      case "LIMIT_AMOUNT", "LIMIT_COUNT" -> LIMIT_EXCEEDED;
      case "SUSPECTED_FRAUD", "CHALLENGE_FAILED", "CARD_STOLEN" -> CARD_FRAUD;
      case "CARD_LOST" -> LOST_CARD;
      default -> UNKNOWN;
    };
  }

  private RequestKey key(QueueRequest request) {
    var key =
        String.join(
            ":",
            request.transactionId().replaceAll("[^!-~]", "_"),
            request.date(),
            request.time(),
            HexFormat.of().formatHex(vault.indexOf(request.cardNumber())));
    return new RequestKey(DOOR, key, fingerprint(request));
  }

  private static Fingerprint fingerprint(QueueRequest request) {
    var said =
        String.join(
            "|",
            request.processingCode(),
            Long.toString(request.amountMinor()),
            request.merchantCategory(),
            request.acquirerCountry(),
            request.entryMode(),
            request.merchantId(),
            request.merchantName());
    try {
      return Fingerprint.of(
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What of a reply its request doesn't say itself. */
  private static StoredAnswer stored(QueueReply reply) {
    return new StoredAnswer(
        200,
        "text/x-queue-reply",
        String.join(
            "|",
            reply.authorizationCode(),
            reply.responseCode(),
            reply.reason(),
            Long.toString(reply.approvedMinor())));
  }

  private static QueueReply read(QueueRequest request, StoredAnswer answer) {
    var parts = answer.body().split("\\|");
    return new QueueReply(
        request.cardNumber(),
        request.transactionId(),
        parts[0],
        parts[1],
        parts[2],
        Long.parseLong(parts[3]));
  }
}

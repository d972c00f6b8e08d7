package org.florin.networks;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serial;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.florin.authorization.Advice;
import org.florin.authorization.AuthorizationOutcome;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizePurchase;
import org.florin.authorization.CompleteAuthorization;
import org.florin.authorization.ElementOutcome;
import org.florin.authorization.Evidence;
import org.florin.authorization.HeldAuthorizations.Origin;
import org.florin.authorization.IncrementAuthorization;
import org.florin.authorization.Original;
import org.florin.authorization.ReverseAuthorization;
import org.florin.cards.CardVault;
import org.florin.kernel.SystemTime;
import org.florin.networks.NetworkAnswer.Reply;
import org.florin.platform.idempotency.Attempt;
import org.florin.platform.idempotency.IdempotentExecution;
import org.florin.platform.idempotency.RequestKey;

/** Messages about card payments, each by the use case of authorization that it stands for. */
@ApplicationScoped
class PaymentMessages {

  private static final String CHANNEL = "iso8583";
  private static final String METADATA = "{}";
  private static final String NO_REASON = "0";

  /** Leaves a transaction without a trace, so that the message may be taken in another way. */
  private static final class OriginalUnknown extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    OriginalUnknown() {
      super(null, null, false, false);
    }
  }

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService workers;

  @Inject CardVault vault;
  @Inject AuthorizePurchase authorize;
  @Inject IncrementAuthorization increment;
  @Inject CompleteAuthorization complete;
  @Inject ReverseAuthorization reverse;
  @Inject IdempotentExecution idempotent;
  @Inject Withdrawals withdrawals;
  @Inject NetworkSettings settings;

  /** Asks for a decision; one that names an original asks for more of it. */
  CompletionStage<NetworkAnswer> request(MessageExchange exchange) throws MessageFault {
    var said = AuthorizationMessage.of(exchange.message(), exchange.link());
    var key = key(exchange);
    var original = OriginalData.of(exchange.message(), exchange.link());
    return original.isPresent()
        ? onWorker(exchange, key, () -> increment(exchange, said, original.get()))
        : authorize
            .handle(
                command(
                    key,
                    said,
                    Optional.empty(),
                    snapshot -> MessageAnswers.of(snapshot, said.balanceAsked())))
            .thenCompose(outcome -> answered(exchange, outcome));
  }

  /** Tells what was decided in our place; one that names an original tells its final amount. */
  CompletionStage<NetworkAnswer> advice(MessageExchange exchange) throws MessageFault {
    var said = AuthorizationMessage.of(exchange.message(), exchange.link());
    var key = key(exchange);
    var advice = adviceOf(exchange);
    var original = OriginalData.of(exchange.message(), exchange.link());
    return original.isPresent()
        ? CompletableFuture.supplyAsync(
                () -> completed(exchange, key, said, original.get()), workers)
            .thenCompose(
                reply ->
                    reply.isPresent()
                        ? CompletableFuture.completedStage(reply.get())
                        : advised(exchange, key, said, advice))
        : advised(exchange, key, said, advice);
  }

  /** Takes back what was authorized, or part of it; may come before it. */
  CompletionStage<NetworkAnswer> reversal(MessageExchange exchange) throws MessageFault {
    var elements = exchange.elements();
    elements.require(OriginalData.MANDATORY_IN_REVERSALS);
    var original =
        OriginalData.of(exchange.message(), exchange.link())
            .orElseThrow(() -> new MessageFault(ResponseCode.FORMAT_ERROR, 90));
    var command =
        new ReverseAuthorization.Command(
            original, OriginalData.reversalAmount(elements), origin(exchange));
    return onWorker(
        exchange,
        key(exchange),
        () ->
            switch (reverse.handle(command)) {
              case ElementOutcome.Done ignored -> ResponseCode.APPROVED.code();
              case ElementOutcome.Declined ignored -> ResponseCode.APPROVED.code();
              case ElementOutcome.Parked ignored -> exchange.link().unknownOriginalCode();
              case ElementOutcome.Unknown ignored -> exchange.link().unknownOriginalCode();
            });
  }

  private String increment(MessageExchange exchange, AuthorizationMessage said, Original original) {
    return increment
        .handle(
            new IncrementAuthorization.Command(
                original,
                said.amount().minor(),
                IncrementAuthorization.AmountMeaning.AS_NETWORK,
                origin(exchange)))
        .responseCode();
  }

  /** Empty if the original isn't known: then the advice stands for itself. */
  private Optional<Reply> completed(
      MessageExchange exchange, RequestKey key, AuthorizationMessage said, Original original) {
    var command =
        new CompleteAuthorization.Command(original, said.amount().minor(), origin(exchange));
    try {
      return Optional.of(once(exchange, key, () -> completed(command)));
    } catch (OriginalUnknown unknown) {
      return Optional.empty();
    }
  }

  private String completed(CompleteAuthorization.Command command) {
    if (complete.handle(command) instanceof ElementOutcome.Unknown) {
      throw new OriginalUnknown();
    }
    return ResponseCode.APPROVED.code();
  }

  private CompletionStage<NetworkAnswer> advised(
      MessageExchange exchange, RequestKey key, AuthorizationMessage said, Advice advice) {
    return authorize
        .handle(
            command(
                key,
                said,
                Optional.of(advice),
                snapshot -> StoredElements.of(ResponseCode.APPROVED.code())))
        .thenCompose(outcome -> answered(exchange, outcome));
  }

  private static Advice adviceOf(MessageExchange exchange) throws MessageFault {
    var elements = exchange.elements();
    return new Advice(
        exchange.link().network(),
        elements.optional(60).orElse(NO_REASON),
        switch (elements.text(39)) {
          case "00", "10", "85" -> true;
          default -> false;
        },
        elements.optional(38));
  }

  private AuthorizePurchase.Command command(
      RequestKey key,
      AuthorizationMessage said,
      Optional<Advice> advice,
      Function<AuthorizationSnapshot, StoredElements> elements) {
    return new AuthorizePurchase.Command(
        key,
        said.card(),
        said.kind(),
        said.entryMode(),
        said.amount(),
        said.partialApproval() && advice.isEmpty(),
        said.merchant(),
        Optional.of(said.network()),
        Evidence.NONE,
        advice,
        Optional.empty(),
        METADATA,
        CHANNEL,
        snapshot -> elements.apply(snapshot).toAnswer());
  }

  private CompletionStage<NetworkAnswer> answered(
      MessageExchange exchange, AuthorizationOutcome outcome) {
    return switch (outcome) {
      case AuthorizationOutcome.Decided decided ->
          inTime(exchange, exchange.reply(StoredElements.read(decided.answer())));
      case AuthorizationOutcome.Replayed replayed ->
          repeated(exchange, exchange.reply(StoredElements.read(replayed.answer())));
      case AuthorizationOutcome.KeyReused ignored ->
          CompletableFuture.completedStage(conflict(exchange));
      case AuthorizationOutcome.DuplicateExternalId ignored ->
          CompletableFuture.completedStage(exchange.reply(ResponseCode.DUPLICATE));
      case AuthorizationOutcome.Busy ignored ->
          CompletableFuture.completedStage(exchange.reply(ResponseCode.UNAVAILABLE));
    };
  }

  /** An approval that nobody waits for any more is taken back, and the answer says so. */
  private CompletionStage<NetworkAnswer> inTime(MessageExchange exchange, Reply reply) {
    var isLate = SystemTime.now().isAfter(exchange.arrivedAt().plus(settings.answerWithin()));
    return isLate && reply.approved().isPresent()
        ? CompletableFuture.supplyAsync(
            () -> {
              withdrawals.withdraw(exchange.link(), exchange.message(), reply);
              return exchange.reply(ResponseCode.UNAVAILABLE);
            },
            workers)
        : CompletableFuture.completedStage(reply);
  }

  /** A repeat of what was taken back since must not read as approved. */
  private CompletionStage<NetworkAnswer> repeated(MessageExchange exchange, Reply reply) {
    return reply.approved().isEmpty()
        ? CompletableFuture.completedStage(reply)
        : CompletableFuture.supplyAsync(
            () ->
                withdrawals.isWithdrawn(reply.approved().get())
                    ? exchange.reply(ResponseCode.UNAVAILABLE)
                    : reply,
            workers);
  }

  private CompletionStage<NetworkAnswer> onWorker(
      MessageExchange exchange, RequestKey key, Supplier<String> work) {
    return CompletableFuture.supplyAsync(() -> once(exchange, key, work), workers);
  }

  /** Runs work that ends in a response code, together with its key in one transaction. */
  private Reply once(MessageExchange exchange, RequestKey key, Supplier<String> work) {
    return switch (idempotent.execute(key, () -> StoredElements.of(work.get()).toAnswer())) {
      case Attempt.Executed executed -> exchange.reply(StoredElements.read(executed.answer()));
      case Attempt.Replayed replayed -> exchange.reply(StoredElements.read(replayed.answer()));
      case Attempt.KeyReused ignored -> conflict(exchange);
      case Attempt.InProgress ignored -> exchange.reply(ResponseCode.UNAVAILABLE);
    };
  }

  private static Reply conflict(MessageExchange exchange) {
    NetworksLog.LOG.conflict(exchange.link().name(), exchange.stan());
    return exchange.reply(ResponseCode.DUPLICATE);
  }

  private RequestKey key(MessageExchange exchange) throws MessageFault {
    return MessageKey.of(exchange.message(), exchange.link(), exchange.arrivedAt(), vault);
  }

  private static Origin origin(MessageExchange exchange) {
    return new Origin(exchange.link().name(), CHANNEL);
  }
}

package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.florin.networks.NetworkAnswer.Reply;
import org.florin.networks.NetworkAnswer.Silence;

/**
 * Answers a message of a card network by the use case it stands for. The answer is there after its
 * effect is durable. Never blocks its caller: what waits for the database waits elsewhere.
 */
@ApplicationScoped
public class AnswerNetworkMessage {

  /**
   * @param session of the connection that the message came over
   */
  public record Command(
      NetworkLink link, LinkSession session, NetworkMessage message, Instant arrivedAt) {}

  private static final String SIGN_ON = "001";
  private static final String SIGN_OFF = "002";
  private static final String ECHO = "301";

  @Inject PaymentMessages payments;

  /** The answer to a message that could be read; never fails. */
  public CompletionStage<NetworkAnswer> handle(Command command) {
    var exchange =
        new MessageExchange(
            command.link(), command.session(), command.message(), command.arrivedAt());
    try {
      return answer(exchange).exceptionally(fault -> malfunction(exchange, fault));
    } catch (MessageFault fault) {
      return CompletableFuture.completedStage(exchange.reply(fault.code()));
    } catch (Exception fault) {
      return CompletableFuture.completedStage(malfunction(exchange, fault));
    }
  }

  private static NetworkAnswer malfunction(MessageExchange exchange, Throwable fault) {
    NetworksLog.LOG.notAnswered(exchange.link().name(), exchange.stan(), fault);
    return exchange.reply(ResponseCode.MALFUNCTION);
  }

  private CompletionStage<NetworkAnswer> answer(MessageExchange exchange) throws MessageFault {
    var message = exchange.message();
    if (message.isAnswer()) {
      return CompletableFuture.completedStage(new Silence("an answer that nobody waits for"));
    }
    var type = message.originalType();
    if (type.equals("0800") || type.equals("0820")) {
      return CompletableFuture.completedStage(manage(exchange));
    }
    if (!exchange.session().isSignedOn()) {
      return CompletableFuture.completedStage(new Silence("not signed on"));
    }
    return switch (type) {
      case "0100" -> payments.request(exchange);
      case "0120", "0220" -> payments.advice(exchange);
      case "0400", "0420" -> payments.reversal(exchange);
      default -> CompletableFuture.completedStage(exchange.reply(ResponseCode.INVALID_TRANSACTION));
    };
  }

  /** The answer to a frame that could not be read to its end: 30 if it is clear what to answer. */
  public NetworkAnswer toMalformed(NetworkMessageCodec.Reading.Malformed malformed) {
    return malformed
        .readSoFar()
        .filter(message -> !message.isAnswer() && message.element(11).isPresent())
        .<NetworkAnswer>map(message -> refusal(message, ResponseCode.FORMAT_ERROR))
        .orElseGet(() -> new Silence("element " + malformed.element() + ": " + malformed.why()));
  }

  /** The answer of a gateway that has too much to do. */
  public NetworkAnswer toTooMany(NetworkMessage message) {
    return message.isAnswer()
        ? new Silence("an answer that nobody waits for")
        : refusal(message, ResponseCode.UNAVAILABLE);
  }

  private static Reply refusal(NetworkMessage message, ResponseCode code) {
    return new Reply(
        MessageAnswers.answer(message, StoredElements.of(code.code())), Optional.empty());
  }

  private static NetworkAnswer manage(MessageExchange exchange) throws MessageFault {
    var elements = exchange.elements();
    elements.require(List.of(7, 11));
    switch (elements.text(70)) {
      case SIGN_ON -> exchange.session().signOn();
      case SIGN_OFF -> exchange.session().signOff();
      case ECHO -> {}
      default -> throw new MessageFault(ResponseCode.INVALID_TRANSACTION, 70);
    }
    return exchange.reply(ResponseCode.APPROVED);
  }
}

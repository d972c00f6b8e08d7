package org.florin.routes.cardqueue;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.Objects;
import org.florin.networks.AnswerQueueRequest;
import org.florin.networks.AnswerQueueRequest.Outcome;

/**
 * Requests for authorization from the mainframe's own broker (resource adapter {@code mainframe}).
 * A thread of the broker doesn't wait for the decision; how many requests are under way is bounded.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/MainframeAuthorizations"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "setupAttempts", propertyValue = "-1"),
      @ActivationConfigProperty(propertyName = "setupInterval", propertyValue = "2000"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuthorizationRequestsInbox implements MessageListener {

  private static final String SOURCE = "mainframe";

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService workers;

  @Inject AnswerQueueRequest answer;
  @Inject QueueReplies replies;
  @Inject RequestsUnderWay underWay;

  @Override
  public void onMessage(Message message) {
    try {
      var correlationId = Objects.requireNonNullElse(message.getJMSCorrelationID(), "");
      if (!(message instanceof TextMessage text)) {
        replies.setAside(correlationId, "", "the message is no text");
      } else if (message.getJMSReplyTo() == null) {
        replies.setAside(correlationId, text.getText(), "nobody is named to reply to");
      } else {
        answer(text.getText(), correlationId, message.getJMSReplyTo());
      }
    } catch (JMSException e) {
      throw new IllegalStateException("the message can't be read", e);
    }
  }

  private void answer(String text, String correlationId, Destination replyTo) {
    underWay.begin();
    answer
        .handle(text, SOURCE)
        .whenCompleteAsync(
            (outcome, fault) -> {
              underWay.end();
              switch (outcome) {
                case Outcome.Reply reply -> replies.send(replyTo, correlationId, reply.text());
                case Outcome.Malformed malformed -> {
                  malformed.reply().ifPresent(reply -> replies.send(replyTo, correlationId, reply));
                  replies.setAside(correlationId, text, malformed.why());
                }
              }
            },
            workers);
  }
}

package org.florin.routes.cardqueue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSRuntimeException;
import org.florin.routes.RoutesLog;

/** Sends replies, and sets aside what is no request. */
@ApplicationScoped
class QueueReplies {

  private static final String CAUSE = "florin_cause";

  @Resource(lookup = "java:/jms/MainframeCF")
  ConnectionFactory connections;

  @Inject CardQueueSettings settings;

  /** Not persistent and soon worthless: whoever asked doesn't wait for long. */
  void send(Destination to, String correlationId, String text) {
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(settings.replyTimeToLive.toMillis())
          .setJMSCorrelationID(correlationId)
          .send(to, text);
    } catch (JMSRuntimeException e) {
      RoutesLog.LOG.replyNotSent(correlationId, e);
    }
  }

  void setAside(String correlationId, String text, String why) {
    RoutesLog.LOG.requestSetAside(correlationId, why);
    try (var context = connections.createContext()) {
      context
          .createProducer()
          .setProperty(CAUSE, why)
          .setJMSCorrelationID(correlationId)
          .send(context.createQueue(settings.deadLetters), text);
    }
  }
}

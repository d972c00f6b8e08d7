package org.florin.routes;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;
import org.florin.platform.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to the topic in one JMS session, committed before the outbox marks them: a crash in
 * between repeats events, none is lost, and consumers drop the repeats by their inbox. The broker's
 * own duplicate detection is left alone on purpose: in a transacted session one repeated id fails
 * the whole batch, for ever. The session is the relay's alone and not part of any JTA transaction,
 * so nothing here waits for two systems to agree.
 */
@ApplicationScoped
class EventTopic {

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  @Resource(lookup = "java:/jms/topic/FlorinEvents")
  Topic topic;

  private @Nullable JMSContext session;

  /** All of them or none. */
  synchronized void publish(List<OutboxEvent> events) {
    try {
      var open = session();
      var producer = open.createProducer();
      for (OutboxEvent event : events) {
        producer.send(topic, message(open, event));
      }
      open.commit();
    } catch (JMSException | JMSRuntimeException e) {
      close();
      throw new IllegalStateException("the broker took no events", e);
    }
  }

  private static TextMessage message(JMSContext session, OutboxEvent event) throws JMSException {
    var message = session.createTextMessage(event.payload());
    for (var header : event.headers().entrySet()) {
      message.setStringProperty(header.getKey(), header.getValue());
    }
    message.setStringProperty("event_id", event.id().toString());
    message.setStringProperty("event_type", event.type());
    message.setStringProperty("aggregate", event.aggregate());
    if (event.account().isPresent()) {
      message.setStringProperty("JMSXGroupID", event.account().get().toString());
    }
    return message;
  }

  private JMSContext session() {
    JMSContext open = session;
    if (open == null) {
      open = connections.createContext(JMSContext.SESSION_TRANSACTED);
      session = open;
    }
    return open;
  }

  @PreDestroy
  synchronized void close() {
    if (session != null) {
      try {
        session.close();
      } catch (JMSRuntimeException e) {
        RoutesLog.LOG.debug("closing the session of the relay", e);
      }
      session = null;
    }
  }
}

package org.florin.it;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.florin.simulators.mainframe.Mainframe;

/** The mainframe's queue of authorization requests, as a program beside it sees it. */
final class CardQueueLine implements AutoCloseable {

  private final ActiveMQConnectionFactory connections;
  private final JMSContext receiving;
  private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final ThreadLocal<JMSContext> sending;

  CardQueueLine(int port) {
    connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    receiving = connections.createContext();
    sending = ThreadLocal.withInitial(((ConnectionFactory) connections)::createContext);
    receiving
        .createConsumer(receiving.createQueue(Mainframe.AUTHORIZATION_REPLIES))
        .setMessageListener(
            message -> {
              try {
                Optional.ofNullable(waiting.remove(message.getJMSCorrelationID()))
                    .ifPresent(
                        promise -> {
                          try {
                            promise.complete(((TextMessage) message).getText());
                          } catch (JMSException e) {
                            promise.completeExceptionally(e);
                          }
                        });
              } catch (JMSException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  CompletableFuture<String> send(String text) {
    var correlation = UUID.randomUUID().toString().substring(0, 24);
    var promise = new CompletableFuture<String>();
    waiting.put(correlation, promise);
    var context = sending.get();
    context
        .createProducer()
        .setJMSCorrelationID(correlation)
        .setJMSReplyTo(context.createQueue(Mainframe.AUTHORIZATION_REPLIES))
        .send(context.createQueue(Mainframe.AUTHORIZATION_REQUESTS), text);
    return promise;
  }

  String ask(String text) throws Exception {
    return send(text).get(10, TimeUnit.SECONDS);
  }

  /** The cause under which the next message was set aside. */
  String awaitSetAside() throws JMSException {
    try (var context = connections.createContext();
        var consumer =
            context.createConsumer(context.createQueue(Mainframe.AUTHORIZATION_DEAD_LETTERS))) {
      var message = consumer.receive(10_000);
      return message == null ? "nothing" : message.getStringProperty("florin_cause");
    }
  }

  @Override
  public void close() {
    receiving.close();
    connections.close();
  }
}

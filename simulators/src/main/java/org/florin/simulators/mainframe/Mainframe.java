package org.florin.simulators.mainframe;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The bank's old payment system behind its own broker: takes requests from one queue, answers into
 * another, and knows every payment it ever processed. A repeated id is answered from its store.
 *
 * <p>How a payment goes is decided by the last four characters of the bank account:
 *
 * <ul>
 *   <li>{@code 0001} rejected R01, {@code 0003} rejected R03, {@code 0016} rejected R16
 *   <li>{@code 0100} processed, but the reply is lost: only an inquiry tells
 *   <li>{@code 0101} processed, the reply comes 20 s late
 *   <li>{@code 0102} processed, the reply comes twice
 *   <li>{@code 0103} the request is lost: never processed, never answered
 *   <li>anything else accepted
 * </ul>
 */
public final class Mainframe implements AutoCloseable {
  public static final String REQUESTS = "FLORIN.PAYMENT.REQUEST";
  public static final String REPLIES = "FLORIN.PAYMENT.REPLY";
  public static final String AUTHORIZATION_REQUESTS = "FLORIN.AUTH.REQUEST";
  public static final String AUTHORIZATION_REPLIES = "FLORIN.AUTH.REPLY";
  public static final String AUTHORIZATION_DEAD_LETTERS = "FLORIN.AUTH.DEADLETTER";
  private static final int CORRELATION_LENGTH = 24;
  private static final long REPLY_MILLIS = 5_000;
  private static final long LATE_MILLIS = 20_000;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final EmbeddedActiveMQ broker;
  private final ActiveMQConnectionFactory connections;
  private final PaymentStore store;
  private final Thread responder;
  private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean closing;

  private Mainframe(int port, Path folder) throws Exception {
    Files.createDirectories(folder);
    this.store = new PaymentStore(folder.resolve("payments.txt"));
    this.broker = startBroker(port, folder.resolve("broker"));
    this.connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    this.responder = new Thread(this::respond, "mainframe-responder");
    this.responder.start();
  }

  public static Mainframe start(int port, Path folder) throws Exception {
    return new Mainframe(port, folder);
  }

  private static EmbeddedActiveMQ startBroker(int port, Path folder) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration
        .setName("mainframe")
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalFileSize(1024 * 1024)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setGlobalMaxSize(32L * 1024 * 1024)
        .setScheduledThreadPoolMaxSize(2)
        .setThreadPoolMaxSize(6)
        .addAcceptorConfiguration(
            "core", "tcp://127.0.0.1:" + port + "?protocols=CORE;useEpoll=false")
        .addQueueConfiguration(queue(REQUESTS))
        .addQueueConfiguration(queue(REPLIES))
        .addQueueConfiguration(queue(AUTHORIZATION_REQUESTS))
        .addQueueConfiguration(queue(AUTHORIZATION_REPLIES))
        .addQueueConfiguration(queue(AUTHORIZATION_DEAD_LETTERS))
        .addQueueConfiguration(queue("DLQ"))
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setDeadLetterAddress(org.apache.activemq.artemis.api.core.SimpleString.of("DLQ"))
                .setMaxDeliveryAttempts(10)
                .setRedeliveryDelay(500)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false));
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration);
    broker.start();
    return broker;
  }

  private static QueueConfiguration queue(String name) {
    return QueueConfiguration.of(name)
        .setAddress(name)
        .setRoutingType(RoutingType.ANYCAST)
        .setDurable(true);
  }

  private void respond() {
    while (!closing) {
      try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
        Queue requests = context.createQueue(REQUESTS);
        try (JMSConsumer consumer = context.createConsumer(requests)) {
          while (!closing) {
            Message message = consumer.receive();
            if (message == null) {
              break;
            }
            answer(context, message);
            context.commit();
          }
        }
      } catch (JMSRuntimeException | JMSException e) {
        if (!closing) {
          System.err.println("mainframe: " + e);
        }
      }
    }
  }

  private void answer(JMSContext context, Message message) throws JMSException {
    if (!(message instanceof BytesMessage bytes)) {
      System.err.println("mainframe: dropping a message that is not bytes");
      return;
    }
    byte[] content = new byte[(int) bytes.getBodyLength()];
    bytes.readBytes(content);
    PaymentCopybook.Request request;
    try {
      request = PaymentCopybook.read(content);
    } catch (IllegalArgumentException e) {
      System.err.println("mainframe: dropping a malformed request: " + e.getMessage());
      return;
    }
    switch (request.type()) {
      case "INQQ" -> send(context, "INQR", inquire(request), request.paymentId());
      case "PAYQ" -> pay(context, request);
      default -> System.err.println("mainframe: unknown type " + request.type());
    }
  }

  private PaymentCopybook.Reply inquire(PaymentCopybook.Request request) {
    return store
        .find(request.paymentId())
        .orElseGet(
            () ->
                new PaymentCopybook.Reply(
                    request.paymentId(), "UN", "9404", 0, request.currency(), stamp(), ""));
  }

  private void pay(JMSContext context, PaymentCopybook.Request request) throws JMSException {
    String scenario = lastFour(request.bankAccount());
    if (scenario.equals("0103")) {
      return;
    }
    Optional<PaymentCopybook.Reply> known = store.find(request.paymentId());
    PaymentCopybook.Reply reply = known.orElseGet(() -> process(request, scenario));
    switch (scenario) {
      case "0100" -> {}
      case "0101" -> late.schedule(() -> sendLate(reply), LATE_MILLIS, TimeUnit.MILLISECONDS);
      case "0102" -> {
        send(context, "PAYR", reply, request.paymentId());
        send(context, "PAYR", reply, request.paymentId());
      }
      case "0104" -> sendAndReturn(context, reply, "R01");
      case "0105" -> sendAndReturn(context, reply, "R24");
      default -> send(context, "PAYR", reply, request.paymentId());
    }
  }

  /** Takes the money at first; later it comes back. */
  private void sendAndReturn(JMSContext context, PaymentCopybook.Reply reply, String reason)
      throws JMSException {
    send(context, "PAYR", reply, reply.paymentId());
    PaymentCopybook.Reply returned =
        new PaymentCopybook.Reply(
            reply.paymentId(),
            "RT",
            reason,
            reply.amountMinor(),
            reply.currency(),
            reply.processed(),
            reply.reference());
    late.schedule(() -> sendLate(returned), LATE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private PaymentCopybook.Reply process(PaymentCopybook.Request request, String scenario) {
    String reason =
        switch (scenario) {
          case "0001" -> "R01";
          case "0003" -> "R03";
          case "0016" -> "R16";
          default -> request.amountMinor() > 0 ? "0000" : "9001";
        };
    PaymentCopybook.Reply reply =
        new PaymentCopybook.Reply(
            request.paymentId(),
            reason.equals("0000") ? "AC" : "RJ",
            reason,
            request.amountMinor(),
            request.currency(),
            stamp(),
            String.format("MF%013d", store.count() + 1));
    try {
      store.add(reply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reply;
  }

  private void sendLate(PaymentCopybook.Reply reply) {
    try (JMSContext context = connections.createContext()) {
      send(context, "PAYR", reply, reply.paymentId());
    } catch (JMSException | JMSRuntimeException e) {
      System.err.println("mainframe: late reply failed: " + e);
    }
  }

  private static void send(
      JMSContext context, String type, PaymentCopybook.Reply reply, String correlation)
      throws JMSException {
    BytesMessage message = context.createBytesMessage();
    message.writeBytes(PaymentCopybook.write(type, reply));
    message.setJMSCorrelationID(correlation);
    context.createProducer().send(context.createQueue(REPLIES), message);
  }

  /**
   * Sends requests for authorization and waits for their replies, each at most as long as a reply
   * lives.
   *
   * @return replies in the order of the requests; an empty one where none came
   */
  public List<String> authorize(List<String> requests) {
    try (JMSContext context = connections.createContext()) {
      Queue replies = context.createTemporaryQueue();
      List<String> correlations = new ArrayList<>();
      for (String request : requests) {
        String correlation = UUID.randomUUID().toString().substring(0, CORRELATION_LENGTH);
        correlations.add(correlation);
        context
            .createProducer()
            .setJMSCorrelationID(correlation)
            .setJMSReplyTo(replies)
            .send(context.createQueue(AUTHORIZATION_REQUESTS), request);
      }
      return received(context, replies, correlations);
    } catch (JMSException e) {
      throw new IllegalStateException("the mainframe's own queue fails", e);
    }
  }

  private static List<String> received(JMSContext context, Queue replies, List<String> correlations)
      throws JMSException {
    Map<String, String> texts = new HashMap<>();
    try (JMSConsumer consumer = context.createConsumer(replies)) {
      Message message = consumer.receive(REPLY_MILLIS);
      while (message instanceof TextMessage text) {
        texts.put(text.getJMSCorrelationID(), text.getText());
        message = texts.size() == correlations.size() ? null : consumer.receive(REPLY_MILLIS);
      }
    }
    return correlations.stream().map(id -> texts.getOrDefault(id, "")).toList();
  }

  private static String lastFour(String account) {
    return account.length() <= 4 ? account : account.substring(account.length() - 4);
  }

  private static String stamp() {
    return STAMP.format(Instant.now());
  }

  @Override
  public void close() {
    closing = true;
    late.shutdownNow();
    try {
      broker.stop();
      responder.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      System.err.println("mainframe: stopping failed: " + e);
    }
    connections.close();
    store.close();
  }
}

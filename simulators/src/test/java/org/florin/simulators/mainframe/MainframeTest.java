package org.florin.simulators.mainframe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mainframe over its own broker. */
class MainframeTest {
  private static final long ANSWER_MILLIS = 10_000;

  @TempDir Path folder;
  private int port;
  private Mainframe mainframe;
  private ActiveMQConnectionFactory connections;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    mainframe = Mainframe.start(port, folder);
    connections = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
  }

  @AfterEach
  void stop() {
    connections.close();
    mainframe.close();
  }

  private static byte[] request(String type, String id, String bankAccount) {
    var message = new byte[PaymentCopybook.LENGTH];
    Arrays.fill(message, (byte) 0x40);
    put(message, 0, type + "01" + id);
    put(message, 30, "00000000001PYMT");
    System.arraycopy(HexFormat.of().parseHex("0000000012500c"), 0, message, 45, 7);
    put(message, 52, "USDC20260106231380104" + bankAccount);
    return message;
  }

  private static void put(byte[] message, int offset, String text) {
    var bytes = text.getBytes(PaymentCopybook.CODE_PAGE);
    System.arraycopy(bytes, 0, message, offset, bytes.length);
  }

  private void send(JMSContext context, byte[] record) throws JMSException {
    BytesMessage message = context.createBytesMessage();
    message.writeBytes(record);
    context.createProducer().send(context.createQueue(Mainframe.REQUESTS), message);
  }

  private static String field(byte[] reply, int offset, int length) {
    return new String(reply, offset, length, PaymentCopybook.CODE_PAGE).strip();
  }

  private static byte[] reply(JMSContext context, long millis) throws JMSException {
    try (var consumer = context.createConsumer(context.createQueue(Mainframe.REPLIES))) {
      var message = consumer.receive(millis);
      return message == null ? null : message.getBody(byte[].class);
    }
  }

  @Test
  void pays_once_however_often_the_same_id_comes() throws Exception {
    try (JMSContext context = connections.createContext()) {
      send(context, request("PAYQ", "FLAAAAAAAAAAAAAAAAAAAAAA", "12345678"));
      var first = reply(context, ANSWER_MILLIS);
      send(context, request("PAYQ", "FLAAAAAAAAAAAAAAAAAAAAAA", "12345678"));
      var second = reply(context, ANSWER_MILLIS);

      assertNotNull(first);
      assertEquals("PAYR", field(first, 0, 4));
      assertEquals("AC", field(first, 30, 2));
      assertEquals("0000000012500c", HexFormat.of().formatHex(first, 36, 43));
      assertEquals(field(first, 60, 15), field(second, 60, 15));
    }
  }

  @Test
  void rejects_with_the_reason_of_the_account() throws Exception {
    try (JMSContext context = connections.createContext()) {
      send(context, request("PAYQ", "FLBBBBBBBBBBBBBBBBBBBBBB", "00000001"));
      var reply = reply(context, ANSWER_MILLIS);
      assertEquals("RJ", field(reply, 30, 2));
      assertEquals("R01", field(reply, 32, 4));
    }
  }

  @Test
  void lost_reply_is_found_by_inquiry_also_after_a_restart() throws Exception {
    try (JMSContext context = connections.createContext()) {
      send(context, request("PAYQ", "FLCCCCCCCCCCCCCCCCCCCCCC", "00000100"));
      assertNull(reply(context, 1_000));
    }
    mainframe.close();
    mainframe = Mainframe.start(port, folder);
    try (JMSContext context = connections.createContext()) {
      send(context, request("INQQ", "FLCCCCCCCCCCCCCCCCCCCCCC", "00000100"));
      var reply = reply(context, ANSWER_MILLIS);
      assertEquals("INQR", field(reply, 0, 4));
      assertEquals("AC", field(reply, 30, 2));
    }
  }

  @Test
  void knows_nothing_of_a_lost_request() throws Exception {
    try (JMSContext context = connections.createContext()) {
      send(context, request("PAYQ", "FLDDDDDDDDDDDDDDDDDDDDDD", "00000103"));
      send(context, request("INQQ", "FLDDDDDDDDDDDDDDDDDDDDDD", "00000103"));
      var reply = reply(context, ANSWER_MILLIS);
      assertEquals("INQR", field(reply, 0, 4));
      assertEquals("UN", field(reply, 30, 2));
    }
  }
}

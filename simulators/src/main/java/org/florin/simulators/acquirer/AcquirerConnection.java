package org.florin.simulators.acquirer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.florin.simulators.acquirer.AcquirerMessages.Content;

/** One connection to the bank; answers are matched by type and trace number. */
final class AcquirerConnection implements AutoCloseable {
  private final AcquirerMessages messages;
  private final Socket socket;
  private final DataOutputStream out;
  private final Function<Content, Content> answering;
  private final Map<String, CompletableFuture<Content>> waiting = new ConcurrentHashMap<>();

  /**
   * @param answering what the bank is answered when it begins a message
   */
  AcquirerConnection(int port, AcquirerMessages messages, Function<Content, Content> answering)
      throws IOException {
    this.messages = messages;
    this.answering = answering;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.out = new DataOutputStream(socket.getOutputStream());
    Thread.ofVirtual().start(this::read);
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  /** Sends; the promise is kept when the answer comes. */
  CompletableFuture<Content> send(Content content) throws IOException {
    CompletableFuture<Content> answer = new CompletableFuture<>();
    waiting.put(key(answerType(content.type()), content), answer);
    write(content);
    return answer;
  }

  private void write(Content content) throws IOException {
    byte[] bytes = messages.write(content);
    byte[] frame = new byte[bytes.length + 2];
    frame[0] = (byte) (bytes.length >> 8);
    frame[1] = (byte) bytes.length;
    System.arraycopy(bytes, 0, frame, 2, bytes.length);
    synchronized (out) {
      out.write(frame);
      out.flush();
    }
  }

  private void read() {
    try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
      while (true) {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        take(messages.read(bytes));
      }
    } catch (IOException | ParseException ended) {
      close();
    }
  }

  private void take(Content content) throws IOException {
    CompletableFuture<Content> asked = waiting.remove(key(content.type(), content));
    if (asked != null) {
      asked.complete(content);
    } else if ((content.type().charAt(2) - '0') % 2 == 0) {
      write(answering.apply(content));
    }
  }

  /** The type of the answer to a message of this type. */
  static String answerType(String type) {
    return type.substring(0, 2) + (char) (type.charAt(2) + 1) + "0";
  }

  private static String key(String type, Content content) {
    return type + content.element(11) + content.element(37);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      System.err.println("acquirer: closing failed: " + e);
    }
  }
}

package org.florin.it;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.florin.adapters.iso8583.Iso8583NetworkCodec;
import org.florin.networks.NetworkMessage;
import org.florin.networks.NetworkMessageCodec.Reading;

/** A connection to the networks' door, as an acquirer has it; answers are found by trace number. */
final class AcquirerLine implements AutoCloseable {

  private static final AtomicInteger TRACE = new AtomicInteger(100_000);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss").withZone(ZoneOffset.UTC);

  private final String profile;
  private final Socket socket;
  private final DataOutputStream out;
  private final Iso8583NetworkCodec codec = new Iso8583NetworkCodec();
  private final Map<String, CompletableFuture<NetworkMessage>> waiting = new ConcurrentHashMap<>();
  private final BlockingQueue<NetworkMessage> unasked = new LinkedBlockingQueue<>();

  AcquirerLine(int port, String profile) throws IOException {
    this.profile = profile;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.out = new DataOutputStream(socket.getOutputStream());
    Thread.ofVirtual().start(this::read);
  }

  /** Connects and signs on. */
  static AcquirerLine signedOn(int port, String profile) throws Exception {
    var line = new AcquirerLine(port, profile);
    var answer = line.ask(line.management("001"));
    if (!answer.elements().get(39).equals("00")) {
      throw new IllegalStateException("not signed on: " + answer);
    }
    return line;
  }

  static String newTrace() {
    return String.format("%06d", TRACE.incrementAndGet());
  }

  static String now() {
    return TIME.format(Instant.now());
  }

  NetworkMessage management(String code) {
    return NetworkMessage.ofType("0800").set(7, now()).set(11, newTrace()).set(70, code).build();
  }

  CompletableFuture<NetworkMessage> send(NetworkMessage message) throws IOException {
    var answer = new CompletableFuture<NetworkMessage>();
    waiting.put(message.answerType() + message.elements().get(11), answer);
    sendBytes(codec.write(profile, message));
    return answer;
  }

  void sendBytes(byte[] bytes) throws IOException {
    synchronized (out) {
      out.writeShort(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }

  /** Bytes without a header of ours. */
  void sendRaw(byte[] bytes) throws IOException {
    synchronized (out) {
      out.write(bytes);
      out.flush();
    }
  }

  byte[] written(NetworkMessage message) {
    return codec.write(profile, message);
  }

  NetworkMessage ask(NetworkMessage message) throws Exception {
    return send(message).get(10, TimeUnit.SECONDS);
  }

  /** The next message that the bank began, if one comes in time. */
  NetworkMessage awaitUnasked(int seconds) throws InterruptedException {
    return unasked.poll(seconds, TimeUnit.SECONDS);
  }

  boolean isClosedByPeer() {
    return socket.isClosed();
  }

  private void read() {
    try (var in = new DataInputStream(socket.getInputStream())) {
      while (true) {
        var bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        if (codec.read(profile, bytes) instanceof Reading.Message read) {
          take(read.message());
        }
      }
    } catch (IOException ended) {
      close();
    }
  }

  private void take(NetworkMessage message) {
    var asked = waiting.remove(message.type() + message.elements().get(11));
    if (asked == null) {
      unasked.add(message);
    } else {
      asked.complete(message);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      return;
    }
  }
}

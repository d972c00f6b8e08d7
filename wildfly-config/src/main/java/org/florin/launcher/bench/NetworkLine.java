package org.florin.launcher.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * A connection to the networks' door with many requests under way: one thread writes as long as
 * there is room, another one reads answers and makes room. Messages are written by hand; everything
 * but card, amount and marks is the same in all of them.
 */
final class NetworkLine implements AutoCloseable {
  private static final int TRACES = 1_000_000;
  private static final int AUTHORIZATION_CODE_LENGTH = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;
  private final Semaphore room;
  private final int window;
  private final String acquirer;
  private final AtomicLongArray started = new AtomicLongArray(TRACES);
  private final AtomicLong approved = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private int trace;

  /**
   * @param acquirer six digits, so that no two lines give the same key
   * @param window requests that may be under way
   */
  NetworkLine(int port, String acquirer, int window) throws IOException {
    this.acquirer = acquirer;
    this.window = window;
    this.room = new Semaphore(window);
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    this.out = socket.getOutputStream();
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    send("08008220000000000000" + "0400000000000000" + TIME.format(Instant.now()) + "000000001");
    receive();
  }

  /** Begins to read answers. */
  void listen(Histogram histogram) {
    Thread.startVirtualThread(
        () -> {
          try {
            while (true) {
              take(receive(), histogram);
            }
          } catch (IOException ended) {
            room.release(window);
          }
        });
  }

  private void take(String answer, Histogram histogram) {
    // 0110, bitmap, then 2 with its length of two digits
    int panEnd = 22 + Integer.parseInt(answer.substring(20, 22));
    int number = Integer.parseInt(answer.substring(panEnd + 28, panEnd + 34));
    long micros = (System.nanoTime() - started.get(number)) / 1000;
    histogram.recordValue(Math.min(histogram.getHighestTrackableValue(), Math.max(1, micros)));
    (codeOf(answer, panEnd).equals("00") ? approved : refused).incrementAndGet();
    room.release();
  }

  /** Behind the reference come the authorization code, if there is one, and the code. */
  private static String codeOf(String answer, int panEnd) {
    int behindReference = panEnd + 34 + 10 + 8 + 12;
    boolean hasCode = (Integer.parseInt(answer.substring(13, 14), 16) & 0x4) != 0;
    int begin = behindReference + (hasCode ? AUTHORIZATION_CODE_LENGTH : 0);
    return answer.substring(begin, begin + 2);
  }

  /** Sends a purchase as soon as there is room for it. */
  void purchase(String pan, long amountMinor) throws IOException, InterruptedException {
    room.acquire();
    trace = (trace + 1) % TRACES;
    String number = String.format(Locale.ROOT, "%06d", trace);
    started.set(trace, System.nanoTime());
    send(
        "0100723C448108E08000"
            + pan.length()
            + pan
            + "000000"
            + String.format(Locale.ROOT, "%012d", amountMinor)
            + TIME.format(Instant.now())
            + number
            + "1200000101"
            + "4012"
            + "5411"
            + "051"
            + "00"
            + "06"
            + acquirer
            + acquirer
            + number
            + "TERM0001"
            + "MERCHANT0000001"
            + "CORNER GROCERY         SPRINGFIELD  ILUS"
            + "840");
  }

  /** Waits until everything is answered. */
  void drain() {
    room.acquireUninterruptibly(window);
    room.release(window);
  }

  long approvedCount() {
    return approved.get();
  }

  long refusedCount() {
    return refused.get();
  }

  private void send(String message) throws IOException {
    byte[] text = message.getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[text.length + 2];
    frame[0] = (byte) (text.length >> 8);
    frame[1] = (byte) text.length;
    System.arraycopy(text, 0, frame, 2, text.length);
    out.write(frame);
  }

  private String receive() throws IOException {
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

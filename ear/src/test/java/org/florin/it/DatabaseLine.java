package org.florin.it;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between the server and its database and reads along (PostgreSQL's protocol 3.0), so that a
 * connection can be cut exactly where a transaction of authorizations commits.
 */
final class DatabaseLine implements AutoCloseable {

  /** Where a connection is cut. */
  enum Cut {
    NOWHERE,
    /** The commit never arrives. */
    BEFORE_COMMIT,
    /** The commit takes place; its answer is lost. */
    AFTER_COMMIT
  }

  private static final int PROTOCOL_3 = 196_608;
  private static final String MARK = "insert into card_authorization";

  private final ServerSocket listening;
  private final int databasePort;
  private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NOWHERE);
  private final AtomicInteger cuts = new AtomicInteger();

  DatabaseLine(int databasePort) throws IOException {
    this.databasePort = databasePort;
    this.listening = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Cuts once, at the next commit of authorizations. */
  void cutAtNextCommit(Cut where) {
    next.set(where);
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    try {
      while (true) {
        connect(listening.accept());
      }
    } catch (IOException closed) {
      next.set(Cut.NOWHERE);
    }
  }

  /** While the database is down the server sees that at once. */
  private void connect(Socket client) throws IOException {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), databasePort);
    } catch (ConnectException down) {
      client.close();
      return;
    }
    new Through(client, server).begin();
  }

  /** One connection. */
  private final class Through {
    private final Socket client;
    private final Socket server;
    private final Map<String, String> statements = new HashMap<>();
    private volatile boolean answerIsLost;
    private boolean authorizes;

    Through(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
    }

    void begin() {
      Thread.ofVirtual().start(() -> guarded(this::toServer));
      Thread.ofVirtual().start(() -> guarded(this::toClient));
    }

    private interface Copying {
      void run() throws IOException;
    }

    private void guarded(Copying copying) {
      try {
        copying.run();
      } catch (IOException ended) {
        close();
      }
    }

    private void close() {
      try (client;
          server) {
        answerIsLost = true;
      } catch (IOException ignored) {
        answerIsLost = true;
      }
    }

    private void toClient() throws IOException {
      InputStream in = server.getInputStream();
      var buffer = new byte[16_384];
      for (var length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (answerIsLost) {
          close();
          return;
        }
        client.getOutputStream().write(buffer, 0, length);
        client.getOutputStream().flush();
      }
      close();
    }

    private void toServer() throws IOException {
      var in = new DataInputStream(client.getInputStream());
      var out = new DataOutputStream(server.getOutputStream());
      startUp(in, out);
      while (true) {
        var type = in.readUnsignedByte();
        var body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        if (commits(type, body) && authorizes) {
          authorizes = false;
          var cut = next.getAndSet(Cut.NOWHERE);
          if (cut == Cut.BEFORE_COMMIT) {
            cuts.incrementAndGet();
            close();
            return;
          }
          if (cut == Cut.AFTER_COMMIT) {
            cuts.incrementAndGet();
            answerIsLost = true;
          }
        }
        out.writeByte(type);
        out.writeInt(body.length + Integer.BYTES);
        out.write(body);
        out.flush();
      }
    }

    private void startUp(DataInputStream in, DataOutputStream out) throws IOException {
      var protocol = 0;
      while (protocol != PROTOCOL_3) {
        var body = new byte[in.readInt() - 2 * Integer.BYTES];
        protocol = in.readInt();
        in.readFully(body);
        out.writeInt(body.length + 2 * Integer.BYTES);
        out.writeInt(protocol);
        out.write(body);
        out.flush();
      }
    }

    /** Whether a message carries out a commit; notes what else a transaction does. */
    private boolean commits(int type, byte[] body) {
      return switch (type) {
        case 'P' -> {
          var name = text(body, 0);
          statements.put(name, text(body, name.length() + 1));
          yield false;
        }
        case 'B' -> {
          var portal = text(body, 0);
          var sql = statements.getOrDefault(text(body, portal.length() + 1), "");
          authorizes |= sql.contains(MARK);
          yield sql.equalsIgnoreCase("COMMIT");
        }
        case 'Q' -> text(body, 0).equalsIgnoreCase("COMMIT");
        default -> false;
      };
    }

    private static String text(byte[] body, int from) {
      var end = from;
      while (body[end] != 0) {
        end++;
      }
      return new String(body, from, end - from, StandardCharsets.ISO_8859_1);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}

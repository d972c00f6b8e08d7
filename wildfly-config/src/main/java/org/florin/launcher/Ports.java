package org.florin.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The loopback ports of one running bank. */
public record Ports(
    int http,
    int management,
    int database,
    int stripe,
    int bureau,
    int mailbox,
    int smtp,
    int mainframeMq,
    int acquirer,
    int visa,
    int mastercard,
    int simulators,
    int offset) {
  private static final Ports USUAL =
      new Ports(8080, 9990, 15432, 12111, 12112, 8025, 2525, 61626, 8583, 8584, 8585, 8086, 0);
  private static final int STEP = 100;
  private static final int STEPS_MAX = 40;

  /** The usual ports, all moved by the same offset when one of them is taken. */
  public static Ports usual() throws IOException {
    for (int step = 0; step <= STEPS_MAX; step++) {
      Ports candidate = USUAL.moved(step * STEP);
      if (candidate.all().stream().allMatch(Ports::isFree)) {
        return candidate;
      }
    }
    throw new IOException("no free ports up to offset " + STEP * STEPS_MAX);
  }

  /** Any free ports, for tests. */
  public static Ports free() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      return new Ports(
          ports.get(0),
          ports.get(1),
          ports.get(2),
          ports.get(3),
          ports.get(4),
          ports.get(5),
          ports.get(6),
          ports.get(7),
          ports.get(8),
          ports.get(9),
          ports.get(10),
          ports.get(11),
          0);
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  /** The usual ports that are taken by somebody, for the explanation of a move. */
  static List<Integer> takenUsual() {
    return USUAL.all().stream().filter(port -> !isFree(port)).toList();
  }

  private Ports moved(int by) {
    return new Ports(
        http + by,
        management + by,
        database + by,
        stripe + by,
        bureau + by,
        mailbox + by,
        smtp + by,
        mainframeMq + by,
        acquirer + by,
        visa + by,
        mastercard + by,
        simulators + by,
        by);
  }

  private List<Integer> all() {
    return List.of(
        http,
        management,
        database,
        stripe,
        bureau,
        mailbox,
        smtp,
        mainframeMq,
        acquirer,
        visa,
        mastercard,
        simulators);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package org.florin.routes.iso8583;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.florin.networks.NetworkLink;

/** A link that we listen for, with its connections and the room it has. */
final class OpenLink {

  private final NetworkLink link;
  private final int echoMissedMax;
  private final Consumer<LinkConnection> echo;
  private final Semaphore room;
  private final Set<LinkConnection> connections = ConcurrentHashMap.newKeySet();

  /**
   * @param echo asks a silent connection for a sign of life
   */
  OpenLink(NetworkLink link, int echoMissedMax, Consumer<LinkConnection> echo) {
    this.link = link;
    this.echoMissedMax = echoMissedMax;
    this.echo = echo;
    this.room = new Semaphore(link.inFlightCountMax());
  }

  NetworkLink definition() {
    return link;
  }

  int echoMissedMax() {
    return echoMissedMax;
  }

  void echo(LinkConnection connection) {
    echo.accept(connection);
  }

  /** Whether there is room for one more connection. */
  boolean admit(LinkConnection connection) {
    if (connections.size() >= link.connectionCountMax()) {
      return false;
    }
    return connections.add(connection);
  }

  void forget(LinkConnection connection) {
    connections.remove(connection);
  }

  /** Whether there is room for one more request; it has to be given back. */
  boolean takeRoom() {
    return room.tryAcquire();
  }

  void giveRoomBack() {
    room.release();
  }

  /** Any connection that has signed on. */
  Optional<LinkConnection> signedOn() {
    return connections.stream().filter(connection -> connection.session().isSignedOn()).findAny();
  }

  void close() {
    connections.forEach(LinkConnection::close);
  }
}

package org.florin.routes.iso8583;

import org.apache.camel.builder.RouteBuilder;

/** From a listening port to the exchange of messages; answers leave by the connection itself. */
final class LinkRoute extends RouteBuilder {

  private static final String OPTIONS =
      "sync=false&tcpNoDelay=true&keepAlive=true&reuseAddress=true&backlog=256&workerCount=2"
          + "&serverClosedChannelExceptionCaughtLogLevel=OFF&serverExceptionCaughtLogLevel=OFF"
          + "&serverInitializerFactory=#";

  private final String name;
  private final String address;
  private final MessageTraffic traffic;

  LinkRoute(String name, String address, MessageTraffic traffic) {
    this.name = name;
    this.address = address;
    this.traffic = traffic;
  }

  static String idOf(String link) {
    return "iso8583-" + link;
  }

  @Override
  public void configure() {
    from("netty:tcp://" + address + "?" + OPTIONS + idOf(name))
        .routeId(idOf(name))
        .errorHandler(noErrorHandler())
        .process(
            exchange ->
                traffic.receive(
                    exchange.getMessage().getMandatoryBody(LinkConnection.Arrived.class)));
  }
}

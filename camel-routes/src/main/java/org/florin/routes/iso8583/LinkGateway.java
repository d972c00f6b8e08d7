package org.florin.routes.iso8583;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.florin.networks.FindLinks;
import org.florin.networks.NetworkLink;
import org.florin.networks.NetworkMessage;
import org.florin.routes.CamelRuntime;
import org.florin.routes.RoutesLog;

/** Listens for the links that the database has, and for no others. */
@ApplicationScoped
class LinkGateway {

  @Inject FindLinks links;
  @Inject CamelRuntime camel;
  @Inject MessageTraffic traffic;
  @Inject GatewaySettings settings;

  private final Map<String, OpenLink> open = new HashMap<>();

  /** Opens what is new or changed and closes what is gone. */
  synchronized void synchronize() {
    var wanted =
        links.enabled().stream().collect(Collectors.toMap(NetworkLink::name, link -> link));
    open.values().stream()
        .map(OpenLink::definition)
        .filter(link -> !link.equals(wanted.get(link.name())))
        .map(NetworkLink::name)
        .toList()
        .forEach(this::shut);
    wanted.values().stream().filter(link -> !open.containsKey(link.name())).forEach(this::listen);
  }

  private void listen(NetworkLink definition) {
    var link = new OpenLink(definition, settings.echoMissedMax, traffic::echo);
    var address = settings.bindAddress + ":" + definition.port();
    try {
      camel.add(
          LinkRoute.idOf(definition.name()),
          new LinkPipeline(link, settings.frameTime),
          new LinkRoute(definition.name(), address, traffic));
      open.put(definition.name(), link);
      RoutesLog.LOG.listening(definition.name(), definition.profile(), address);
    } catch (IllegalStateException e) {
      RoutesLog.LOG.notListening(definition.name(), address, e);
    }
  }

  private void shut(String name) {
    camel.remove(LinkRoute.idOf(name));
    var link = open.remove(name);
    if (link != null) {
      link.close();
    }
  }

  @PreDestroy
  synchronized void close() {
    open.values().forEach(OpenLink::close);
    open.clear();
  }

  /** Sends a message that we begin over any connection of the link that signed on. */
  synchronized void send(NetworkLink link, NetworkMessage message) {
    var known = open.get(link.name());
    if (known != null) {
      known.signedOn().ifPresent(connection -> traffic.send(connection, message));
    }
  }
}

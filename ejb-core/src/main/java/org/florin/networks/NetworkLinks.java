package org.florin.networks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.florin.kernel.ClientId;
import org.florin.networks.NetworkLink.PartialApproval;
import org.florin.platform.sql.Database;

/** The links as the database has them. */
@ApplicationScoped
class NetworkLinks {

  @Inject Database database;
  @Inject NetworkSettings settings;

  List<NetworkLink> enabled() {
    return database.list("select * from network_link where enabled order by name", this::link);
  }

  Optional<NetworkLink> byName(String name) {
    return database.first("select * from network_link where name = ?", this::link, name);
  }

  Optional<NetworkLink> byId(ClientId id) {
    return database.first("select * from network_link where id = ?", this::link, id.value());
  }

  void add(NetworkLink link) {
    database.update(
        """
        insert into network_link (id, name, network, profile, port, partial_approval, unknown_original_code,
          connection_count_max, in_flight_count_max, echo_idle_seconds)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        link.id().value(),
        link.name(),
        link.network(),
        link.profile(),
        link.port(),
        link.partialApproval().name().toLowerCase(Locale.ROOT),
        link.unknownOriginalCode(),
        link.connectionCountMax(),
        link.inFlightCountMax(),
        link.echoIdle().toSeconds());
  }

  private NetworkLink link(Database.Row row) throws SQLException {
    var name = row.text("name");
    return new NetworkLink(
        new ClientId(row.uuid("id")),
        name,
        row.text("network"),
        row.text("profile"),
        settings.portOf(name).orElse(row.integer("port")),
        PartialApproval.valueOf(row.text("partial_approval").toUpperCase(Locale.ROOT)),
        row.text("unknown_original_code"),
        row.integer("connection_count_max"),
        row.integer("in_flight_count_max"),
        Duration.ofSeconds(row.integer("echo_idle_seconds")));
  }
}

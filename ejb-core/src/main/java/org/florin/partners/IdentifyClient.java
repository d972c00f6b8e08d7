package org.florin.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.florin.kernel.ClientId;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/**
 * Tells which partner a key belongs to. What was read is believed for {@link #FRESHNESS}, so that a
 * revoked key stops working within that time on every node.
 */
@ApplicationScoped
public class IdentifyClient {

  /** How long a key read from the database is believed. */
  public static final Duration FRESHNESS = Duration.ofSeconds(5);

  private static final int REMEMBERED_MAX = 10_000;

  private record Known(Optional<ApiClient> client, Instant until) {}

  private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

  @Inject Database database;

  /** The partner whose live key this is. */
  public Optional<ApiClient> handle(String key) {
    var hash = hash(key);
    var name = HexFormat.of().formatHex(hash);
    var now = SystemTime.now();
    var remembered = known.get(name);
    if (remembered != null && remembered.until().isAfter(now)) {
      return remembered.client();
    }
    var client = read(hash);
    if (known.size() >= REMEMBERED_MAX) {
      known.clear();
    }
    known.put(name, new Known(client, now.plus(FRESHNESS)));
    return client;
  }

  /** Reads the key again when it is next used. */
  void forget(String key) {
    known.remove(HexFormat.of().formatHex(hash(key)));
  }

  private Optional<ApiClient> read(byte[] hash) {
    return database.first(
        """
        update api_key set last_used_at = clock_timestamp() from api_client client
        where key_hash = ? and client.id = api_key.client_id and client.disabled_at is null
          and revoked_at is null and (expires_at is null or expires_at > clock_timestamp())
        returning client.id, client.name, client.sandbox, scopes, client.requests_per_second, client.requests_at_once
        """,
        row ->
            new ApiClient(
                new ClientId(row.uuid("id")),
                row.text("name"),
                row.flag("sandbox"),
                row.texts("scopes").stream()
                    .flatMap(code -> Scope.ofCode(code).stream())
                    .collect(Collectors.toUnmodifiableSet()),
                rate(row)),
        hash);
  }

  private static Optional<RequestRate> rate(Database.Row row) throws SQLException {
    var perSecond = row.integer("requests_per_second");
    return perSecond == 0
        ? Optional.empty()
        : Optional.of(new RequestRate(perSecond, row.integer("requests_at_once")));
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

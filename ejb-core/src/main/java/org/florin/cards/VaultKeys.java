package org.florin.cards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.florin.kernel.SystemTime;
import org.florin.platform.sql.Database;

/**
 * The vault's data keys in their wrapped form; the key that unwraps them is not in the database.
 */
@ApplicationScoped
public class VaultKeys {

  /** One wrapped data key. */
  @SuppressWarnings("ArrayRecordComponent")
  public record WrappedKey(int version, byte[] wrapped) {}

  @Inject Database database;

  /** The key that new numbers are sealed with. */
  public Optional<WrappedKey> latest() {
    return database.first(
        "select version, wrapped from vault_key order by version desc limit 1",
        row -> new WrappedKey(row.integer("version"), row.bytes("wrapped")));
  }

  /** A key by its version. */
  public Optional<WrappedKey> byVersion(int version) {
    return database.first(
        "select version, wrapped from vault_key where version = ?",
        row -> new WrappedKey(row.integer("version"), row.bytes("wrapped")),
        version);
  }

  /**
   * Stores a key unless the version is there already, and answers what is stored: of several nodes
   * that start together, all use the key of the first. A transaction of its own, so that a number
   * is never sealed with a key that was rolled back.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public WrappedKey keepFirst(WrappedKey key) {
    database.update(
        "insert into vault_key (version, wrapped, created_at) values (?, ?, ?)"
            + " on conflict do nothing",
        key.version(),
        key.wrapped(),
        SystemTime.now());
    return byVersion(key.version()).orElseThrow();
  }
}

package org.florin.platform.lease;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.OptionalLong;
import org.florin.platform.sql.Database;

/** Rights to act that one node holds at a time; time is the database's. */
@ApplicationScoped
public class Leases {

  @Inject Database database;

  /**
   * Takes or prolongs a lease, in a transaction of its own.
   *
   * @param holder who asks; the same holder may ask again and again
   * @return the fencing token, which grows with every change of holder; empty while another holds
   *     it
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public OptionalLong acquire(String name, String holder, Duration time) {
    return database
        .first(
            """
            insert into lease as held (name, holder, token, expires_at)
            values (?, ?, 1, clock_timestamp() + ? * interval '1 millisecond')
            on conflict (name) do update set
              token = held.token + case when held.holder = excluded.holder then 0 else 1 end,
              holder = excluded.holder, expires_at = excluded.expires_at
            where held.holder = excluded.holder or held.expires_at < clock_timestamp()
            returning token
            """,
            row -> OptionalLong.of(row.number("token")),
            name,
            holder,
            time.toMillis())
        .orElse(OptionalLong.empty());
  }

  /** Gives a lease back, if the holder still has it. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void release(String name, String holder) {
    database.update(
        "update lease set expires_at = clock_timestamp() where name = ? and holder = ?",
        name,
        holder);
  }
}

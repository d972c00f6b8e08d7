package org.florin.batch.holds;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.florin.authorization.ExpireHolds;
import org.florin.platform.lease.Leases;

/** Every minute, on one node: releases what is due, in chunks of a transaction each. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HoldExpiryTimer {

  private static final String LEASE = "hold-expiry";
  private static final Duration LEASE_TIME = Duration.ofMinutes(2);
  private static final int CHUNK_SIZE = 200;

  private final String node = UUID.randomUUID().toString();

  @Inject Leases leases;
  @Inject ExpireHolds expire;

  @Schedule(hour = "*", minute = "*", persistent = false)
  void release() {
    var held = leases.acquire(LEASE, node, LEASE_TIME);
    while (held.isPresent() && expire.handle(CHUNK_SIZE) == CHUNK_SIZE) {
      held = leases.acquire(LEASE, node, LEASE_TIME);
    }
  }
}

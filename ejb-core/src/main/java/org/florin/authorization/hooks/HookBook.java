package org.florin.authorization.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.florin.kernel.SystemTime;
import org.jspecify.annotations.Nullable;

/** Which programs ask a partner; a change in the database is seen within seconds, on every node. */
@ApplicationScoped
public class HookBook {

  /** How old what is known may be. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(5);

  private record Read(Map<String, PartnerHook> hooks, Instant staleAt) {}

  @Inject HookRows rows;

  private volatile @Nullable Read read;

  /** The hook of a program. */
  public Optional<PartnerHook> of(String productCode) {
    var known = read;
    var now = SystemTime.now();
    if (known == null || !now.isBefore(known.staleAt())) {
      known = new Read(rows.all(), now.plus(STALE_AFTER));
      read = known;
    }
    return Optional.ofNullable(known.hooks().get(productCode));
  }

  /** Reads again when next asked. */
  void forget() {
    read = null;
  }
}

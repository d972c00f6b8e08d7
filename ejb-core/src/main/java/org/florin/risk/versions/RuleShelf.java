package org.florin.risk.versions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.florin.kernel.SystemTime;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force, kept in memory; a promotion on any node is seen within seconds. Most looks
 * cost one small query at most, as a file is read anew only when another version stands there.
 */
@ApplicationScoped
public class RuleShelf {

  private static final Duration STALE_AFTER = Duration.ofSeconds(2);

  private record Read(RulesInForce rules, Instant staleAt) {}

  @Inject RulesInForceReader reader;

  private volatile @Nullable Read read;

  /** The rules; at most two seconds old. */
  public RulesInForce current() {
    var known = read;
    var now = SystemTime.now();
    if (known != null && now.isBefore(known.staleAt())) {
      return known.rules();
    }
    var fresh = reader.read(known == null ? null : known.rules());
    read = new Read(fresh, now.plus(STALE_AFTER));
    return fresh;
  }
}

package org.florin.authorization.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.florin.kernel.SystemTime;
import org.jspecify.annotations.Nullable;

/** The rules in effect now; a change in the database is seen within seconds, on every node. */
@ApplicationScoped
public class RuleBook {

  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  private record Read(PaymentRules rules, Instant staleAt) {}

  @Inject RuleRows rows;

  private volatile @Nullable Read read;

  /** The rules; at most five seconds old. */
  public PaymentRules current() {
    var known = read;
    var now = SystemTime.now();
    if (known != null && now.isBefore(known.staleAt())) {
      return known.rules();
    }
    var fresh = rows.inEffect();
    read = new Read(fresh, now.plus(STALE_AFTER));
    return fresh;
  }
}

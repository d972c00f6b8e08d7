package org.florin.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.florin.kernel.ClientId;
import org.florin.kernel.SystemTime;

/**
 * Holds partners to their rates, each node for itself. What a partner has left lives in memory: a
 * restart is generous for a moment, and never stricter than the rate.
 */
@ApplicationScoped
public class RateLimits {

  private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

  private final ConcurrentMap<ClientId, Allowance> allowances = new ConcurrentHashMap<>();

  /** How long the partner has to wait before its next request; zero if this one is within. */
  public Duration take(ApiClient client) {
    return client
        .rate()
        .map(
            rate ->
                allowances
                    .compute(
                        client.id(),
                        (id, known) ->
                            known != null && known.rate().equals(rate)
                                ? known
                                : Allowance.full(rate))
                    .take(SystemTime.now()))
        .orElse(Duration.ZERO);
  }

  /** A full bucket's worth of requests, refilled drop by drop; counted in nanoseconds of refill. */
  static final class Allowance {

    private final RequestRate rate;
    private final long requestNanos;
    private Instant fullAt = Instant.EPOCH;

    private Allowance(RequestRate rate) {
      this.rate = rate;
      this.requestNanos = SECOND_NANOS / rate.perSecond();
    }

    static Allowance full(RequestRate rate) {
      return new Allowance(rate);
    }

    RequestRate rate() {
      return rate;
    }

    /** Takes one request if there is one left. */
    synchronized Duration take(Instant now) {
      var from = fullAt.isAfter(now) ? fullAt : now;
      var afterwards = from.plusNanos(requestNanos);
      var emptyAt = now.plusNanos(requestNanos * rate.atOnce());
      if (afterwards.isAfter(emptyAt)) {
        return Duration.between(emptyAt, afterwards);
      }
      fullAt = afterwards;
      return Duration.ZERO;
    }
  }
}

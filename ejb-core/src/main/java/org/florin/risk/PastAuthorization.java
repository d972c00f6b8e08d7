package org.florin.risk;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.CardId;
import org.florin.kernel.GeoPoint;

/**
 * An earlier authorization of the account, as it was decided: what came after the decision
 * (reversals, clearings) isn't looked at, so that history reads the same at any later time.
 *
 * @param approvedMinor zero if declined
 */
public record PastAuthorization(
    CardId card,
    Instant at,
    long requestedMinor,
    long approvedMinor,
    boolean approved,
    boolean cash,
    boolean cardPresent,
    String merchantId,
    String merchantCategory,
    String merchantCountry,
    Optional<String> merchantState,
    Optional<GeoPoint> location) {}

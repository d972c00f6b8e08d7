package org.florin.access;

import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;

/** A user of the portal. */
public record PortalUserView(
    UserId id,
    String username,
    Role role,
    Optional<CustomerId> customer,
    boolean disabled,
    Optional<Instant> lockedUntil,
    Optional<Instant> lastSignedInAt,
    Instant createdAt) {}

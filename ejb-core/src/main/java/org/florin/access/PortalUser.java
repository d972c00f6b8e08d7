package org.florin.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.florin.kernel.CustomerId;
import org.florin.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in to the portal. */
@Entity
@Table(name = "portal_user")
class PortalUser {

  static final int FAILURES_MAX = 10;
  private static final Duration LOCKED_FOR = Duration.ofMinutes(30);

  @Id private UUID id;
  private String username;
  private String role;

  @Column(name = "customer_id")
  private @Nullable UUID customerId;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "failed_attempts")
  private int failedAttempts;

  @Column(name = "locked_until")
  private @Nullable Instant lockedUntil;

  private boolean disabled;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_signed_in_at")
  private @Nullable Instant lastSignedInAt;

  @Version private long version;

  protected PortalUser() {}

  static PortalUser enrol(
      String username, Role role, Optional<CustomerId> customer, String passwordHash, Instant now) {
    if (role.isStaff() == customer.isPresent()) {
      throw new IllegalArgumentException("a cardholder has a customer, staff have none");
    }
    var user = new PortalUser();
    user.id = UserId.create().value();
    user.username = username;
    user.role = role.word();
    user.customerId = customer.map(CustomerId::value).orElse(null);
    user.passwordHash = passwordHash;
    user.createdAt = now;
    return user;
  }

  boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  boolean isDisabled() {
    return disabled;
  }

  void signedIn(Instant now) {
    failedAttempts = 0;
    lockedUntil = null;
    lastSignedInAt = now;
  }

  /** Counts a failure; the tenth in a row locks. */
  void failed(Instant now) {
    if (lockedUntil != null && !now.isBefore(lockedUntil)) {
      failedAttempts = 0;
      lockedUntil = null;
    }
    failedAttempts++;
    if (failedAttempts >= FAILURES_MAX) {
      lockedUntil = now.plus(LOCKED_FOR);
    }
  }

  void rehash(String newHash) {
    passwordHash = newHash;
  }

  void disable() {
    disabled = true;
  }

  void enable() {
    disabled = false;
    failedAttempts = 0;
    lockedUntil = null;
  }

  String passwordHash() {
    return passwordHash;
  }

  UserId id() {
    return new UserId(id);
  }

  PortalUserView view() {
    return new PortalUserView(
        id(),
        username,
        Role.of(role),
        Optional.ofNullable(customerId).map(CustomerId::new),
        disabled,
        Optional.ofNullable(lockedUntil),
        Optional.ofNullable(lastSignedInAt),
        createdAt);
  }
}

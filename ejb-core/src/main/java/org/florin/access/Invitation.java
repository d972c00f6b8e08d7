package org.florin.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.florin.kernel.CustomerId;
import org.florin.kernel.EventId;
import org.jspecify.annotations.Nullable;

/** The right to enrol once as the cardholder of a customer. */
@Entity
@Table(name = "invitation")
class Invitation {

  /** What the secret in an invitation's link is for. */
  static final String PROOF = "invitation";

  private static final Duration VALID_FOR = Duration.ofDays(14);

  @Id private UUID id;

  @Column(name = "customer_id")
  private UUID customerId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Version private long version;

  protected Invitation() {}

  static Invitation create(CustomerId customer, Instant now) {
    var invitation = new Invitation();
    invitation.id = EventId.create().value();
    invitation.customerId = customer.value();
    invitation.createdAt = now;
    invitation.expiresAt = now.plus(VALID_FOR);
    return invitation;
  }

  boolean isUsable(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  void use(Instant now) {
    if (!isUsable(now)) {
      throw new IllegalStateException("the invitation is used or too old");
    }
    usedAt = now;
  }

  UUID id() {
    return id;
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Instant expiresAt() {
    return expiresAt;
  }
}

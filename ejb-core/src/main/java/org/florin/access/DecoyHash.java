package org.florin.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** A hash of nothing anybody knows, so that an unknown user costs as much time as a known one. */
@ApplicationScoped
class DecoyHash {

  @Inject PasswordHasher hasher;

  private String hash = "";

  @PostConstruct
  void compute() {
    hash = hasher.hash(UUID.randomUUID().toString());
  }

  String value() {
    return hash;
  }
}

package org.florin.partners;

import java.util.Optional;
import java.util.Set;
import org.florin.kernel.ClientId;

/**
 * A partner as one of its keys identifies it.
 *
 * @param sandbox may simulate, and is told of nothing but test money
 * @param rate of its requests; empty if it may make as many as it likes
 */
public record ApiClient(
    ClientId id, String name, boolean sandbox, Set<Scope> scopes, Optional<RequestRate> rate) {

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }
}

package org.florin.partners;

import java.util.Set;
import org.florin.kernel.ClientId;

/**
 * A partner as one of its keys identifies it.
 *
 * @param sandbox may simulate, and is told of nothing but test money
 */
public record ApiClient(ClientId id, String name, boolean sandbox, Set<Scope> scopes) {

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }
}

package org.florin.api.security;

import jakarta.enterprise.context.RequestScoped;
import org.florin.kernel.Actor;
import org.florin.kernel.ClientId;
import org.florin.partners.ApiClient;
import org.jspecify.annotations.Nullable;

/** The partner that makes the present request. */
@RequestScoped
public class Caller {

  private @Nullable ApiClient client;

  void identify(ApiClient identified) {
    client = identified;
  }

  /**
   * @throws IllegalStateException in an operation that needs no key
   */
  public ApiClient client() {
    if (client == null) {
      throw new IllegalStateException("nobody was identified");
    }
    return client;
  }

  public ClientId id() {
    return client().id();
  }

  /** The partner as the audit trail names it. */
  public Actor actor() {
    return new Actor(id().toString(), "api");
  }
}

package org.florin.api.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.florin.api.problem.Problem;
import org.florin.partners.IdentifyClient;
import org.florin.partners.RateLimits;
import org.jspecify.annotations.Nullable;

/** Lets a request through if its key is live and allows the operation; denies by default. */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

  private static final String BEARER = "Bearer ";

  @Context @Nullable ResourceInfo resource;
  @Inject IdentifyClient clients;
  @Inject RateLimits rates;
  @Inject Caller caller;

  @Override
  public void filter(ContainerRequestContext request) {
    var method = resource == null ? null : resource.getResourceMethod();
    if (method == null || method.isAnnotationPresent(Public.class)) {
      return;
    }
    var header = request.getHeaderString("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      throw Problem.unauthorized("Send your API key as 'Authorization: Bearer <key>'.");
    }
    var client =
        clients
            .handle(header.substring(BEARER.length()).strip())
            .orElseThrow(() -> Problem.unauthorized("The key is not valid."));
    var wait = rates.take(client);
    if (wait.isPositive()) {
      throw Problem.tooManyRequests(wait);
    }
    var required = method.getAnnotation(RequiresScope.class);
    if (required != null && !client.may(required.value())) {
      throw Problem.missingScope(required.value().code());
    }
    if (required == null && !method.isAnnotationPresent(AnyScope.class)) {
      throw Problem.missingScope("(none opens this operation)");
    }
    caller.identify(client);
  }
}

package org.florin.api.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.florin.kernel.EventId;

/** Gives each request an id, the caller's own if it sent a usable one, and each answer the same. */
@Provider
@PreMatching
@Priority(1)
public class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** Header and request property. */
  public static final String REQUEST_ID = "Request-Id";

  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Override
  public void filter(ContainerRequestContext request) {
    var given = request.getHeaderString(REQUEST_ID);
    request.setProperty(
        REQUEST_ID,
        given != null && USABLE.matcher(given).matches()
            ? given
            : EventId.create().toString().replace("evt_", "req_"));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    var id = request.getProperty(REQUEST_ID);
    if (id != null) {
      headers.putSingle(REQUEST_ID, id);
    }
    headers.putSingle("Cache-Control", "no-store");
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
}

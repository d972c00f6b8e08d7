package org.florin.api.clearings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonText;
import org.florin.api.security.RequiresScope;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** What merchants present for payment; always posts. */
@ApplicationScoped
@Path("/clearings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClearingsResource {

  @Inject Presentments presentments;

  @POST
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(
      operationId = "postClearings",
      summary = "Book a presentment, with its authorization if there is one")
  public Response clear(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    return presentments.book(key, "/clearings", body, PresentmentRequest.clearing(body));
  }
}

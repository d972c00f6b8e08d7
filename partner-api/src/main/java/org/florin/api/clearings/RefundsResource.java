package org.florin.api.clearings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.authorizations.AuthorizationsResource;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.security.RequiresScope;
import org.florin.partners.Scope;
import org.florin.platform.json.JsonParts;
import org.jspecify.annotations.Nullable;

/** Credits of merchants: announced by an authorization, or booked. */
@ApplicationScoped
@Path("/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RefundsResource {

  private static final String AUTHORIZATION = "authorization";
  private static final String REFUND = "refund";

  @Inject Presentments presentments;
  @Inject AuthorizationsResource authorizations;

  /** An announced credit answers like any authorization, a booked one with its transaction. */
  @POST
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(
      operationId = "postRefunds",
      summary = "Announce a refund (type authorization) or book one (type refund)")
  public CompletionStage<Response> refund(
      @HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    return isAuthorization(body)
        ? authorizations.authorize(key, "POST /refunds", asAuthorization(body))
        : CompletableFuture.completedFuture(
            presentments.book(key, "/refunds", body, PresentmentRequest.refund(body)));
  }

  private static boolean isAuthorization(JsonObject body) {
    if (!body.containsKey("type")) {
      return false;
    }
    if (body.get("type") instanceof JsonString type
        && (type.getString().equals(AUTHORIZATION) || type.getString().equals(REFUND))) {
      return type.getString().equals(AUTHORIZATION);
    }
    var wrong = JsonBody.of(JsonParts.object().build());
    wrong.complain("type", "value", "Must be authorization or refund.");
    wrong.complete();
    return false;
  }

  private static JsonObject asAuthorization(JsonObject body) {
    return JsonParts.object(body).remove("type").add("kind", "refund").build();
  }
}

package org.florin.api.simulate;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.ExpireHolds;
import org.florin.authorization.HeldAuthorizations;
import org.florin.kernel.AuthorizationId;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** The passing of time for a hold, whichever door it came through. */
@Path("/simulate/authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SimulatedHoldsResource {

  @Inject Sandbox sandbox;
  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject ExpireHolds expire;

  @POST
  @Path("/{id}/expire")
  @RequiresScope(Scope.SIMULATE)
  @Operation(operationId = "expireSimulate", summary = "Let any hold expire now (sandbox)")
  public Response expire(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    sandbox.enter();
    var body = JsonText.readOrEmpty(text);
    JsonBody.of(body).complete();
    var authorization = Ids.of(id, AuthorizationId::parse);
    var origin = new HeldAuthorizations.Origin(caller.id().toString(), "api");
    return post.execute(
        post.key(key, "POST /simulate/authorizations/" + authorization + "/expire", body),
        () ->
            IdempotentPost.created(
                written(expire.handle(authorization, origin).orElseThrow(Problem::notFound))));
  }

  private static String written(AuthorizationSnapshot snapshot) {
    return JsonText.write(
        json ->
            json.write("id", snapshot.id().toString())
                .write("status", snapshot.status().code())
                .write("held_amount", snapshot.held().minor()));
  }
}

package org.florin.api.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonText;
import org.florin.api.security.AnyScope;
import org.florin.api.security.Caller;
import org.florin.api.security.Public;
import org.florin.kernel.BusinessClock;

/** Who am I, and how is the bank. */
@ApplicationScoped
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

  @Inject Caller caller;
  @Inject BusinessClock clock;

  /** Reads the database: an answer means that requests can be served. */
  @GET
  @Path("status")
  @Public
  @Operation(
      operationId = "statusStatus",
      summary = "Whether the bank is open, and its business date")
  public String status() {
    return JsonText.write(
        json ->
            json.write("object", "status")
                .write("status", "open")
                .write("business_date", clock.businessDate().toString())
                .write("time", clock.now().toString()));
  }

  @GET
  @Path("me")
  @AnyScope
  @Operation(operationId = "meStatus", summary = "The partner this key belongs to")
  public String me() {
    var client = caller.client();
    return JsonText.write(
        json -> {
          json.write("id", client.id().toString())
              .write("object", "client")
              .write("name", client.name())
              .write("sandbox", client.sandbox())
              .write("business_date", clock.businessDate().toString())
              .writeStartArray("scopes");
          client.scopes().stream().map(scope -> scope.code()).sorted().forEach(json::write);
          json.writeEnd();
        });
  }
}

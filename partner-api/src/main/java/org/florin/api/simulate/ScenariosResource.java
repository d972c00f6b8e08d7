package org.florin.api.simulate;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.CardId;
import org.florin.networks.PlayScenario;
import org.florin.networks.Scenario;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** Messages of the world outside, sent over the wire by simulated senders. */
@Path("/simulate/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ScenariosResource {

  private static final long AMOUNT_MAX = 999_999_999_999L;
  private static final CardId NONE = new CardId(new UUID(0, 0));

  @Inject Sandbox sandbox;
  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject PlayScenario play;

  @GET
  @RequiresScope(Scope.SIMULATE)
  @Operation(operationId = "listSimulate", summary = "What can be simulated (sandbox)")
  public String list() {
    sandbox.enter();
    return JsonText.write(
        json -> {
          json.writeStartArray("data");
          for (var scenario : Scenario.values()) {
            json.writeStartObject()
                .write("name", scenario.code())
                .write("description", scenario.description())
                .writeEnd();
          }
          json.writeEnd();
        });
  }

  @POST
  @Path("/{name}")
  @RequiresScope(Scope.SIMULATE)
  @Operation(operationId = "playSimulate", summary = "Have a sender play a scenario (sandbox)")
  public Response play(
      @PathParam("name") String name,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    sandbox.enter();
    var scenario = Scenario.ofCode(name).orElseThrow(Problem::notFound);
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var card = members.read("card", CardId::parse, "Must be a card id.", NONE);
    var amount = members.integer("amount", 1, AMOUNT_MAX);
    members.complete();
    var requestKey = post.key(key, "POST /simulate/scenarios/" + name, body);
    return post.replay(requestKey)
        .orElseGet(
            () -> {
              var exchanges =
                  play.handle(new PlayScenario.Command(scenario, card, amount, caller.actor()))
                      .orElseThrow(Problem::notFound);
              return post.execute(requestKey, () -> IdempotentPost.created(written(exchanges)));
            });
  }

  private static String written(List<PlayScenario.Exchange> exchanges) {
    return JsonText.write(
        json -> {
          json.writeStartArray("exchanges");
          for (var exchange : exchanges) {
            json.writeStartObject().write("sent", exchange.sent());
            Members.write(json, "answer", exchange.answer());
            json.writeEnd();
          }
          json.writeEnd();
        });
  }
}

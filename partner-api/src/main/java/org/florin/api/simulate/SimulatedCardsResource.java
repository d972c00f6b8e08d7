package org.florin.api.simulate;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.cards.RevealCard;
import org.florin.kernel.CardId;
import org.florin.partners.Scope;

/** Test cards as their holders see them. */
@Path("/simulate/cards")
@Produces(MediaType.APPLICATION_JSON)
public class SimulatedCardsResource {

  @Inject Sandbox sandbox;
  @Inject Caller caller;
  @Inject RevealCard reveal;

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.SIMULATE)
  @Operation(operationId = "revealSimulate", summary = "What is printed on a card (sandbox)")
  public String reveal(@PathParam("id") String id) {
    sandbox.enter();
    var card = Ids.of(id, CardId::parse);
    var printed =
        reveal.handle(new RevealCard.Command(card, caller.actor())).orElseThrow(Problem::notFound);
    return JsonText.write(
        json -> {
          json.write("card", card.toString())
              .write("number", printed.pan())
              .write("expiry_month", printed.expiryMonth())
              .write("expiry_year", printed.expiryYear());
          Members.write(json, "security_code", printed.securityCode());
        });
  }
}

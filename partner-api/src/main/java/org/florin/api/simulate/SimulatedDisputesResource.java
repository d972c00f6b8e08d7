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
import org.florin.api.disputes.DisputeJson;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.disputes.AdvanceDispute;
import org.florin.disputes.DisputeOutcome;
import org.florin.disputes.DisputeStep;
import org.florin.disputes.Resolution;
import org.florin.disputes.ResolveDispute;
import org.florin.kernel.DisputeId;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** What the back office does with a dispute. */
@Path("/simulate/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SimulatedDisputesResource {

  private static final long AMOUNT_MAX_MINOR = 999_999_999_999L;
  private static final String NOTE = "simulated";

  @Inject Sandbox sandbox;
  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject AdvanceDispute advance;
  @Inject ResolveDispute resolve;

  @POST
  @Path("/{id}/steps")
  @RequiresScope(Scope.SIMULATE)
  @Operation(
      operationId = "stepSimulate",
      summary = "Have the back office take a step of a dispute (sandbox)",
      description =
          "step: acknowledge, investigate, credit, resolve_for_cardholder, resolve_for_merchant or"
              + " correct_in_part (with credited_amount).")
  public Response take(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    sandbox.enter();
    var object = JsonText.read(text);
    var dispute = Ids.of(id, DisputeId::parse);
    var requestKey = post.key(key, "POST /simulate/disputes/" + dispute + "/steps", object);
    var body = JsonBody.of(object);
    var step =
        body.read(
            "step",
            code -> Codes.lowerCase(code, DisputeStep::valueOf),
            "Must be a step of the back office.",
            DisputeStep.ACKNOWLEDGE);
    var credited = body.optionalInteger("credited_amount", 1, AMOUNT_MAX_MINOR).orElse(0L);
    var recovered = body.optionalInteger("recovered_amount", 0, AMOUNT_MAX_MINOR).orElse(0L);
    body.complete();
    return post.execute(
        requestKey,
        () ->
            switch (take(dispute, step, credited, recovered)) {
              case DisputeOutcome.Done done ->
                  IdempotentPost.ok(
                      JsonText.write(json -> DisputeJson.write(json, done.dispute())));
              case DisputeOutcome.NotFound ignored -> throw Problem.notFound();
              case DisputeOutcome.NotPossible not ->
                  throw Problem.conflict("step_not_possible", not.why());
            });
  }

  private DisputeOutcome take(DisputeId dispute, DisputeStep step, long credited, long recovered) {
    return switch (step) {
      case ACKNOWLEDGE -> advance(dispute, AdvanceDispute.Step.ACKNOWLEDGE);
      case INVESTIGATE -> advance(dispute, AdvanceDispute.Step.INVESTIGATE);
      case CREDIT -> advance(dispute, AdvanceDispute.Step.CREDIT);
      case RESOLVE_FOR_CARDHOLDER -> resolve(dispute, new Resolution.ForCardholder(recovered));
      case RESOLVE_FOR_MERCHANT -> resolve(dispute, new Resolution.ForMerchant());
      case CORRECT_IN_PART -> resolve(dispute, new Resolution.InPart(credited, recovered));
      case OPEN, WITHDRAW ->
          throw Problem.unprocessable("not_the_banks_step", "The cardholder takes that step.");
    };
  }

  private DisputeOutcome advance(DisputeId dispute, AdvanceDispute.Step step) {
    return advance.handle(new AdvanceDispute.Command(dispute, step, NOTE, caller.actor()));
  }

  private DisputeOutcome resolve(DisputeId dispute, Resolution resolution) {
    return resolve.handle(new ResolveDispute.Command(dispute, resolution, NOTE, caller.actor()));
  }
}

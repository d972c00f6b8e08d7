package org.florin.api.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.disputes.LetterKind;
import org.florin.disputes.ShowDisputeLetter;
import org.florin.partners.Scope;

/** What is written to the cardholder about a dispute. */
@ApplicationScoped
@Path("/disputes/{id}/letters/{kind}")
public class DisputeLettersResource {

  @Inject OwnDisputes own;
  @Inject ShowDisputeLetter letters;

  @GET
  @Produces("application/pdf")
  @RequiresScope(Scope.DISPUTES_READ)
  @Operation(
      operationId = "letterDisputes",
      summary = "A letter to the cardholder, as PDF",
      description = "acknowledgement or outcome; the same bytes for ever.")
  public Response get(@PathParam("id") String id, @PathParam("kind") String kind) {
    var letter = Ids.of(kind, code -> Codes.lowerCase(code, LetterKind::valueOf));
    return Response.ok(letters.pdf(own.get(id).id(), letter).orElseThrow(Problem::notFound))
        .header("Content-Disposition", "inline; filename=\"" + letter.code() + ".pdf\"")
        .build();
  }
}

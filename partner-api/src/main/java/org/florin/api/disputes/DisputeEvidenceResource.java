package org.florin.api.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.disputes.AddEvidence;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** What is handed in with a dispute. */
@ApplicationScoped
@Path("/disputes/{id}/evidence")
public class DisputeEvidenceResource {

  @Inject Caller caller;
  @Inject OwnDisputes own;
  @Inject AddEvidence add;

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Produces(MediaType.APPLICATION_JSON)
  @RequiresScope(Scope.DISPUTES_WRITE)
  @Operation(
      operationId = "evidenceDisputes",
      summary = "Hand in a file",
      description =
          "The body is a PDF, PNG or JPEG file, byte by byte; what it is is told by its content. The"
              + " content is its identity, so no Idempotency-Key is needed.")
  public Response add(
      @PathParam("id") String id, @QueryParam("name") @Nullable String name, InputStream content)
      throws IOException {
    var dispute = own.get(id).id();
    if (name == null
        || name.isBlank()
        || name.length() > AddEvidence.NAME_LENGTH_MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      throw refused(
          "name", "Name the file, in 1 to " + AddEvidence.NAME_LENGTH_MAX + " characters.");
    }
    var bytes = content.readNBytes(add.bytesMax() + 1);
    if (bytes.length > add.bytesMax()) {
      throw Problem.tooLarge(add.bytesMax());
    }
    return switch (add.handle(new AddEvidence.Command(dispute, name, bytes, caller.actor()))) {
      case AddEvidence.Outcome.Kept kept ->
          Response.status(Response.Status.CREATED)
              .entity(JsonText.write(json -> DisputeJson.write(json, kept.evidence())))
              .build();
      case AddEvidence.Outcome.Refused refused -> throw refused("content", refused.why());
    };
  }

  private static Problem refused(String field, String why) {
    return Problem.invalid(List.of(new FieldError("/" + field, "refused", why)));
  }
}

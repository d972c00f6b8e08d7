package org.florin.api.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.applications.WriteAdverseActionNotice;
import org.florin.partners.Scope;

/** The notice of a refusal or counteroffer. */
@ApplicationScoped
@Path("/applications/{id}/notice")
public class ApplicationNoticeResource {

  @Inject OwnApplications own;
  @Inject WriteAdverseActionNotice notice;

  @GET
  @Produces("application/pdf")
  @RequiresScope(Scope.APPLICATIONS_READ)
  @Operation(
      operationId = "noticeApplications",
      summary = "The notice of a refusal or counteroffer, as an accessible PDF; always the same")
  public Response get(@PathParam("id") String id) {
    var pdf = notice.handle(own.byId(id).id()).orElseThrow(Problem::notFound);
    return Response.ok(pdf)
        .header("Content-Disposition", "inline; filename=\"notice.pdf\"")
        .build();
  }
}

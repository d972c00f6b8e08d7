package org.florin.api.statements;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.Ids;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.StatementId;
import org.florin.partners.Scope;
import org.florin.statements.FindStatements;
import org.florin.statements.ShowStatement;

/** One statement, as data or as people read it. */
@Path("/statements")
public class StatementsResource {

  private static final MediaType PDF = new MediaType("application", "pdf");
  private static final MediaType HTML = new MediaType("text", "html", "UTF-8");
  private static final List<Variant> VARIANTS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, HTML, PDF).build();

  @Inject FindStatements find;
  @Inject ShowStatement show;

  @GET
  @Path("/{id}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "application/pdf"})
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "getStatements",
      summary = "One statement",
      description =
          "As application/json, text/html or application/pdf; the same bytes for ever. Amounts are"
              + " minor units. interest_charges explains each amount: the days behind it with"
              + " balance, rate and what was free of interest.")
  public Response get(@PathParam("id") String id, @Context Request request) {
    var statement = find.byId(Ids.of(id, StatementId::parse)).orElseThrow(Problem::notFound);
    var chosen = request.selectVariant(VARIANTS);
    if (chosen == null || chosen.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      return Response.ok(statement.document(), MediaType.APPLICATION_JSON_TYPE).build();
    }
    if (chosen.getMediaType().isCompatible(PDF)) {
      return Response.ok(show.pdf(statement.id()).orElseThrow(Problem::notFound), PDF)
          .header(
              "Content-Disposition",
              "inline; filename=\"statement-" + statement.closedOn() + ".pdf\"")
          .build();
    }
    return Response.ok(show.html(statement.id()).orElseThrow(Problem::notFound), HTML).build();
  }
}

package org.florin.api.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
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
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.FindRiskTraces;
import org.florin.authorization.RiskTrace;
import org.florin.kernel.AuthorizationId;
import org.florin.partners.Scope;

/** Which risk rules an authorization met, and what they saw. */
@ApplicationScoped
@Path("/authorizations/{id}/risk")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorizationRiskResource {

  @Inject Caller caller;
  @Inject FindAuthorizations authorizations;
  @Inject FindRiskTraces traces;

  @GET
  @RequiresScope(Scope.RISK_READ)
  @Operation(
      operationId = "riskAuthorizations",
      summary = "What risk rules found about an authorization, version by version")
  public String get(@PathParam("id") String id) {
    var authorization =
        authorizations
            .byId(Ids.of(id, AuthorizationId::parse))
            .filter(found -> found.client().equals(caller.id()))
            .orElseThrow(Problem::notFound);
    var found = traces.ofAuthorization(authorization.id());
    return JsonText.write(
        json -> {
          json.write("authorization", authorization.id().toString())
              .write("object", "risk_traces")
              .writeStartArray("data");
          found.forEach(trace -> write(json, trace));
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, RiskTrace trace) {
    json.writeStartObject()
        .write("element", trace.element())
        .write("version", trace.version())
        .write("decides", trace.decides())
        .write("would_approve", trace.wouldApprove())
        .write("at", trace.at().toString())
        .writeStartArray("rules");
    trace.hits().forEach(hit -> write(json, hit));
    json.writeEnd().writeEnd();
  }

  private static void write(JsonGenerator json, RiskTrace.Hit hit) {
    json.writeStartObject()
        .write("id", hit.rule())
        .write("name", hit.name())
        .write("reason", hit.reason())
        .write("action", hit.action())
        .write("effect", hit.effect())
        .write("fired_for_missing", hit.open())
        .writeStartObject("attributes");
    hit.evidence().forEach((attribute, value) -> Members.write(json, attribute, value));
    json.writeEnd().writeEnd();
  }
}

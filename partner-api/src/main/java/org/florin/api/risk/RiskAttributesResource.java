package org.florin.api.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.JsonText;
import org.florin.api.security.RequiresScope;
import org.florin.partners.Scope;
import org.florin.risk.Attribute;

/** What rules may ask. */
@ApplicationScoped
@Path("/risk/attributes")
@Produces(MediaType.APPLICATION_JSON)
public class RiskAttributesResource {

  @GET
  @RequiresScope(Scope.RISK_READ)
  @Operation(operationId = "attributesRisk", summary = "All attributes that rules may ask for")
  public String list() {
    return JsonText.write(
        json -> {
          json.write("object", "risk_attributes").writeStartArray("data");
          for (var attribute : Attribute.values()) {
            write(json, attribute);
          }
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, Attribute attribute) {
    json.writeStartObject()
        .write("code", attribute.code())
        .write("type", attribute.type().code())
        .write("unit", attribute.unit())
        .write("source", attribute.source().code())
        .write("known_later", attribute.source().isKnownLater())
        .write("description", attribute.description())
        .writeStartArray("choices");
    attribute.choices().forEach(json::write);
    json.writeEnd().writeEnd();
  }
}

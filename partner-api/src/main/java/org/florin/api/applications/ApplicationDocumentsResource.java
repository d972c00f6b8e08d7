package org.florin.api.applications;

import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.applications.DocumentKind;
import org.florin.applications.FindApplications;
import org.florin.applications.SupplyDocument;
import org.florin.kernel.ApplicationId;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** Documents that an underwriter asked for. */
@ApplicationScoped
@Path("/applications/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApplicationDocumentsResource {

  @Inject Caller caller;
  @Inject OwnApplications own;
  @Inject IdempotentPost post;
  @Inject FindApplications find;
  @Inject SupplyDocument supply;

  @GET
  @RequiresScope(Scope.APPLICATIONS_READ)
  @Operation(
      operationId = "documentsApplications",
      summary = "Documents that were asked for, and which are here")
  public String list(@PathParam("id") String id) {
    var application = own.byId(id);
    return JsonText.write(
        json -> {
          json.write("application", application.id().toString());
          Members.write(json, "due_at", application.documentsDueAt());
          json.writeStartArray("data");
          for (var request : find.requests(application.id())) {
            json.writeStartObject()
                .write("kind", request.kind().word())
                .write("asked_at", request.askedAt().toString());
            Members.write(json, "supplied_at", request.suppliedAt());
            json.writeEnd();
          }
          json.writeEnd();
        });
  }

  @POST
  @RequiresScope(Scope.APPLICATIONS_WRITE)
  @Operation(
      operationId = "supplyDocumentApplications",
      summary = "Supply a document that was asked for",
      description =
          "PDF, PNG or JPEG in base64, told by what is in it. With the last one that was asked for the application goes"
              + " back to the underwriter.")
  public Response supply(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var kind =
        members.read(
            "kind",
            code -> Codes.lowerCase(code, DocumentKind::valueOf),
            "Must be identity, income or address.",
            DocumentKind.IDENTITY);
    var fileName = members.text("file_name", 100);
    var content =
        members.read(
            "content",
            encoded -> Base64.getDecoder().decode(encoded),
            "Must be base64.",
            new byte[0]);
    members.complete();
    var application = Ids.of(id, ApplicationId::parse);
    var command =
        new SupplyDocument.Command(
            application,
            Optional.of(caller.actor().name()),
            kind,
            fileName,
            content,
            caller.actor());
    return post.execute(
        post.key(key, "POST /applications/" + application + "/documents", body),
        () -> ApplicationsResource.answer(supply.handle(command)));
  }
}

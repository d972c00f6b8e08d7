package org.florin.api.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.json.Downloads;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.FileId;
import org.florin.legacyfiles.FindLegacyFiles;
import org.florin.legacyfiles.LegacyFileView;
import org.florin.legacyfiles.ReceiveFile;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** Files handed over by legacy systems and written for them. */
@ApplicationScoped
@Path("/files")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {

  @Inject Caller caller;
  @Inject ReceiveFile receive;
  @Inject FindLegacyFiles find;

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.FILES_WRITE)
  @Operation(
      operationId = "receiveFiles",
      summary = "Hand over a file",
      description =
          "The body is the file, byte by byte, of any length. What it is is told by its content. The"
              + " content is its identity: the same bytes again answer 200 with the file that is"
              + " already there, so no Idempotency-Key is needed. A file that ends inside a record"
              + " is kept as 'quarantined' and can't be imported. With sha256, content that is not what"
              + " the sender says is refused and not kept.")
  public Response receive(
      @QueryParam("system") @DefaultValue("carddemo") String system,
      @QueryParam("name") @Nullable String name,
      @QueryParam("sha256") @Nullable String sha256,
      InputStream content)
      throws IOException {
    if (name == null) {
      throw Problem.invalid(
          List.of(new FieldError("/name", "required", "Name the file: ?name=ACCTDATA.PS")));
    }
    var receipt =
        receive.handle(
            new ReceiveFile.Command(
                system, name, content, caller.actor(), Optional.ofNullable(sha256)));
    return switch (receipt) {
      case ReceiveFile.Receipt.Kept kept ->
          Response.status(kept.known() ? 200 : 201)
              .entity(
                  JsonText.write(
                      json -> {
                        write(json, kept.file());
                        json.write("known", kept.known());
                      }))
              .build();
      case ReceiveFile.Receipt.Refused refused ->
          throw Problem.invalid(
              List.of(new FieldError("/" + refused.field(), "refused", refused.reason())));
    };
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.FILES_READ)
  @Operation(operationId = "getFiles", summary = "What is known of a file")
  public String get(@PathParam("id") String id) {
    var file = find.byId(Ids.of(id, FileId::parse)).orElseThrow(Problem::notFound);
    return JsonText.write(json -> write(json, file));
  }

  @GET
  @Path("/{id}/content")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @RequiresScope(Scope.FILES_READ)
  @Operation(
      operationId = "contentFiles",
      summary = "The content of a file written for a legacy system",
      description = "Reject files and difference reports. The content of received files is sealed.")
  public Response content(@PathParam("id") String id) {
    var file = Ids.of(id, FileId::parse);
    var name = find.byId(file).map(LegacyFileView::name).orElseThrow(Problem::notFound);
    InputStream content = find.content(file, caller.actor()).orElseThrow(Problem::notFound);
    return Downloads.of(content, name, MediaType.APPLICATION_OCTET_STREAM_TYPE);
  }

  private static void write(JsonGenerator json, LegacyFileView file) {
    json.write("id", file.id().toString())
        .write("object", "file")
        .write("system", file.system())
        .write("sequence", file.sequence())
        .write("direction", file.direction())
        .write("name", file.name());
    Members.write(json, "kind", file.kind());
    Members.write(json, "encoding", file.encoding());
    json.write("sha256", file.sha256())
        .write("size", file.sizeBytes())
        .write("records", file.records())
        .write("status", file.status());
    Members.write(json, "reason", file.reason());
    json.write("created_at", file.receivedAt().toString());
  }
}

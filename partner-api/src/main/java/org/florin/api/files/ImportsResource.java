package org.florin.api.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.FileId;
import org.florin.kernel.JobId;
import org.florin.legacyfiles.FindImports;
import org.florin.legacyfiles.ImportMode;
import org.florin.legacyfiles.ImportStart;
import org.florin.legacyfiles.ImportTally;
import org.florin.legacyfiles.ImportView;
import org.florin.legacyfiles.StartImport;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.StoredAnswer;
import org.jspecify.annotations.Nullable;

/** Intakes of sets of files. */
@ApplicationScoped
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ImportsResource {

  private static final int FILES_MAX = 1000;
  private static final int SYSTEM_LENGTH_MAX = 40;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject StartImport start;
  @Inject FindImports find;

  @POST
  @RequiresScope(Scope.FILES_WRITE)
  @Operation(
      operationId = "startImports",
      summary = "Take a set of files in",
      description =
          "Queues one job for the set. The same set in the same mode is taken in once: a repeat"
              + " answers 200 with the import of then and repeated = true.")
  public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var system = body.text("system", SYSTEM_LENGTH_MAX);
    var mode =
        body.optional("mode", ImportMode::ofCode, "Must be correct or compatible.")
            .orElse(ImportMode.CORRECT);
    var files = body.texts("files", FILES_MAX, ImportsResource::isFileId, "Must be a file id.");
    if (files.isEmpty()) {
      body.complain("files", "required", "Name at least one file.");
    }
    body.complete();
    List<FileId> ids = files.stream().map(FileId::parse).toList();
    return post.execute(
        post.key(key, "POST /imports", object),
        () -> answer(start.handle(new StartImport.Command(system, mode, ids, caller.actor()))));
  }

  private StoredAnswer answer(ImportStart outcome) {
    return switch (outcome) {
      case ImportStart.Started started ->
          new StoredAnswer(202, MediaType.APPLICATION_JSON, json(started.run(), false));
      case ImportStart.Repeated repeated ->
          new StoredAnswer(200, MediaType.APPLICATION_JSON, json(repeated.run(), true));
      case ImportStart.Refused refused ->
          throw Problem.unprocessable("import_refused", String.join("; ", refused.reasons()));
    };
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.FILES_READ)
  @Operation(operationId = "getImports", summary = "How an intake goes, or went")
  public String get(@PathParam("id") String id) {
    return json(Ids.of(id, JobId::parse), false);
  }

  private String json(JobId run, boolean repeated) {
    var view = find.byId(run).orElseThrow(Problem::notFound);
    return JsonText.write(
        json -> {
          write(json, view);
          json.write("repeated", repeated);
        });
  }

  private static boolean isFileId(String text) {
    try {
      return !FileId.parse(text).toString().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void write(JsonGenerator json, ImportView view) {
    json.write("id", view.id().toString())
        .write("object", "import")
        .write("system", view.system())
        .write("mode", view.mode().code())
        .write("status", view.status())
        .write("progress", view.percent());
    Members.write(json, "message", view.message());
    json.write("created_at", view.createdAt().toString());
    Members.write(json, "ended_at", view.endedAt());
    json.writeStartObject("total");
    write(json, view.total());
    json.writeEnd().writeStartArray("files");
    view.files().forEach(file -> write(json, file));
    json.writeEnd().writeStartArray("suspense");
    view.suspense().forEach(item -> write(json, item));
    json.writeEnd().write("differences", view.differences());
    Members.write(json, "reject_file", view.rejectFile());
    Members.write(json, "difference_report", view.differenceReport());
  }

  private static void write(JsonGenerator json, ImportView.FileView file) {
    json.writeStartObject()
        .write("id", file.id().toString())
        .write("name", file.name())
        .write("kind", file.kind().code())
        .write("encoding", file.encoding())
        .write("records", file.records());
    write(json, file.tally());
    json.writeEnd();
  }

  private static void write(JsonGenerator json, ImportView.SuspenseView item) {
    json.writeStartObject()
        .write("file", item.file())
        .write("line", item.line())
        .write("offset", item.offset())
        .write("key", item.key())
        .write("field", item.field())
        .write("reason", item.reason())
        .writeEnd();
  }

  private static void write(JsonGenerator json, ImportTally tally) {
    json.write("read", tally.read())
        .write("new", tally.added())
        .write("unchanged", tally.unchanged())
        .write("differing", tally.differing())
        .write("posted", tally.posted())
        .write("rejected", tally.rejected())
        .write("in_suspense", tally.suspense())
        .write("read_amount", tally.readMinor())
        .write("posted_amount", tally.postedMinor())
        .write("unchanged_amount", tally.unchangedMinor())
        .write("rejected_amount", tally.rejectedMinor())
        .write("suspense_amount", tally.suspenseMinor());
  }
}

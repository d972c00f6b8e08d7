package org.florin.api.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.FindRiskTraces;
import org.florin.partners.Scope;
import org.florin.risk.versions.DraftRules;
import org.florin.risk.versions.FindRuleVersions;
import org.florin.risk.versions.PromoteRules;
import org.florin.risk.versions.VersionStatus;
import org.jspecify.annotations.Nullable;

/** Versions of the bank's rule file: drafted by one, promoted by another. */
@ApplicationScoped
@Path("/risk/versions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RiskVersionsResource {

  private static final int NOTE_LENGTH_MAX = 500;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject DraftRules draft;
  @Inject PromoteRules promote;
  @Inject FindRuleVersions find;
  @Inject FindRiskTraces traces;

  @POST
  @RequiresScope(Scope.RISK_WRITE)
  @Operation(
      operationId = "draftRisk",
      summary = "Draft a version; faults of the file are told by their place")
  public Response draft(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var command = command(members, Optional.empty());
    members.complete();
    return post.execute(
        post.key(key, "POST /risk/versions", body),
        () -> IdempotentPost.created(RuleVersionJson.answer(draft.handle(command))));
  }

  @PUT
  @Path("/{number}")
  @RequiresScope(Scope.RISK_WRITE)
  @Operation(
      operationId = "editRisk",
      summary = "Replace the file of a draft; names the revision that was read")
  public String edit(@PathParam("number") String number, InputStream text) {
    var members = JsonBody.of(JsonText.read(text));
    var edited = new DraftRules.Edited(number(number), revision(members));
    var command = command(members, Optional.of(edited));
    members.complete();
    return RuleVersionJson.answer(draft.handle(command));
  }

  @POST
  @Path("/{number}/promotions")
  @RequiresScope(Scope.RISK_PROMOTE)
  @Operation(
      operationId = "promoteRisk",
      summary = "Move a draft to shadow, or the shadow version to active; takes a second person")
  public Response promote(
      @PathParam("number") String number,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var revision = revision(members);
    var to =
        members.read(
            "to", RiskVersionsResource::target, "Must be shadow or active.", VersionStatus.SHADOW);
    members.complete();
    return move(key, number, "/promotions", body, revision, to);
  }

  @POST
  @Path("/{number}/retirement")
  @RequiresScope(Scope.RISK_WRITE)
  @Operation(operationId = "retireRisk", summary = "Stop a version at once, or drop a draft")
  public Response retire(
      @PathParam("number") String number,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var revision = revision(members);
    members.complete();
    return move(key, number, "/retirement", body, revision, VersionStatus.RETIRED);
  }

  private Response move(
      @Nullable String key,
      String number,
      String verb,
      JsonObject body,
      int revision,
      VersionStatus to) {
    var command = new PromoteRules.Command(number(number), revision, to, caller.actor());
    return post.execute(
        post.key(key, "POST /risk/versions/" + command.number() + verb, body),
        () -> IdempotentPost.created(RuleVersionJson.answer(promote.handle(command))));
  }

  @GET
  @RequiresScope(Scope.RISK_READ)
  @Operation(operationId = "listRisk", summary = "Versions of the rule file, newest first")
  public String list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    return Page.write(
        find.page(Page.parameter("after", after, Integer::valueOf), limit + 1),
        limit,
        version -> Integer.toString(version.number()),
        RuleVersionJson::write);
  }

  @GET
  @Path("/{number}")
  @RequiresScope(Scope.RISK_READ)
  @Operation(
      operationId = "getRisk",
      summary = "One version with its file, and how often its rules fired in seven days")
  public String get(@PathParam("number") String number) {
    var version = find.byNumber(number(number)).orElseThrow(Problem::notFound);
    var counts = traces.countsOf(version.number());
    return JsonText.write(
        json -> {
          RuleVersionJson.write(json, version);
          json.write("evaluated", counts.evaluated()).writeStartObject("fired");
          counts.firedByRule().forEach(json::write);
          json.writeEnd().write("file", JsonText.parse(version.file()));
        });
  }

  private DraftRules.Command command(JsonBody members, Optional<DraftRules.Edited> edited) {
    if (!members.has("file")) {
      members.complain("file", "required", "This field is required.");
    }
    return new DraftRules.Command(
        edited,
        RuleVersionJson.fileText(members.raw("file")),
        members.optionalText("note", NOTE_LENGTH_MAX).orElse(""),
        caller.actor());
  }

  private static int revision(JsonBody members) {
    return (int) members.integer("revision", 1, Integer.MAX_VALUE);
  }

  private static VersionStatus target(String code) {
    var status = Codes.lowerCase(code, VersionStatus::valueOf);
    if (status != VersionStatus.SHADOW && status != VersionStatus.ACTIVE) {
      throw new IllegalArgumentException("not a promotion");
    }
    return status;
  }

  private static int number(String text) {
    return Ids.of(text, Integer::parseInt);
  }
}

package org.florin.api.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.applications.TryPolicyVersion;
import org.florin.kernel.BusinessClock;
import org.florin.partners.Scope;
import org.florin.platform.json.JsonParts;
import org.florin.underwriting.ApprovePolicyVersion;
import org.florin.underwriting.DraftPolicyVersion;
import org.florin.underwriting.DropPolicyVersion;
import org.florin.underwriting.FindPolicies;
import org.jspecify.annotations.Nullable;

/** Versions of the bank's credit policies: drafted by one, approved by another for a date. */
@ApplicationScoped
@Path("/credit_policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PoliciesResource {

  private static final int NOTE_LENGTH_MAX = 500;
  private static final int DAYS_USUAL = 90;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject DraftPolicyVersion draft;
  @Inject ApprovePolicyVersion approve;
  @Inject DropPolicyVersion drop;
  @Inject FindPolicies find;
  @Inject TryPolicyVersion trial;
  @Inject BusinessClock clock;

  @POST
  @RequiresScope(Scope.POLICIES_WRITE)
  @Operation(
      operationId = "draftPolicies",
      summary = "Draft a version of a product's credit policy")
  public Response draft(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var command = command(members, members.text("product", 32), Optional.empty());
    members.complete();
    return post.execute(
        post.key(key, "POST /credit_policies", body),
        () -> IdempotentPost.created(PolicyJson.answer(draft.handle(command))));
  }

  @PUT
  @Path("/{number}")
  @RequiresScope(Scope.POLICIES_WRITE)
  @Operation(
      operationId = "editPolicies",
      summary = "Replace the policy of a draft; names the revision that was read")
  public String edit(@PathParam("number") String number, InputStream text) {
    var members = JsonBody.of(JsonText.read(text));
    var edited = new DraftPolicyVersion.Edited(number(number), revision(members));
    var command = command(members, "", Optional.of(edited));
    members.complete();
    return PolicyJson.answer(draft.handle(command));
  }

  @POST
  @Path("/{number}/approval")
  @RequiresScope(Scope.POLICIES_APPROVE)
  @Operation(
      operationId = "approvePolicies",
      summary = "Approve a draft for a date; takes a second person")
  public Response approve(
      @PathParam("number") String number,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var command =
        new ApprovePolicyVersion.Command(
            number(number), revision(members), members.date("effective_from"), caller.actor());
    members.complete();
    return post.execute(
        post.key(key, "POST /credit_policies/" + command.number() + "/approval", body),
        () -> IdempotentPost.created(PolicyJson.answer(approve.handle(command))));
  }

  @POST
  @Path("/{number}/drop")
  @RequiresScope(Scope.POLICIES_WRITE)
  @Operation(
      operationId = "dropPolicies",
      summary = "Give up a draft, or an approved version before its date")
  public Response drop(
      @PathParam("number") String number,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var command = new DropPolicyVersion.Command(number(number), revision(members), caller.actor());
    members.complete();
    return post.execute(
        post.key(key, "POST /credit_policies/" + command.number() + "/drop", body),
        () -> IdempotentPost.ok(PolicyJson.answer(drop.handle(command))));
  }

  @GET
  @RequiresScope(Scope.POLICIES_READ)
  @Operation(
      operationId = "listPolicies",
      summary = "Versions of all credit policies, newest first")
  public String list(
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    return Page.write(
        find.page(Page.parameter("after", after, Integer::valueOf), limit + 1),
        limit,
        version -> Integer.toString(version.number()),
        PolicyJson::write);
  }

  @GET
  @Path("/{number}")
  @RequiresScope(Scope.POLICIES_READ)
  @Operation(operationId = "getPolicies", summary = "One version with its policy")
  public String get(@PathParam("number") String number) {
    var version = find.byNumber(number(number)).orElseThrow(Problem::notFound);
    return JsonText.write(
        json -> {
          PolicyJson.write(json, version);
          json.write("policy", JsonText.parse(version.file()));
        });
  }

  @GET
  @Path("/{number}/what_if")
  @RequiresScope(Scope.POLICIES_READ)
  @Operation(
      operationId = "whatIfPolicies",
      summary = "What a version would have made of past applications",
      description =
          "Business dates, both included; by default the last 90 days. The newest 2,000 applications of the product.")
  public String whatIf(
      @PathParam("number") String number,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to) {
    var last = Page.parameter("to", to, PoliciesResource::date).orElseGet(clock::businessDate);
    var first =
        Page.parameter("from", from, PoliciesResource::date)
            .orElseGet(() -> last.minusDays(DAYS_USUAL));
    var found =
        trial
            .handle(new TryPolicyVersion.Command(number(number), first, last))
            .orElseThrow(Problem::notFound);
    return JsonText.write(json -> PolicyJson.write(json, found));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private DraftPolicyVersion.Command command(
      JsonBody members, String product, Optional<DraftPolicyVersion.Edited> edited) {
    if (!members.has("policy")) {
      members.complain("policy", "required", "This field is required.");
    }
    return new DraftPolicyVersion.Command(
        product,
        edited,
        JsonParts.pretty(members.raw("policy")),
        members.optionalText("note", NOTE_LENGTH_MAX).orElse(""),
        caller.actor());
  }

  private static int revision(JsonBody members) {
    return (int) members.integer("revision", 1, Integer.MAX_VALUE);
  }

  private static int number(String text) {
    return Ids.of(text, Integer::parseInt);
  }
}

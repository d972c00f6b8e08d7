package org.florin.api.authorizations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
import org.florin.authorization.AuthorizationOutcome;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.AuthorizePurchase;
import org.florin.authorization.CompleteAuthorization;
import org.florin.authorization.ElementOutcome;
import org.florin.authorization.ExpireHolds;
import org.florin.authorization.FindAuthorizations;
import org.florin.authorization.HeldAuthorizations;
import org.florin.authorization.IncrementAuthorization;
import org.florin.authorization.IncrementAuthorization.AmountMeaning;
import org.florin.authorization.Original;
import org.florin.authorization.ReverseAuthorization;
import org.florin.authorization.lifecycle.ReversalAmount;
import org.florin.cards.CardVault;
import org.florin.clearing.CaptureAuthorization;
import org.florin.kernel.AccountId;
import org.florin.kernel.AuthorizationId;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** Card payments. A partner sees those it asked for itself. */
@ApplicationScoped
@Path("/authorizations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AuthorizationsResource {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject CardVault vault;
  @Inject AuthorizePurchase authorize;
  @Inject IncrementAuthorization increment;
  @Inject ReverseAuthorization reverse;
  @Inject CompleteAuthorization complete;
  @Inject CaptureAuthorization capture;
  @Inject ExpireHolds expire;
  @Inject FindAuthorizations find;

  /** The answer is written after the decision is durable; a decline is an answer, not an error. */
  @POST
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(operationId = "authorizeAuthorizations", summary = "Authorize a card payment")
  public CompletionStage<Response> authorize(
      @HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    return authorize(key, "POST /authorizations", JsonText.read(text));
  }

  /** Authorizes what the body asks for; {@code operation} is where it was posted. */
  public CompletionStage<Response> authorize(
      @Nullable String key, String operation, JsonObject body) {
    var requestKey = post.key(key, operation, PaymentMembers.withoutSecrets(body, vault));
    var request = AuthorizationRequest.read(body);
    return authorize
        .handle(
            new AuthorizePurchase.Command(
                requestKey,
                request.card(),
                request.kind(),
                request.entryMode(),
                request.amount(),
                request.partialApproval(),
                request.merchant(),
                request.network(),
                request.evidence(),
                Optional.empty(),
                request.externalId(),
                request.metadata(),
                "api",
                snapshot -> IdempotentPost.created(AuthorizationView.of(snapshot))))
        .thenApply(AuthorizationsResource::response);
  }

  @POST
  @Path("/{id}/increments")
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(
      operationId = "incrementAuthorizations",
      summary = "Raise an authorization; the difference is decided anew")
  public Response increment(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var amount = members.integer("amount", 1, PaymentMembers.AMOUNT_MAX);
    var meaning =
        members
            .optional(
                "amount_means",
                code -> Codes.lowerCase(code, AmountMeaning::valueOf),
                "Must be delta, cumulative or as_network.")
            .orElse(AmountMeaning.DELTA);
    members.complete();
    var authorization = own(id);
    return change(
        key,
        "/increments",
        authorization,
        body,
        () ->
            outcome(
                increment.handle(
                    new IncrementAuthorization.Command(
                        new Original.ById(authorization), amount, meaning, origin()))));
  }

  @POST
  @Path("/{id}/reversals")
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(
      operationId = "reverseAuthorizations",
      summary = "Give back an authorization or part of it")
  public Response reverse(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.readOrEmpty(text);
    var members = JsonBody.of(body);
    var amount = members.optionalInteger("amount", 1, PaymentMembers.AMOUNT_MAX);
    var left = members.optionalInteger("replacement_amount", 0, PaymentMembers.AMOUNT_MAX);
    if (amount.isPresent() && left.isPresent()) {
      members.complain(
          "replacement_amount", "exclusive", "Give amount or replacement_amount, not both.");
    }
    members.complete();
    var reversal =
        left.<ReversalAmount>map(ReversalAmount.LeaveOnly::new)
            .or(() -> amount.map(ReversalAmount.GiveBack::new))
            .orElseGet(ReversalAmount.All::new);
    var authorization = own(id);
    return change(
        key,
        "/reversals",
        authorization,
        body,
        () ->
            outcome(
                reverse.handle(
                    new ReverseAuthorization.Command(
                        new Original.ById(authorization), reversal, origin()))));
  }

  @POST
  @Path("/{id}/completions")
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(
      operationId = "completeAuthorizations",
      summary = "Tell the final amount of what was authorized by estimate")
  public Response complete(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.read(text);
    var members = JsonBody.of(body);
    var amount = members.integer("amount", 0, PaymentMembers.AMOUNT_MAX);
    members.complete();
    var authorization = own(id);
    return change(
        key,
        "/completions",
        authorization,
        body,
        () ->
            outcome(
                complete.handle(
                    new CompleteAuthorization.Command(
                        new Original.ById(authorization), amount, origin()))));
  }

  @POST
  @Path("/{id}/captures")
  @RequiresScope(Scope.AUTHORIZATIONS_WRITE)
  @Operation(operationId = "captureAuthorizations", summary = "Book an authorization or part of it")
  public Response capture(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.readOrEmpty(text);
    var members = JsonBody.of(body);
    var amount = members.optionalInteger("amount", 1, PaymentMembers.AMOUNT_MAX);
    var last = members.flag("final", true);
    members.complete();
    var authorization = own(id);
    return change(
        key,
        "/captures",
        authorization,
        body,
        () ->
            outcome(
                capture.handle(
                    new CaptureAuthorization.Command(authorization, amount, last, origin()))));
  }

  @POST
  @Path("/{id}/expire")
  @RequiresScope(Scope.SIMULATE)
  @Operation(operationId = "expireAuthorizations", summary = "Let a hold expire now (sandbox)")
  public Response expire(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.readOrEmpty(text);
    JsonBody.of(body).complete();
    var authorization = own(id);
    return change(
        key,
        "/expire",
        authorization,
        body,
        () -> expire.handle(authorization, origin()).orElseThrow(Problem::notFound));
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.AUTHORIZATIONS_READ)
  @Operation(operationId = "getAuthorizations", summary = "One authorization")
  public Response get(@PathParam("id") String id) {
    var snapshot = find.byId(own(id)).orElseThrow(Problem::notFound);
    return Response.ok(AuthorizationView.of(snapshot)).build();
  }

  @GET
  @RequiresScope(Scope.AUTHORIZATIONS_READ)
  @Operation(operationId = "listAuthorizations", summary = "Authorizations, newest first")
  public Response list(
      @QueryParam("account") @Nullable String account,
      @QueryParam("external_id") @Nullable String externalId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found =
        find.ofClient(
            caller.id(),
            Page.parameter("account", account, AccountId::parse),
            Optional.ofNullable(externalId),
            Page.parameter("after", after, AuthorizationId::parse),
            limit + 1);
    return Response.ok(
            Page.write(
                found, limit, snapshot -> snapshot.id().toString(), AuthorizationView::write))
        .build();
  }

  private Response change(
      @Nullable String key,
      String verb,
      AuthorizationId authorization,
      JsonObject body,
      Supplier<AuthorizationSnapshot> work) {
    var requestKey = post.key(key, "POST /authorizations/" + authorization + verb, body);
    return post.execute(requestKey, () -> IdempotentPost.created(AuthorizationView.of(work.get())));
  }

  /** A declined increment is an answer too: the authorization as it is, with the decline in it. */
  private static AuthorizationSnapshot outcome(ElementOutcome outcome) {
    return switch (outcome) {
      case ElementOutcome.Done done -> done.authorization();
      case ElementOutcome.Declined declined -> declined.authorization();
      case ElementOutcome.Parked ignored -> throw Problem.notFound();
      case ElementOutcome.Unknown ignored -> throw Problem.notFound();
    };
  }

  private static AuthorizationSnapshot outcome(CaptureAuthorization.Outcome outcome) {
    return switch (outcome) {
      case CaptureAuthorization.Outcome.Captured captured -> captured.authorization();
      case CaptureAuthorization.Outcome.NothingLeft ignored ->
          throw Problem.conflict("nothing_to_capture", "Nothing is left to capture.");
      case CaptureAuthorization.Outcome.Unknown ignored -> throw Problem.notFound();
    };
  }

  /** An id that the caller may see; another partner's answers like one that does not exist. */
  private AuthorizationId own(String text) {
    return find.byId(Ids.of(text, AuthorizationId::parse))
        .filter(found -> found.client().equals(caller.id()))
        .map(AuthorizationSnapshot::id)
        .orElseThrow(Problem::notFound);
  }

  private HeldAuthorizations.Origin origin() {
    return new HeldAuthorizations.Origin(caller.id().toString(), "api");
  }

  private static Response response(AuthorizationOutcome outcome) {
    return switch (outcome) {
      case AuthorizationOutcome.Decided decided -> IdempotentPost.response(decided.answer(), false);
      case AuthorizationOutcome.Replayed replayed ->
          IdempotentPost.response(replayed.answer(), true);
      case AuthorizationOutcome.KeyReused ignored -> throw Problem.keyReused();
      case AuthorizationOutcome.DuplicateExternalId duplicate ->
          throw Problem.conflict(
              "duplicate_external_id", "This external_id belongs to " + duplicate.original() + ".");
      case AuthorizationOutcome.Busy ignored -> throw Problem.busy();
    };
  }
}

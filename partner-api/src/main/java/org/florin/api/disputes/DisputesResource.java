package org.florin.api.disputes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Codes;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.disputes.DisputeOutcome;
import org.florin.disputes.DisputeReason;
import org.florin.disputes.DisputeRefusal;
import org.florin.disputes.FindDisputes;
import org.florin.disputes.OpenDispute;
import org.florin.disputes.WithdrawDispute;
import org.florin.kernel.AccountId;
import org.florin.kernel.DisputeId;
import org.florin.kernel.Money;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** Disputes of booked transactions. A partner sees those it opened itself. */
@ApplicationScoped
@Path("/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DisputesResource {

  private static final long AMOUNT_MAX_MINOR = 999_999_999_999L;
  private static final TransactionId NONE = new TransactionId(new UUID(0, 0));

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject Journal journal;
  @Inject OpenDispute open;
  @Inject WithdrawDispute withdraw;
  @Inject FindDisputes find;
  @Inject OwnDisputes own;

  @POST
  @RequiresScope(Scope.DISPUTES_WRITE)
  @Operation(
      operationId = "openDisputes",
      summary = "Dispute a booked transaction",
      description =
          "reason: unauthorized, wrong_amount, not_received, credit_missing, computation,"
              + " clarification or quality. Without amount, all of the transaction that is not in"
              + " dispute yet. While a dispute is open its amount needn't be paid and costs nothing.")
  public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var object = JsonText.read(text);
    var requestKey = post.key(key, "POST /disputes", object);
    var body = JsonBody.of(object);
    var transaction =
        body.read("transaction", TransactionId::parse, "Must be a transaction id.", NONE);
    var reason =
        body.read(
            "reason",
            code -> Codes.lowerCase(code, DisputeReason::valueOf),
            "unauthorized, wrong_amount, not_received, credit_missing, computation, clarification"
                + " or quality",
            DisputeReason.CLARIFICATION);
    var amount = body.optionalInteger("amount", 1, AMOUNT_MAX_MINOR);
    var explanation = body.text("explanation", OpenDispute.EXPLANATION_LENGTH_MAX);
    body.complete();
    return post.execute(
        requestKey,
        () ->
            switch (open.handle(
                new OpenDispute.Command(
                    transaction,
                    reason,
                    amount.flatMap(minor -> inCurrencyOf(transaction, minor)),
                    explanation,
                    Optional.empty(),
                    Optional.of(caller.id()),
                    Optional.empty(),
                    caller.actor()))) {
              case OpenDispute.Outcome.Opened opened ->
                  IdempotentPost.created(
                      JsonText.write(json -> DisputeJson.write(json, opened.dispute())));
              case OpenDispute.Outcome.Refused refused -> throw problem(refused.why());
            });
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.DISPUTES_READ)
  @Operation(operationId = "getDisputes", summary = "One dispute, with its history and evidence")
  public Response get(@PathParam("id") String id) {
    var dispute = own.get(id);
    return Response.ok(
            JsonText.write(
                json -> {
                  DisputeJson.write(json, dispute);
                  DisputeJson.writeHistory(json, find.steps(dispute.id()));
                  DisputeJson.writeEvidence(json, find.evidence(dispute.id()));
                }))
        .build();
  }

  @GET
  @RequiresScope(Scope.DISPUTES_READ)
  @Operation(operationId = "listDisputes", summary = "Disputes, newest first")
  public Response list(
      @QueryParam("account") @Nullable String account,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found =
        find.page(
            Page.parameter("account", account, AccountId::parse),
            Optional.of(caller.id()),
            Page.parameter("after", after, DisputeId::parse),
            limit + 1);
    return Response.ok(
            Page.write(found, limit, dispute -> dispute.id().toString(), DisputeJson::write))
        .build();
  }

  @POST
  @Path("/{id}/withdraw")
  @RequiresScope(Scope.DISPUTES_WRITE)
  @Operation(operationId = "withdrawDisputes", summary = "Take a dispute back")
  public Response withdraw(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var body = JsonText.readOrEmpty(text);
    JsonBody.of(body).complete();
    var dispute = Ids.of(id, DisputeId::parse);
    return post.execute(
        post.key(key, "POST /disputes/" + dispute + "/withdraw", body),
        () ->
            switch (withdraw.handle(
                new WithdrawDispute.Command(
                    dispute, Optional.empty(), Optional.of(caller.id()), caller.actor()))) {
              case DisputeOutcome.Done done ->
                  IdempotentPost.ok(
                      JsonText.write(json -> DisputeJson.write(json, done.dispute())));
              case DisputeOutcome.NotFound ignored -> throw Problem.notFound();
              case DisputeOutcome.NotPossible not ->
                  throw Problem.conflict("step_not_possible", not.why());
            });
  }

  private Optional<Money> inCurrencyOf(TransactionId transaction, long minor) {
    return journal
        .find(transaction)
        .map(booked -> new Money(minor, booked.posting().amount().currency()));
  }

  private static Problem problem(DisputeRefusal refusal) {
    return switch (refusal) {
      case DisputeRefusal.TransactionUnknown ignored ->
          Problem.unprocessable("transaction_unknown", "There is no such transaction.");
      case DisputeRefusal.NotDisputable not ->
          Problem.unprocessable(
              "not_disputable", "Nothing was charged: the transaction is a " + not.kind() + ".");
      case DisputeRefusal.AboveUndisputed above ->
          Problem.invalid(
              List.of(
                  new FieldError(
                      "/amount",
                      "amount_refused",
                      above.undisputed().minor() + " minor units are not in dispute yet.")));
      case DisputeRefusal.TooLate late ->
          Problem.unprocessable(
              "dispute_too_late", "It could be disputed until " + late.lastDay() + ".");
      case DisputeRefusal.QualityTooSmall small ->
          Problem.unprocessable(
              "quality_too_small", "Quality claims are for more than " + small.above() + ".");
    };
  }
}

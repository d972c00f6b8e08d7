package org.florin.api.payments;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.problem.Problem.FieldError;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.kernel.PaymentId;
import org.florin.partners.Scope;
import org.florin.payments.FindPayments;
import org.florin.payments.MakePayment;
import org.florin.payments.PaymentView;
import org.florin.payments.Rail;
import org.jspecify.annotations.Nullable;

/** Payments of cardholders. A partner sees those it made itself. */
@ApplicationScoped
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PaymentsResource {

  private static final String USUAL_STRIPE_METHOD = "pm_card_visa";
  private static final String USUAL_BANK_METHOD = "bank_account_on_file";

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject MakePayment make;
  @Inject FindPayments find;

  /** Answers once the intent is durable; the rail's answer shows on the payment and as an event. */
  @POST
  @RequiresScope(Scope.PAYMENTS_WRITE)
  @Operation(operationId = "payPayments", summary = "Pay a credit card balance")
  public Response pay(@HeaderParam("Idempotency-Key") @Nullable String key, InputStream text) {
    var object = JsonText.read(text);
    var requestKey = post.key(key, "POST /payments", object);
    var body = JsonBody.of(object);
    var rail =
        body.read("method", PaymentsResource::rail, "Must be stripe or mainframe.", Rail.STRIPE);
    var command =
        new MakePayment.Command(
            body.read(
                "account",
                AccountId::parse,
                "Must be an account id.",
                new AccountId(new UUID(0, 0))),
            new Money(
                body.integer("amount", 1, MakePayment.AMOUNT_MAX_MINOR),
                body.read(
                    "currency", CurrencyCode::new, "Must be an ISO 4217 code.", CurrencyCode.USD)),
            rail,
            body.optionalText("payment_method", 255)
                .orElse(rail == Rail.STRIPE ? USUAL_STRIPE_METHOD : USUAL_BANK_METHOD),
            Optional.of(caller.id()),
            body.optionalText("external_id", 255),
            caller.actor().name(),
            caller.actor().channel());
    body.complete();
    return post.execute(
        requestKey,
        () ->
            switch (make.handle(command)) {
              case MakePayment.Outcome.Taken taken ->
                  IdempotentPost.created(JsonText.write(json -> write(json, taken.payment())));
              case MakePayment.Outcome.AccountUnknown ignored ->
                  throw Problem.unprocessable("account_unknown", "There is no such account.");
              case MakePayment.Outcome.AmountRefused refused ->
                  throw Problem.invalid(
                      List.of(new FieldError("/amount", "amount_refused", refused.why())));
              case MakePayment.Outcome.DuplicateExternalId duplicate ->
                  throw Problem.conflict(
                      "duplicate_external_id",
                      "This external_id belongs to " + duplicate.original() + ".");
            });
  }

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.PAYMENTS_READ)
  @Operation(operationId = "getPayments", summary = "One payment")
  public Response get(@PathParam("id") String id) {
    return find.byId(Ids.of(id, PaymentId::parse))
        .filter(payment -> payment.client().equals(Optional.of(caller.id())))
        .map(payment -> Response.ok(JsonText.write(json -> write(json, payment))).build())
        .orElseThrow(Problem::notFound);
  }

  @GET
  @RequiresScope(Scope.PAYMENTS_READ)
  @Operation(operationId = "listPayments", summary = "Payments, newest first")
  public Response list(
      @QueryParam("account") @Nullable String account,
      @QueryParam("external_id") @Nullable String externalId,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found =
        find.page(
            Page.parameter("account", account, AccountId::parse),
            Optional.of(caller.id()),
            Optional.ofNullable(externalId),
            Page.parameter("after", after, PaymentId::parse),
            limit + 1);
    return Response.ok(
            Page.write(found, limit, payment -> payment.id().toString(), PaymentsResource::write))
        .build();
  }

  private static void write(JsonGenerator json, PaymentView payment) {
    json.write("id", payment.id().toString())
        .write("object", "payment")
        .write("status", payment.status().code())
        .write("account", payment.account().toString())
        .write("method", payment.rail().code())
        .write("payment_method", payment.method())
        .write("amount", payment.amount().minor())
        .write("currency", payment.amount().currency().code());
    Members.write(json, "failure_code", payment.failureCode());
    Members.write(json, "failure_message", payment.failureText());
    Members.write(json, "reference", payment.railReference());
    Members.write(json, "transaction", payment.transaction());
    Members.write(json, "external_id", payment.externalId());
    json.write("created_at", payment.createdAt().toString())
        .write("updated_at", payment.changedAt().toString());
  }

  /** Bank files are a rail of the bank's own, not one that a partner can choose. */
  private static Rail rail(String code) {
    if (!code.equals(code.toLowerCase(Locale.ROOT)) || code.equals(Rail.BANK_FILE.code())) {
      throw new IllegalArgumentException("not a rail for partners");
    }
    return Rail.ofCode(code);
  }
}

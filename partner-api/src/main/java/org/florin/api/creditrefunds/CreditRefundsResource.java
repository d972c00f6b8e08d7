package org.florin.api.creditrefunds;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.creditrefunds.CreditRefundOrigin;
import org.florin.creditrefunds.CreditRefundView;
import org.florin.creditrefunds.FindCreditRefunds;
import org.florin.creditrefunds.OrderCreditRefund;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.partners.Scope;
import org.jspecify.annotations.Nullable;

/** What the bank owes a cardholder, paid back. */
@ApplicationScoped
@Path("/accounts/{id}/credit_refunds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CreditRefundsResource {

  private static final long AMOUNT_MAX_MINOR = 999_999_999_999L;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindAccounts accounts;
  @Inject FindCreditRefunds find;
  @Inject OrderCreditRefund order;

  @POST
  @RequiresScope(Scope.PAYMENTS_WRITE)
  @Operation(
      operationId = "orderCreditRefunds",
      summary = "Have a credit balance paid back",
      description = "Without amount, all of it. It is sent within seven business days.")
  public Response order(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var account = account(id);
    var object = JsonText.readOrEmpty(text);
    var requestKey = post.key(key, "POST /accounts/" + account.id() + "/credit_refunds", object);
    var body = JsonBody.of(object);
    var amount =
        body.optionalInteger("amount", 1, AMOUNT_MAX_MINOR)
            .map(minor -> new Money(minor, account.postedBalance().currency()));
    body.complete();
    return post.execute(
        requestKey,
        () ->
            switch (order.handle(
                new OrderCreditRefund.Command(
                    account.id(),
                    amount,
                    CreditRefundOrigin.REQUESTED,
                    Optional.empty(),
                    caller.actor()))) {
              case OrderCreditRefund.Outcome.Ordered ordered ->
                  IdempotentPost.created(JsonText.write(json -> write(json, ordered.refund())));
              case OrderCreditRefund.Outcome.AccountUnknown ignored -> throw Problem.notFound();
              case OrderCreditRefund.Outcome.NotOwed not ->
                  throw Problem.unprocessable(
                      "not_owed", "The credit balance is " + not.credit() + ".");
            });
  }

  @GET
  @RequiresScope(Scope.PAYMENTS_READ)
  @Operation(operationId = "listCreditRefunds", summary = "Credit balances paid back, newest first")
  public Response list(@PathParam("id") String id) {
    var found = find.ofAccount(account(id).id(), Page.LIMIT_MAX);
    return Response.ok(
            Page.write(
                found,
                Page.LIMIT_MAX,
                refund -> refund.id().toString(),
                CreditRefundsResource::write))
        .build();
  }

  private AccountView account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound);
  }

  private static void write(JsonGenerator json, CreditRefundView refund) {
    json.write("id", refund.id().toString())
        .write("object", "credit_refund")
        .write("status", refund.status())
        .write("account", refund.account().toString())
        .write("amount", refund.amount().minor())
        .write("currency", refund.amount().currency().code())
        .write("origin", refund.origin().code())
        .write("ordered_on", refund.orderedOn().toString())
        .write("pay_by", refund.payBy().toString());
    Members.write(json, "sent_on", refund.sentOn());
    Members.write(json, "reference", refund.reference());
  }
}

package org.florin.api.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.applications.ApplicationForm.Employment;
import org.florin.applications.ApplicationForm.Housing;
import org.florin.applications.BureauAnswer;
import org.florin.applications.limits.AssessLimit;
import org.florin.applications.limits.ChangeLimit;
import org.florin.applications.limits.LimitChange;
import org.florin.applications.limits.LimitWish;
import org.florin.kernel.AccountId;
import org.florin.kernel.CurrencyCode;
import org.florin.kernel.Money;
import org.florin.partners.Scope;
import org.florin.platform.idempotency.StoredAnswer;
import org.florin.underwriting.ReasonTexts;
import org.jspecify.annotations.Nullable;

/** Another credit limit of an account. */
@ApplicationScoped
@Path("/accounts/{id}/credit_limit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CreditLimitResource {

  private static final long AMOUNT_MAX = 100_000_000_000L;
  private static final int REASONS_MAX = 4;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindAccounts accounts;
  @Inject AssessLimit assess;
  @Inject ChangeLimit change;

  @POST
  @RequiresScope(Scope.ACCOUNTS_WRITE)
  @Operation(
      operationId = "limitAccounts",
      summary = "Raise or lower a credit limit",
      description =
          "A higher limit needs what the cardholder earns and pays now and is decided by the credit policy; a lower one"
              + " needs principal reasons, which the cardholder is told.")
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var account = accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound);
    var body = JsonText.read(text);
    var wish = wish(account, JsonBody.of(body));
    var requestKey = post.key(key, "POST /accounts/" + account.id() + "/credit_limit", body);
    return post.replay(requestKey)
        .orElseGet(
            () -> {
              var bureau = assess.handle(wish);
              return post.execute(requestKey, () -> answer(wish, bureau));
            });
  }

  private StoredAnswer answer(LimitWish wish, Optional<BureauAnswer> bureau) {
    return switch (change.handle(new ChangeLimit.Command(wish, bureau, caller.actor()))) {
      case LimitChange.Changed changed ->
          IdempotentPost.ok(
              JsonText.write(
                  json ->
                      json.write("account", changed.account().toString())
                          .write("outcome", "changed")
                          .write("credit_limit", changed.creditLimit().minor())));
      case LimitChange.Refused refused ->
          IdempotentPost.ok(
              JsonText.write(
                  json -> {
                    json.write("account", refused.account().toString())
                        .write("outcome", "refused")
                        .writeStartArray("reasons");
                    refused.reasons().forEach(reason -> json.write(reason.code()));
                    json.writeEnd();
                  }));
      case LimitChange.NotPossible not -> throw Problem.unprocessable("not_possible", not.why());
      case LimitChange.NotFound ignored -> throw Problem.notFound();
    };
  }

  private static LimitWish wish(AccountView account, JsonBody body) {
    var currency = account.creditLimit().currency();
    var wish =
        new LimitWish(
            account.id(),
            Optional.empty(),
            new Money(body.integer("credit_limit", 1, AMOUNT_MAX), currency),
            body.optionalObject("means").map(means -> means(means, currency)),
            body.has("reasons")
                ? body.texts(
                    "reasons",
                    REASONS_MAX,
                    ReasonTexts.forRefusal()::containsKey,
                    "Must be one of the principal reasons.")
                : List.of());
    body.complete();
    return wish;
  }

  private static LimitWish.Means means(JsonBody means, CurrencyCode currency) {
    var housing = means.object("housing");
    return new LimitWish.Means(
        new Money(means.integer("annual_income", 0, AMOUNT_MAX), currency),
        new Housing(
            housing.text("status", 16),
            new Money(housing.integer("monthly_payment", 0, AMOUNT_MAX), currency)),
        new Employment(means.text("employment", 16), Optional.empty()));
  }
}

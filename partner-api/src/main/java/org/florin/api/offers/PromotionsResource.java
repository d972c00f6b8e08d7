package org.florin.api.offers;

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
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.kernel.AnnualRate;
import org.florin.offers.FindOffers;
import org.florin.offers.OfferPromotion;
import org.florin.partners.Scope;
import org.florin.statements.interest.BalanceKind;
import org.florin.statements.interest.Promotion;
import org.jspecify.annotations.Nullable;

/** Lower rates that an account is offered for a while. */
@ApplicationScoped
@Path("/accounts/{id}/promotions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PromotionsResource {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,32}");
  private static final int RATE_MAX = 100;
  private static final int RATE_DECIMALS = 4;

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindAccounts accounts;
  @Inject FindOffers find;
  @Inject OfferPromotion offer;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "listPromotions", summary = "Promotions of an account")
  public String promotions(@PathParam("id") String id) {
    var account = account(id);
    return JsonText.write(
        json -> {
          json.write("object", "list").writeStartArray("data");
          for (var promotion : find.promotions(account)) {
            json.writeStartObject();
            write(json, promotion);
            json.writeEnd();
          }
          json.writeEnd();
        });
  }

  @POST
  @RequiresScope(Scope.ACCOUNTS_WRITE)
  @Operation(
      operationId = "offerPromotions",
      summary = "Offer an account a lower rate for what it borrows in a while",
      description =
          "A transaction of the balance type booked from offered_from to offered_until has the rate"
              + " until ends_on, at least six months after offered_from.")
  public Response offer(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var account = account(id);
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var code =
        body.text(
            "code",
            32,
            word -> CODE.matcher(word).matches(),
            "Must be letters, digits and hyphens.");
    var kind =
        body.read(
            "balance_type",
            BalanceKind::ofCode,
            "Must be purchase, cash_advance or balance_transfer.",
            BalanceKind.PURCHASE);
    var rate = body.decimal("rate", RATE_MAX, RATE_DECIMALS);
    if (rate.signum() < 0) {
      body.complain("rate", "range", "Must not be negative.");
    }
    var from = body.date("offered_from");
    var until = body.date("offered_until");
    var ends = body.date("ends_on");
    body.complete();
    var promotion = new Promotion(code, kind, new AnnualRate(rate), from, until, ends);
    return post.execute(
        post.key(key, "POST /accounts/" + account + "/promotions", object),
        () -> {
          RateChanges.done(
              () -> offer.handle(new OfferPromotion.Command(account, promotion, caller.actor())));
          return IdempotentPost.created(JsonText.write(json -> write(json, promotion)));
        });
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
  }

  private static void write(JsonGenerator json, Promotion promotion) {
    json.write("object", "promotion")
        .write("code", promotion.code())
        .write("balance_type", promotion.kind().code())
        .write("rate", promotion.rate().toString())
        .write("offered_from", promotion.offeredFrom().toString())
        .write("offered_until", promotion.offeredUntil().toString())
        .write("ends_on", promotion.endsOn().toString());
  }
}

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.idempotency.IdempotentPost;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.offers.CapRate;
import org.florin.offers.CapReason;
import org.florin.offers.FindOffers;
import org.florin.partners.Scope;
import org.florin.statements.interest.RateCap;
import org.jspecify.annotations.Nullable;

/** Caps that the law puts on an account's rates. */
@ApplicationScoped
@Path("/accounts/{id}/rate_caps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RateCapsResource {

  @Inject Caller caller;
  @Inject IdempotentPost post;
  @Inject FindAccounts accounts;
  @Inject FindOffers find;
  @Inject CapRate cap;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "listRateCaps", summary = "Caps that the law puts on an account's rates")
  public String caps(@PathParam("id") String id) {
    var account = account(id);
    return JsonText.write(
        json -> {
          json.write("object", "list").writeStartArray("data");
          for (var each : find.caps(account)) {
            json.writeStartObject();
            write(json, each);
            json.writeEnd();
          }
          json.writeEnd();
        });
  }

  @POST
  @RequiresScope(Scope.ACCOUNTS_WRITE)
  @Operation(
      operationId = "capRates",
      summary = "Cap an account's rates by law, or end a cap",
      description =
          "reason: scra (6 %) or mla (36 %). The same reason and first day again changes the last"
              + " day.")
  public Response cap(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      InputStream text) {
    var account = account(id);
    var object = JsonText.read(text);
    var body = JsonBody.of(object);
    var reason = body.read("reason", CapReason::ofCode, "Must be scra or mla.", CapReason.SCRA);
    var from = body.date("from");
    var until = body.optional("until", LocalDate::parse, "Must be a date such as 2026-11-22.");
    body.complete();
    return post.execute(
        post.key(key, "POST /accounts/" + account + "/rate_caps", object),
        () -> {
          RateChanges.done(
              () -> cap.handle(new CapRate.Command(account, reason, from, until, caller.actor())));
          var noted = new RateCap(reason.code(), reason.highest(), from, until);
          return IdempotentPost.created(JsonText.write(json -> write(json, noted)));
        });
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
  }

  private static void write(JsonGenerator json, RateCap cap) {
    json.write("object", "rate_cap")
        .write("reason", cap.reason())
        .write("rate", cap.rate().toString())
        .write("from", cap.from().toString());
    Members.write(json, "until", cap.until().map(LocalDate::toString));
  }
}

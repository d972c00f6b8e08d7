package org.florin.api.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.SetStanding;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.partners.Scope;

/** How an account stands, set by hand to try what follows from it (sandbox). */
@Path("/accounts/{id}/standing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountStandingResource {

  private static final int DAYS_MAX = 3_650;

  @Inject Caller caller;
  @Inject SetStanding standing;

  @PUT
  @RequiresScope(Scope.SIMULATE)
  @Operation(
      operationId = "standingAccounts",
      summary = "Set an account's status, flags and days past due (sandbox)")
  public String set(@PathParam("id") String id, InputStream text) {
    var body = JsonBody.of(JsonText.read(text));
    var status =
        body.optionalText("status", 16)
            .filter(
                word -> {
                  var known = SetStanding.STATUSES.contains(word);
                  if (!known) {
                    body.complain("status", "value", "Must be one of the account's statuses.");
                  }
                  return known;
                })
            .orElse("open");
    var flags =
        Set.copyOf(
            body.texts(
                "flags",
                SetStanding.FLAGS.size(),
                SetStanding.FLAGS::contains,
                "Must be one of the flags."));
    var daysPastDue = body.optionalInteger("days_past_due", 0, DAYS_MAX).orElse(0L).intValue();
    body.complete();
    var account = Ids.of(id, AccountId::parse);
    if (!standing.handle(
        new SetStanding.Command(account, status, flags, daysPastDue, caller.actor()))) {
      throw Problem.notFound();
    }
    return JsonText.write(
        json -> {
          json.write("object", "standing")
              .write("account", account.toString())
              .write("status", status)
              .writeStartArray("flags");
          flags.stream().sorted().forEach(json::write);
          json.writeEnd().write("days_past_due", daysPastDue);
        });
  }
}

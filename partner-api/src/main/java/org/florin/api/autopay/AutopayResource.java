package org.florin.api.autopay;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonBody;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.autopay.AutopayChoice;
import org.florin.autopay.AutopayPlan;
import org.florin.autopay.FindAutopay;
import org.florin.autopay.SetAutopay;
import org.florin.kernel.AccountId;
import org.florin.partners.Scope;
import org.florin.payments.MakePayment;
import org.florin.payments.Rail;

/** What an account pays by itself. */
@Path("/accounts/{id}/autopay")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AutopayResource {

  private static final String NONE = "none";

  @Inject Caller caller;
  @Inject FindAccounts accounts;
  @Inject FindAutopay find;
  @Inject SetAutopay set;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "getAutopay", summary = "What an account pays by itself")
  public String get(@PathParam("id") String id) {
    return json(account(id));
  }

  @PUT
  @RequiresScope(Scope.PAYMENTS_WRITE)
  @Operation(
      operationId = "setAutopay",
      summary = "Have an account pay by itself, or no longer",
      description =
          "choice: minimum, statement_balance, current_balance, fixed (with amount) or none. The"
              + " payment is ordered three days before the due date.")
  public String put(@PathParam("id") String id, InputStream text) {
    var account = account(id);
    var body = JsonBody.of(JsonText.read(text));
    var choice =
        body.read(
            "choice",
            AutopayResource::choice,
            "minimum, statement_balance, current_balance, fixed or none",
            Optional.<AutopayChoice>empty());
    var fixed =
        choice.equals(Optional.of(AutopayChoice.FIXED))
            ? Optional.of(body.integer("amount", 1, MakePayment.AMOUNT_MAX_MINOR))
            : Optional.<Long>empty();
    var rail =
        body.optional("method", AutopayResource::rail, "Must be stripe or mainframe.")
            .orElse(Rail.STRIPE);
    var method =
        body.optionalText("payment_method", 255)
            .orElse(rail == Rail.STRIPE ? "pm_card_visa" : "bank_account_on_file");
    body.complete();
    set.handle(
        new SetAutopay.Command(
            account,
            choice.map(each -> new AutopayPlan(each, fixed, rail, method)),
            caller.actor()));
    return json(account);
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
  }

  private static Optional<AutopayChoice> choice(String code) {
    return code.equals(NONE) ? Optional.empty() : Optional.of(AutopayChoice.ofCode(code));
  }

  private static Rail rail(String code) {
    var rail = Rail.ofCode(code);
    if (rail == Rail.BANK_FILE) {
      throw new IllegalArgumentException("not a rail for partners");
    }
    return rail;
  }

  private String json(AccountId account) {
    return JsonText.write(
        json -> {
          json.write("object", "autopay").write("account", account.toString());
          write(json, find.ofAccount(account));
        });
  }

  private static void write(JsonGenerator json, Optional<AutopayPlan> plan) {
    json.write("choice", plan.map(each -> each.choice().code()).orElse(NONE));
    plan.flatMap(AutopayPlan::fixedMinor)
        .ifPresentOrElse(minor -> json.write("amount", minor), () -> json.writeNull("amount"));
    Members.write(json, "method", plan.map(each -> each.rail().code()));
    Members.write(json, "payment_method", plan.map(AutopayPlan::method));
  }
}

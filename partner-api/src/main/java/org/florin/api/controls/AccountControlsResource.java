package org.florin.api.controls;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonText;
import org.florin.api.problem.Problem;
import org.florin.api.security.Caller;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.controls.ControlAccount;
import org.florin.authorization.controls.FindControls;
import org.florin.kernel.AccountId;
import org.florin.kernel.BusinessClock;
import org.florin.partners.Scope;

/** What isn't allowed on an account, over all its cards. */
@Path("/accounts/{id}/controls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountControlsResource {

  @Inject Caller caller;
  @Inject FindAccounts accounts;
  @Inject ControlAccount control;
  @Inject FindControls find;
  @Inject BusinessClock clock;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "getAccountControls",
      summary = "What isn't allowed on an account, and what is left of its limits")
  public String get(@PathParam("id") String id) {
    return view(account(id));
  }

  @PUT
  @RequiresScope(Scope.CARDS_WRITE)
  @Operation(operationId = "controlAccounts", summary = "Set what isn't allowed on an account")
  public String control(@PathParam("id") String id, InputStream text) {
    var controls = ControlsJson.read(JsonText.read(text));
    var account = account(id);
    control.handle(new ControlAccount.Command(account, controls, caller.actor()));
    return view(account);
  }

  private String view(AccountId account) {
    return JsonText.write(
        json -> {
          json.write("object", "account_controls").write("account", account.toString());
          ControlsJson.write(json, find.ofAccount(account), clock.now());
        });
  }

  private AccountId account(String id) {
    var account = Ids.of(id, AccountId::parse);
    if (accounts.byId(account).isEmpty()) {
      throw Problem.notFound();
    }
    return account;
  }
}

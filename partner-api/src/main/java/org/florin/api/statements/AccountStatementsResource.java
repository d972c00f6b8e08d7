package org.florin.api.statements;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.json.Ids;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.partners.Scope;
import org.florin.statements.FindStatements;
import org.florin.statements.StatementView;
import org.jspecify.annotations.Nullable;

/** Statements of an account. */
@Path("/accounts/{id}/statements")
@Produces(MediaType.APPLICATION_JSON)
public class AccountStatementsResource {

  @Inject FindAccounts accounts;
  @Inject FindStatements find;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "statementsAccounts",
      summary = "Statements of an account, newest first",
      description = "The cursor is the closing date of the last statement of the page.")
  public String statements(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found = find.ofAccount(account(id), DateCursor.before(after), limit + 1);
    return Page.write(
        found,
        limit,
        statement -> statement.closedOn().toString(),
        AccountStatementsResource::write);
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
  }

  private static void write(JsonGenerator json, StatementView statement) {
    json.write("id", statement.id().toString())
        .write("object", "statement")
        .write("account", statement.account().toString())
        .write("currency", statement.newBalance().currency().code())
        .write("from_on", statement.from().toString())
        .write("closed_on", statement.closedOn().toString())
        .write("payment_due_on", statement.dueOn().toString())
        .write("previous_balance", statement.previousBalance().minor())
        .write("new_balance", statement.newBalance().minor())
        .write("minimum_payment", statement.minimumPayment().minor())
        .write("interest", statement.interest().minor())
        .write("fees", statement.fees().minor());
  }
}

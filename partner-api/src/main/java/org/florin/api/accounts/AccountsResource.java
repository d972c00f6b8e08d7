package org.florin.api.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.AccountView;
import org.florin.accounts.FindAccounts;
import org.florin.api.json.Ids;
import org.florin.api.json.JsonText;
import org.florin.api.json.Members;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.authorization.AuthorizationSnapshot;
import org.florin.authorization.FindAuthorizations;
import org.florin.autopay.FindAutopay;
import org.florin.cards.FindCards;
import org.florin.kernel.AccountId;
import org.florin.kernel.CustomerId;
import org.florin.kernel.TransactionId;
import org.florin.ledger.Journal;
import org.florin.partners.Scope;
import org.florin.statements.FindStatements;
import org.jspecify.annotations.Nullable;

/** Credit lines and what happened on them. */
@ApplicationScoped
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

  @Inject FindAccounts accounts;
  @Inject FindCards cards;
  @Inject FindAuthorizations authorizations;
  @Inject Journal journal;
  @Inject FindStatements statements;
  @Inject FindAutopay autopay;

  @GET
  @Path("/{id}")
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "getAccounts", summary = "One account, as it is now")
  public Response get(@PathParam("id") String id) {
    var account = account(id);
    return Response.ok(JsonText.write(json -> write(json, account)))
        .tag(String.valueOf(account.version()))
        .build();
  }

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "listAccounts", summary = "Accounts, newest first")
  public Response list(
      @QueryParam("external_id") @Nullable String externalId,
      @QueryParam("customer") @Nullable String customer,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var owner = Page.parameter("customer", customer, CustomerId::parse);
    List<AccountView> found;
    if (externalId != null) {
      found = accounts.byExternalId(externalId);
    } else if (owner.isPresent()) {
      found = accounts.ofCustomer(owner.get());
    } else {
      found = accounts.page(Page.parameter("after", after, AccountId::parse), limit + 1);
    }
    return Response.ok(Page.write(found, limit, account -> account.id().toString(), this::write))
        .build();
  }

  @GET
  @Path("/{id}/balance")
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "balanceAccounts", summary = "What is owed, held and available")
  public Response balance(@PathParam("id") String id) {
    var account = account(id);
    return Response.ok(
            JsonText.write(
                json -> {
                  json.write("object", "balance").write("account", account.id().toString());
                  writeBalance(json, account);
                }))
        .build();
  }

  @GET
  @Path("/{id}/transactions")
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "transactionsAccounts",
      summary = "Booked transactions of an account, newest first")
  public Response transactions(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var account = account(id);
    var limit = Page.limit(limitText);
    var before =
        Page.parameter("after", after, TransactionId::parse)
            .map(
                transaction ->
                    journal
                        .find(transaction)
                        .map(Journal.Booked::sequence)
                        .orElseThrow(Problem::notFound))
            .orElse(Long.MAX_VALUE);
    var found = journal.ofAccount(account.id(), before, limit + 1);
    return Response.ok(
            Page.write(
                found, limit, booked -> booked.posting().id().toString(), TransactionJson::write))
        .build();
  }

  @GET
  @Path("/{id}/holds")
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(operationId = "holdsAccounts", summary = "What an account has reserved, newest first")
  public Response holds(@PathParam("id") String id) {
    var found = authorizations.openHolds(account(id).id());
    return Response.ok(
            Page.write(
                found, found.size(), hold -> hold.id().toString(), AccountsResource::writeHold))
        .build();
  }

  private AccountView account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound);
  }

  private static void writeHold(JsonGenerator json, AuthorizationSnapshot hold) {
    json.write("authorization", hold.id().toString())
        .write("amount", hold.held().minor())
        .write("currency", hold.held().currency().code())
        .write("merchant_name", hold.merchant().name())
        .write("created_at", hold.createdAt().toString());
    Members.write(json, "expires_at", hold.expiresAt());
  }

  private void write(JsonGenerator json, AccountView account) {
    json.write("id", account.id().toString()).write("object", "account");
    Members.write(json, "external_id", account.externalId());
    json.write("status", account.status()).writeStartArray("flags");
    account.flags().forEach(json::write);
    json.writeEnd().write("product", account.productCode());
    writeBalance(json, account);
    writeStatement(json, account.id());
    json.write("cycle_day", account.cycleDay())
        .write("opened_on", account.openedOn().toString())
        .write("customer", account.customer().toString())
        .write("created_at", account.createdAt().toString())
        .writeStartArray("cards");
    cards.byAccount(account.id()).forEach(card -> json.write(card.id().toString()));
    json.writeEnd();
  }

  /** Null until the account's first statement; nothing is past due before one. */
  private void writeStatement(JsonGenerator json, AccountId id) {
    var standing = statements.standing(id).orElseThrow(Problem::notFound);
    standing
        .statement()
        .ifPresentOrElse(
            latest ->
                json.write("statement_balance", latest.balance().minor())
                    .write("minimum_payment", standing.required().minor())
                    .write("payment_due_on", latest.dueOn().toString()),
            () ->
                json.writeNull("statement_balance")
                    .writeNull("minimum_payment")
                    .writeNull("payment_due_on"));
    json.write("past_due", standing.pastDue().minor())
        .write("days_past_due", standing.daysPastDue());
    Members.write(json, "autopay", autopay.ofAccount(id).map(plan -> plan.choice().code()));
  }

  private static void writeBalance(JsonGenerator json, AccountView account) {
    json.write("currency", account.creditLimit().currency().code())
        .write("credit_limit", account.creditLimit().minor())
        .write("cash_limit", account.cashLimit().minor())
        .write("posted_balance", account.postedBalance().minor())
        .write("held_amount", account.held().minor())
        .write("available_credit", account.available().minor())
        .write("available_cash", account.availableCash().minor());
  }
}

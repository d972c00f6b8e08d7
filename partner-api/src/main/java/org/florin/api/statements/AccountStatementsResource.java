package org.florin.api.statements;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
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
import org.florin.statements.TapeRow;
import org.florin.statements.interest.SegmentDay;
import org.jspecify.annotations.Nullable;

/** Statements of an account and the days they are made of. */
@Path("/accounts/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class AccountStatementsResource {

  @Inject FindAccounts accounts;
  @Inject FindStatements find;

  @GET
  @Path("/statements")
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
    var found = find.ofAccount(account(id), before(after), limit + 1);
    return Page.write(
        found,
        limit,
        statement -> statement.closedOn().toString(),
        AccountStatementsResource::write);
  }

  @GET
  @Path("/daily_snapshots")
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "snapshotsAccounts",
      summary = "An account day by day, newest first",
      description =
          "One row for each closed business date: balances by segment, rate, interest of the day"
              + " before the cycle is rounded, grace and days past due. A row of a higher version"
              + " replaces one that a back-dated item changed. The cursor is a date.")
  public String snapshots(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found = find.days(account(id), before(after), limit + 1);
    return Page.write(
        found, limit, row -> row.day().day().toString(), AccountStatementsResource::write);
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
  }

  private static LocalDate before(@Nullable String after) {
    return Page.parameter("after", after, AccountStatementsResource::date)
        .orElse(FindStatements.LATEST);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
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

  private static void write(JsonGenerator json, TapeRow row) {
    var day = row.day();
    json.write("object", "daily_snapshot")
        .write("account", row.account().toString())
        .write("on", day.day().toString())
        .write("version", row.version())
        .write("opening_balance", day.openingMinor())
        .write("debits", day.debitsMinor())
        .write("credits", day.creditsMinor())
        .write("payments", day.paymentsMinor())
        .write("charges", day.chargesMinor())
        .write("closing_balance", day.closingMinor())
        .write("credit_balance", day.creditBalanceMinor())
        .write("grace", day.inGrace())
        .write("days_past_due", day.daysPastDue())
        .writeStartArray("segments");
    day.segments().forEach(segment -> write(json, segment));
    json.writeEnd();
  }

  private static void write(JsonGenerator json, SegmentDay segment) {
    json.writeStartObject()
        .write("balance_type", segment.key().kind().code())
        .write("contractual_apr", segment.key().rate().toString())
        .write("promotion", segment.key().promotion())
        .write("apr", segment.rate().toString())
        .write("debits", segment.debitMinor())
        .write("payments", segment.paidMinor())
        .write("balance_subject_to_interest", segment.balanceMinor())
        .write("closing_balance", segment.closingMinor())
        .writeEnd();
  }
}

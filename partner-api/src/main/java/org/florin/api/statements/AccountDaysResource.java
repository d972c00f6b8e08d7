package org.florin.api.statements;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.florin.accounts.FindAccounts;
import org.florin.api.json.Ids;
import org.florin.api.json.Page;
import org.florin.api.problem.Problem;
import org.florin.api.security.RequiresScope;
import org.florin.kernel.AccountId;
import org.florin.partners.Scope;
import org.florin.statements.FindStatements;
import org.florin.statements.TapeRow;
import org.florin.statements.interest.SegmentDay;
import org.jspecify.annotations.Nullable;

/** An account day by day. */
@Path("/accounts/{id}/daily_snapshots")
@Produces(MediaType.APPLICATION_JSON)
public class AccountDaysResource {

  @Inject FindAccounts accounts;
  @Inject FindStatements find;

  @GET
  @RequiresScope(Scope.ACCOUNTS_READ)
  @Operation(
      operationId = "snapshotsAccounts",
      summary = "An account day by day, newest first",
      description =
          "One row for each closed business date: balances by segment, rate, interest of the day"
              + " before the cycle is rounded and before grace, grace and days past due. The cursor"
              + " is a date.")
  public String snapshots(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limitText) {
    var limit = Page.limit(limitText);
    var found = find.days(account(id), DateCursor.before(after), limit + 1);
    return Page.write(found, limit, row -> row.day().day().toString(), AccountDaysResource::write);
  }

  private AccountId account(String id) {
    return accounts.byId(Ids.of(id, AccountId::parse)).orElseThrow(Problem::notFound).id();
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
    for (var i = 0; i < day.segments().size(); i++) {
      write(json, day.segments().get(i), row.interest().get(i));
    }
    json.writeEnd();
  }

  private static void write(JsonGenerator json, SegmentDay segment, BigDecimal interest) {
    json.writeStartObject()
        .write("balance_type", segment.key().kind().code())
        .write("contractual_apr", segment.key().rate().toString())
        .write("promotion", segment.key().promotion())
        .write("apr", segment.rate().toString())
        .write("debits", segment.debitMinor())
        .write("payments", segment.paidMinor())
        .write("balance_subject_to_interest", segment.balanceMinor())
        .write("interest", interest.toPlainString())
        .write("closing_balance", segment.closingMinor())
        .writeEnd();
  }
}

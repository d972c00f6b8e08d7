package org.florin.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.florin.reports.ReportColumn.Account;
import org.florin.reports.ReportColumn.Amount;
import org.florin.reports.ReportColumn.Count;
import org.florin.reports.ReportColumn.Day;
import org.florin.reports.ReportColumn.Share;
import org.florin.reports.ReportColumn.Text;

/**
 * The reports there are. The first column is the currency, by which rows are ordered first: each
 * currency has a grand total of its own. The query of a report lies beside this class under its
 * code; {@code :from} and {@code :to} are the days asked for.
 */
public enum StandardReport {
  DAILY_ACTIVITY(
      "daily-activity",
      "Daily activity",
      "What was booked on each day, by kind.",
      new Day("day", "Day"),
      new Text("activity", "Activity"),
      new Count("entries", "Entries"),
      new Amount("debits", "Debits"),
      new Amount("credits", "Credits"),
      new Amount("net", "Net")),
  PORTFOLIO(
      "portfolio",
      "Portfolio",
      "Accounts as they stood at the end of the last day; limits and status are the present ones.",
      new Text("product", "Product"),
      new Text("status", "Status"),
      new Count("accounts", "Accounts"),
      new Count("opened", "Opened in the range"),
      new Amount("credit_limit", "Credit limit"),
      new Amount("balance", "Balance"),
      new Share("utilization", "Utilization %", "balance", "credit_limit")),
  APPROVALS(
      "approvals",
      "Approvals and declines",
      "Authorizations by door, decision and first reason.",
      new Text("channel", "Channel"),
      new Text("decision", "Decision"),
      new Text("reason", "Reason"),
      new Count("requests", "Requests"),
      new Count("approved", "Approved"),
      new Amount("requested_amount", "Amount requested"),
      new Amount("approved_amount", "Amount approved"),
      new Share("approval_rate", "Approved %", "approved", "requests")),
  DELINQUENCY(
      "delinquency",
      "Delinquency",
      "Accounts by days past due at the end of the last day, and how they moved since the day before"
          + " the range.",
      new Text("bucket", "Days past due"),
      new Count("accounts", "Accounts"),
      new Amount("balance", "Balance"),
      new Amount("past_due", "Past due"),
      new Count("worse", "Come from a better bucket"),
      new Count("better", "Come from a worse bucket")),
  INTEREST_AND_FEES(
      "interest-and-fees",
      "Interest and fees",
      "What was charged and given back, by product and charge.",
      new Text("product", "Product"),
      new Text("kind", "Kind"),
      new Text("charge", "Charge"),
      new Count("entries", "Entries"),
      new Amount("charged", "Charged"),
      new Amount("given_back", "Given back"),
      new Amount("net", "Net")),
  PAYMENTS(
      "payments",
      "Payments and reconciliation",
      "Payments by day and rail, beside the rail's clearing account. The difference is nothing as"
          + " long as both agree.",
      new Day("day", "Day"),
      new Text("rail", "Rail"),
      new Count("payments", "Payments"),
      new Amount("received", "Received"),
      new Count("returns", "Returns"),
      new Amount("returned", "Returned"),
      new Amount("ordered", "Ordered here"),
      new Amount("clearing", "Clearing account"),
      new Amount("difference", "Difference")),
  TRANSACTIONS(
      "transactions",
      "Transaction report",
      "Every booking of the range, by account.",
      new Account("account", "Account"),
      new Text("number", "Number"),
      new Day("booked_on", "Booked"),
      new Text("posting", "Posting"),
      new Text("reference", "Reference"),
      new Text("kind", "Kind"),
      new Text("description", "Description"),
      new Text("card", "Card"),
      new Text("channel", "Channel"),
      new Amount("amount", "Amount"));

  /** The column by which every report's rows are ordered first. */
  static final String CURRENCY = "currency";

  private final String code;
  private final String title;
  private final String description;
  private final List<ReportColumn> columns;

  StandardReport(String code, String title, String description, ReportColumn... columns) {
    this.code = code;
    this.title = title;
    this.description = description;
    this.columns =
        Stream.concat(Stream.of(new Text(CURRENCY, "Currency")), Arrays.stream(columns)).toList();
  }

  /** As addresses and file names spell it. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public List<ReportColumn> columns() {
    return columns;
  }

  /**
   * Where the column of that code stands.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int column(String wanted) {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).code().equals(wanted)) {
        return index;
      }
    }
    throw new IllegalArgumentException(code + " has no column " + wanted);
  }

  /** The files that people are handed. */
  public List<ReportForm> files() {
    return Arrays.stream(ReportForm.values())
        .filter(form -> form != ReportForm.JSON && form.isOf(this))
        .toList();
  }

  /** The report with that {@link #code()}, if there is one. */
  public static Optional<StandardReport> ofCode(String code) {
    return Arrays.stream(values()).filter(report -> report.code.equals(code)).findFirst();
  }

  /** Where the account stands whose rows have a total of their own; only long reports have one. */
  Optional<Integer> accountColumn() {
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index) instanceof Account) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  /** Whether the report is turned in pages that have totals. */
  boolean isPaged() {
    return accountColumn().isPresent();
  }

  String query() {
    try (InputStream text = StandardReport.class.getResourceAsStream(code + ".sql")) {
      if (text == null) {
        throw new IllegalStateException("no query of " + code);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

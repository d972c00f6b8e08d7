package org.florin.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.florin.kernel.AccountId;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;
import org.florin.platform.sql.Database;

/** The rows of reports: out of the books, or as they were kept, a JSON object a line. */
@ApplicationScoped
class ReportRows {

  /** Rows of a report, one by one. */
  @FunctionalInterface
  interface Source {
    void each(Visitor visitor) throws IOException;
  }

  /** Takes rows. */
  @FunctionalInterface
  interface Visitor {
    void row(List<ReportCell> cells) throws IOException;
  }

  /** The values of a row by the codes of its columns. */
  private interface Values {
    String text(String code) throws SQLException;

    long number(String code) throws SQLException;
  }

  private static final Pattern PARAMETER = Pattern.compile(":(from|to)\\b");

  @Inject Database database;

  /** The rows as the books give them now. */
  Source ofBooks(ReportHeading heading) {
    return ofBooks(heading, Long.MAX_VALUE);
  }

  /** The first rows as the books give them now. */
  Source ofBooks(ReportHeading heading, long countMax) {
    String query = heading.report().query();
    List<Object> arguments = new ArrayList<>();
    PARAMETER
        .matcher(query)
        .results()
        .forEach(
            found -> arguments.add(found.group(1).equals("from") ? heading.from() : heading.to()));
    arguments.add(countMax);
    String sql = PARAMETER.matcher(query).replaceAll("?::date") + " limit ?";
    return visitor ->
        database.each(
            sql, row -> visitor.row(cells(heading.report(), values(row))), arguments.toArray());
  }

  private static Values values(Database.Row row) {
    return new Values() {
      @Override
      public String text(String code) throws SQLException {
        return row.text(code);
      }

      @Override
      public long number(String code) throws SQLException {
        return row.number(code);
      }
    };
  }

  /** The rows that {@link #line} has written. */
  Source kept(ReportHeading heading, InputStream lines) {
    return visitor -> {
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          visitor.row(cells(heading.report(), values(JsonParts.read(line))));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static Values values(JsonObject object) {
    return new Values() {
      @Override
      public String text(String code) {
        return object.getString(code);
      }

      @Override
      public long number(String code) {
        return object.getJsonNumber(code).longValueExact();
      }
    };
  }

  /** A row to be kept; shares are not, they follow from the others. */
  static String line(StandardReport report, List<ReportCell> cells) {
    var object = JsonParts.object();
    for (int index = 0; index < cells.size(); index++) {
      String code = report.columns().get(index).code();
      switch (cells.get(index)) {
        case ReportCell.Text text -> object.add(code, text.value());
        case ReportCell.Day day -> object.add(code, day.value().toString());
        case ReportCell.Count count -> object.add(code, count.value());
        case ReportCell.Amount amount -> object.add(code, amount.value().minor());
        case ReportCell.Share ignored -> {}
      }
    }
    return object.build() + "\n";
  }

  private static List<ReportCell> cells(StandardReport report, Values values) throws SQLException {
    List<ReportCell> cells = new ArrayList<>(report.columns().size());
    for (ReportColumn column : report.columns()) {
      cells.add(
          switch (column) {
            case ReportColumn.Text text -> new ReportCell.Text(values.text(text.code()));
            case ReportColumn.Account account ->
                new ReportCell.Text(account(values.text(account.code())));
            case ReportColumn.Day day ->
                new ReportCell.Day(LocalDate.parse(values.text(day.code())));
            case ReportColumn.Count count -> new ReportCell.Count(values.number(count.code()));
            case ReportColumn.Amount amount ->
                new ReportCell.Amount(
                    Money.of(values.number(amount.code()), values.text(StandardReport.CURRENCY)));
            case ReportColumn.Share share ->
                new ReportCell.Share(values.number(share.part()), values.number(share.whole()));
          });
    }
    return cells;
  }

  /** The books name an account by its plain id, a kept row by its outside form. */
  private static String account(String text) {
    return text.startsWith("acct_") ? text : new AccountId(UUID.fromString(text)).toString();
  }
}

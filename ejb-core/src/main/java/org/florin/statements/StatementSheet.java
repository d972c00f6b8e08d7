package org.florin.statements;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.Money;
import org.florin.platform.json.JsonParts;
import org.florin.statements.interest.BalanceKind;

/**
 * What a statement's document says, read back for pages.
 *
 * @param minimumPayment all that it asks for
 */
public record StatementSheet(
    LocalDate from,
    LocalDate closedOn,
    LocalDate dueOn,
    List<Figure> summary,
    Money newBalance,
    Money minimumPayment,
    List<Interest> interest) {

  /** A named amount. */
  public record Figure(String name, Money amount) {}

  /**
   * A balance's interest and how it came about.
   *
   * @param rates yearly, in percent, in the order they counted
   * @param averageDailyBalance rounded half up to the minor unit for reading
   */
  public record Interest(
      BalanceKind kind,
      String promotion,
      List<String> rates,
      Money averageDailyBalance,
      Money charged,
      List<Days> days) {}

  /**
   * Days that are alike.
   *
   * @param freeOfInterest part of the balance that cost nothing
   */
  public record Days(
      LocalDate from, LocalDate to, int count, String rate, Money balance, Money freeOfInterest) {}

  /** Reads a statement's document. */
  public static StatementSheet of(StatementView statement) {
    return read(JsonParts.read(statement.document()));
  }

  private static StatementSheet read(JsonObject document) {
    return new StatementSheet(
        date(document, "from_on"),
        date(document, "closed_on"),
        date(document, "payment_due_on"),
        List.of(
            figure(document, "Previous balance", "previous_balance", 1),
            figure(document, "Payments", "payments", -1),
            figure(document, "Other credits", "credits", -1),
            figure(document, "Purchases", "purchases", 1),
            figure(document, "Cash advances", "cash_advances", 1),
            figure(document, "Adjustments", "adjustments", 1),
            figure(document, "Fees", "fees", 1),
            figure(document, "Interest", "interest", 1)),
        money(document, document, "new_balance"),
        money(document, document, "minimum_payment"),
        document.getJsonArray("interest_charges").stream()
            .map(line -> interest(document, line.asJsonObject()))
            .toList());
  }

  private static Figure figure(JsonObject document, String name, String member, int sign) {
    var amount = money(document, document, member);
    return new Figure(name, sign < 0 ? amount.negated() : amount);
  }

  private static Interest interest(JsonObject document, JsonObject line) {
    return new Interest(
        BalanceKind.ofCode(line.getString("balance_type")),
        line.getString("promotion"),
        line.getJsonArray("aprs").getValuesAs(JsonString::getString),
        Money.of(
            new BigDecimal(line.getString("balance_subject_to_interest"))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact(),
            document.getString("currency")),
        money(document, line, "interest"),
        line.getJsonArray("days").stream()
            .map(days -> days(document, days.asJsonObject()))
            .toList());
  }

  private static Days days(JsonObject document, JsonObject days) {
    return new Days(
        date(days, "from_on"),
        date(days, "to_on"),
        days.getInt("days"),
        days.getString("apr"),
        money(document, days, "balance"),
        money(document, days, "free_of_interest"));
  }

  private static LocalDate date(JsonObject object, String member) {
    return LocalDate.parse(object.getString(member));
  }

  private static Money money(JsonObject document, JsonObject object, String member) {
    return Money.of(object.getJsonNumber(member).longValueExact(), document.getString("currency"));
  }
}

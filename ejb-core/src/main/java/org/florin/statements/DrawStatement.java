package org.florin.statements;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.florin.kernel.AnnualRate;
import org.florin.kernel.StatementId;
import org.florin.platform.json.JsonParts;
import org.florin.statements.interest.BearingDay;
import org.florin.statements.interest.InterestLine;
import org.florin.statements.minimum.PayoffWarning;
import org.florin.statements.tape.ClosedDay;
import org.florin.statements.tape.ClosedDay.ClosedCycle;

/**
 * Draws a statement: every item of Reg Z 1026.7(b), as one JSON document that is never made again.
 * Pure; the same facts give the same bytes.
 */
final class DrawStatement {

  /**
   * @param closed the closing day
   * @param lines postings and charges of the cycle, in order
   * @param from first day of the cycle
   * @param yearInterestMinor interest of the calendar year before this cycle
   * @param yearFeesMinor fees of the calendar year before this cycle
   */
  record Facts(
      BillingFacts.Account account,
      ClosedDay closed,
      List<BookedLine> lines,
      LocalDate from,
      long previousBalanceMinor,
      long yearInterestMinor,
      long yearFeesMinor,
      long cutOff) {}

  private DrawStatement() {}

  /**
   * @throws IllegalStateException if previous balance and postings don't add up to the new balance
   */
  static Statements.Drawn of(Facts facts) {
    var cycle = facts.closed().cycle().orElseThrow();
    var statement = cycle.statement();
    var totals = StatementTotals.of(facts.lines());
    if (facts.previousBalanceMinor() + totals.changeMinor() != statement.balanceMinor()) {
      throw new IllegalStateException(
          "statement of "
              + statement.closedOn()
              + " does not add up: "
              + facts.previousBalanceMinor()
              + " and "
              + totals.changeMinor()
              + " are not "
              + statement.balanceMinor());
    }
    var id = StatementId.of(facts.account().id(), statement.closedOn());
    return new Statements.Drawn(
        id,
        facts.account().id(),
        facts.from(),
        statement.closedOn(),
        statement.dueOn(),
        facts.account().currency(),
        facts.cutOff(),
        facts.previousBalanceMinor(),
        totals.interestMinor(),
        totals.feesMinor(),
        statement.balanceMinor(),
        cycle.pastDueMinor(),
        cycle.minimumMinor(),
        document(id, facts, cycle, totals));
  }

  private static String document(
      StatementId id, Facts facts, ClosedCycle cycle, StatementTotals totals) {
    var text = new StringWriter();
    try (var json = JsonParts.write(text)) {
      json.writeStartObject()
          .write("id", id.toString())
          .write("object", "statement")
          .write("account", facts.account().id().toString())
          .write("currency", facts.account().currency());
      writeFigures(json, facts, cycle, totals);
      writeTransactions(json, facts.lines());
      writeInterest(json, cycle.interest());
      writeYear(json, facts, cycle, totals);
      writeWarnings(json, facts, cycle);
      json.writeEnd();
    }
    return text.toString();
  }

  private static void writeFigures(
      JsonGenerator json, Facts facts, ClosedCycle cycle, StatementTotals totals) {
    var balance = cycle.statement().balanceMinor();
    var limit = facts.account().creditLimitMinor();
    json.write("from_on", facts.from().toString())
        .write("closed_on", cycle.statement().closedOn().toString())
        .write("days", cycle.days())
        .write("payment_due_on", cycle.statement().dueOn().toString())
        .write("previous_balance", facts.previousBalanceMinor())
        .write("payments", totals.paymentsMinor())
        .write("credits", totals.creditsMinor())
        .write("purchases", totals.purchasesMinor())
        .write("cash_advances", totals.cashAdvancesMinor())
        .write("adjustments", totals.adjustmentsMinor())
        .write("fees", totals.feesMinor())
        .write("interest", totals.interestMinor())
        .write("new_balance", balance)
        .write("disputed", cycle.statement().disputedMinor())
        .write("past_due", cycle.pastDueMinor())
        .write("minimum_payment", cycle.minimumMinor())
        .write("credit_limit", limit)
        .write("available_credit", limit - balance)
        .write("cash_limit", facts.account().cashLimitMinor())
        .write("purchases_have_grace", cycle.statement().hadGrace());
  }

  private static void writeTransactions(JsonGenerator json, List<BookedLine> lines) {
    json.writeStartArray("transactions");
    for (var line : lines) {
      json.writeStartObject()
          .write("id", line.id().toString())
          .write("booked_on", line.bookedOn().toString())
          .write("kind", line.kind().code())
          .write("group", StatementTotals.group(line.kind()))
          .write("description", line.description())
          .write("amount", line.amountMinor())
          .writeEnd();
    }
    json.writeEnd();
  }

  private static void writeInterest(JsonGenerator json, List<InterestLine> lines) {
    json.writeStartArray("interest_charges");
    for (var line : lines) {
      json.writeStartObject()
          .write("balance_type", line.segment().kind().code())
          .write("promotion", line.segment().promotion());
      json.writeStartArray("aprs");
      line.rates().forEach(rate -> json.write(percent(rate)));
      json.writeEnd()
          .write("balance_subject_to_interest", line.averageDailyBalance().toPlainString())
          .write("interest", line.amountMinor());
      writeDays(json, line.days());
      json.writeEnd();
    }
    json.writeEnd();
  }

  /** The days behind a line; days that are alike are told together. */
  private static void writeDays(JsonGenerator json, List<BearingDay> days) {
    json.writeStartArray("days");
    var begin = 0;
    for (var i = 1; i <= days.size(); i++) {
      if (i == days.size() || !alike(days.get(i - 1), days.get(i))) {
        var first = days.get(begin);
        json.writeStartObject()
            .write("from_on", first.day().toString())
            .write("to_on", days.get(i - 1).day().toString())
            .write("days", i - begin)
            .write("apr", percent(first.rate()))
            .write("balance", first.balanceMinor())
            .write("free_of_interest", first.exemptMinor())
            .writeEnd();
        begin = i;
      }
    }
    json.writeEnd();
  }

  private static boolean alike(BearingDay one, BearingDay next) {
    return one.day().plusDays(1).equals(next.day())
        && one.rate().equals(next.rate())
        && one.balanceMinor() == next.balanceMinor()
        && one.exemptMinor() == next.exemptMinor();
  }

  private static void writeYear(
      JsonGenerator json, Facts facts, ClosedCycle cycle, StatementTotals totals) {
    json.writeStartObject("year_to_date")
        .write("year", cycle.statement().closedOn().getYear())
        .write("fees", facts.yearFeesMinor() + totals.feesMinor())
        .write("interest", facts.yearInterestMinor() + totals.interestMinor())
        .writeEnd();
  }

  private static void writeWarnings(JsonGenerator json, Facts facts, ClosedCycle cycle) {
    var prices = facts.account().terms().on(cycle.statement().closedOn());
    json.writeStartObject("late_payment_warning")
        .write("fee_up_to", prices.fees().penaltyRepeatMinor())
        .write("penalty_apr", percent(prices.penaltyRate()))
        .writeEnd();
    if (cycle.payoff().isEmpty()) {
      json.writeNull("minimum_payment_warning");
      return;
    }
    writePayoff(json, cycle.payoff().get());
  }

  private static void writePayoff(JsonGenerator json, PayoffWarning payoff) {
    json.writeStartObject("minimum_payment_warning");
    payoff
        .months()
        .ifPresentOrElse(months -> json.write("months", months), () -> json.writeNull("months"));
    json.write("total", payoff.totalMinor());
    payoff
        .threeYears()
        .ifPresentOrElse(
            alternative ->
                json.writeStartObject("three_years")
                    .write("payment", alternative.paymentMinor())
                    .write("total", alternative.totalMinor())
                    .write("saving", alternative.savingMinor())
                    .writeEnd(),
            () -> json.writeNull("three_years"));
    json.writeEnd();
  }

  /** At least two decimals, no more than are there. */
  static String percent(AnnualRate rate) {
    var plain = rate.percent().stripTrailingZeros();
    return plain.setScale(Math.max(2, plain.scale())).toPlainString();
  }
}

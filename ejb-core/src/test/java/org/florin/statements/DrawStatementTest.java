package org.florin.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawStatementTest {

  private final JsonObject document =
      Json.createReader(new StringReader(SampleStatement.document())).readObject();

  @Test
  void figures_add_up() {
    assertEquals(100_000, document.getInt("purchases"));
    assertEquals(40_000, document.getInt("cash_advances"));
    assertEquals(5_000, document.getInt("payments"));
    assertEquals(2_000, document.getInt("fees"));
    assertEquals(
        100_000 + 40_000 - 5_000 + 2_000 + document.getInt("interest"),
        document.getInt("new_balance"));
    assertEquals(500_000 - document.getInt("new_balance"), document.getInt("available_credit"));
  }

  @Test
  void each_cent_of_interest_is_explained_by_its_days() {
    for (var value : document.getJsonArray("interest_charges")) {
      var line = value.asJsonObject();
      var yearly =
          line.getJsonArray("days").stream()
              .map(day -> day.asJsonObject())
              .mapToLong(
                  day ->
                      (day.getInt("balance") - day.getInt("free_of_interest"))
                          * (long) day.getInt("days")
                          * Long.parseLong(day.getString("apr").replace(".", "")))
              .sum();
      // minor units times hundredths of a percent: half up over 100 * 100 * 365.
      assertEquals((yearly + 1_825_000) / 3_650_000, line.getInt("interest"), line.toString());
    }
  }

  @Test
  void days_that_are_alike_are_told_together() {
    var cash =
        document.getJsonArray("interest_charges").stream()
            .map(value -> value.asJsonObject())
            .filter(line -> line.getString("balance_type").equals("cash_advance"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        List.of(9, 22),
        cash.getJsonArray("days").stream().map(day -> day.asJsonObject().getInt("days")).toList());
  }

  @Test
  void same_facts_give_the_same_bytes() {
    assertEquals(SampleStatement.document(), SampleStatement.document());
    assertEquals(SampleStatement.page(), SampleStatement.page());
  }

  @Test
  void page_shows_what_the_law_wants_shown() {
    var page = SampleStatement.page();

    for (var item :
        List.of(
            "Previous balance",
            "Payments",
            "Other credits",
            "Purchases",
            "Cash advances",
            "Fees charged",
            "Interest charged",
            "New balance",
            "Credit limit",
            "Available credit",
            "Payment due date",
            "Minimum payment due",
            "Late payment warning",
            "Minimum payment warning",
            "3 years",
            "Interest charge calculation",
            "Balance subject to interest rate",
            "totals year-to-date",
            "Tools &amp; More &lt;Austin&gt;")) {
      assertTrue(page.contains(item), item);
    }
  }
}

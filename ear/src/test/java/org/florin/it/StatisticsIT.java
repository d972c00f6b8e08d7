package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Statistics of the running bank against its ledger. */
class StatisticsIT {

  private static final Bank BANK = Bank.running();

  private static final String LEDGER_OF_TODAY =
      """
      select coalesce(sum(l.amount_minor), 0) from journal_line l join journal_entry e on e.id = l.entry_id
      where e.booked_on = (select business_date from bank) and l.gl_account = 'cardholder_receivable'""";

  private static Bank.Answer compute(String period) {
    return BANK.post("/statistics/jobs", "{\"period\":\"" + period + "\"}");
  }

  private static void computeAndWait(String period) {
    Bank.Answer queued = compute(period);
    assertTrue(queued.status() == 202 || queued.status() == 200, queued.body());
    String job = queued.text("id");
    Awaitility.await("job " + job)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              String status = BANK.get("/statistics/jobs/" + job).text("status");
              return !status.equals("queued") && !status.equals("running");
            });
    assertEquals(
        "completed", BANK.get("/statistics/jobs/" + job).text("status"), () -> "job " + job);
  }

  private static JsonObject metrics(String period, String parameters) {
    Bank.Answer answer = BANK.get("/statistics/" + period + "?" + parameters);
    assertEquals(200, answer.status(), answer.body());
    return answer.json().getAsJsonArray("data").get(0).getAsJsonObject().getAsJsonObject("metrics");
  }

  private static long figure(JsonObject metrics, String metric, String member) {
    return metrics.getAsJsonObject(metric).get(member).getAsLong();
  }

  @Test
  void a_day_counts_decisions_and_equals_the_ledger() {
    Bank.Cardholder holder = BANK.newCardholder(50_000);
    Bank.Answer approved = BANK.post("/authorizations", holder.purchase(30_000));
    BANK.post("/authorizations", holder.purchase(30_000));
    BANK.post("/authorizations/" + approved.text("id") + "/captures", "{}");
    computeAndWait("daily");

    JsonObject metrics = metrics("daily", "account=" + holder.account());
    assertEquals(2, figure(metrics, "authorizations_requested", "count"));
    assertEquals(60_000, figure(metrics, "authorizations_requested", "amount"));
    assertEquals(1, figure(metrics, "authorizations_approved", "count"));
    assertEquals(
        1,
        metrics
            .getAsJsonObject("authorizations_declined")
            .getAsJsonObject("by")
            .getAsJsonObject("NO_FUNDS")
            .get("count")
            .getAsLong());
    assertEquals("50.00", metrics.get("approval_rate").getAsString());
    assertEquals(30_000, figure(metrics, "purchases", "amount"));
    assertEquals(1, figure(metrics, "accounts_opened", "count"));
    JsonObject grocery = metrics("daily", "group_by=mcc,country&account=" + holder.account());
    assertTrue(grocery.size() > 0);

    assertEquals(
        BANK.number(LEDGER_OF_TODAY),
        BANK.number(
            """
            select sum(amount_minor) from statistic_fact where period = 'daily'
            and starts_on = (select business_date from bank) and metric in ('purchases', 'cash_advances', 'refunds',
              'payments', 'payment_returns', 'fees', 'interest', 'opening_balances', 'adjustments')"""));
    assertEquals(
        BANK.number(LEDGER_OF_TODAY),
        BANK.number(
            """
            select control_total_minor from statistic_period where period = 'daily'
            and starts_on = (select business_date from bank)"""));
  }

  @Test
  void weeks_and_months_are_computed_side_by_side_and_again() {
    BANK.newCardholder();
    compute("weekly");
    computeAndWait("monthly");
    computeAndWait("weekly");
    computeAndWait("monthly");

    for (String period : new String[] {"weekly", "monthly"}) {
      assertEquals(
          0,
          BANK.number(
              """
              select count(*) from (
                select account_id, metric, detail, sum(items) as items, sum(amount) as amount from (
                  select account_id, metric, detail, items, amount_minor as amount from statistic_fact
                    where period = ? and starts_on = (select max(starts_on) from statistic_period where period = ?)
                  union all
                  select f.account_id, f.metric, f.detail, -f.items, -f.amount_minor from statistic_fact f
                    join (select period, max(starts_on) as starts_on from statistic_period where period = ?
                      group by period) p on f.starts_on between p.starts_on
                      and (p.starts_on + case p.period when 'weekly' then interval '6 days'
                        else interval '1 month - 1 day' end)::date
                    where f.period = 'daily') compared
                group by account_id, metric, detail having sum(items) <> 0 or sum(amount) <> 0) different""",
              period,
              period,
              period),
          period);
    }
  }

  @Test
  void figures_come_as_csv_too() {
    computeAndWait("daily");
    Bank.Answer csv =
        BANK.send(
            BANK.request("/statistics/daily?group_by=channel")
                .header("Accept", "text/csv")
                .method("GET", HttpRequest.BodyPublishers.noBody()));

    assertEquals(200, csv.status());
    assertEquals(
        "period,status,restated,currency,channel,metric,part,count,amount",
        csv.body().lines().findFirst().orElseThrow());
  }

  @Test
  void what_is_no_period_or_lies_ahead_is_refused() {
    assertEquals(404, BANK.get("/statistics/yearly").status());
    assertEquals(400, BANK.get("/statistics/daily?group_by=colour").status());
    assertEquals(400, BANK.get("/statistics/daily?from=2026-02-30").status());
    assertEquals(400, compute("yearly").status());
    Bank.Answer ahead =
        BANK.post("/statistics/jobs", "{\"period\":\"daily\",\"date\":\"2999-01-01\"}");
    assertEquals(422, ahead.status());
    assertEquals("period_not_begun", ahead.text("code"));
  }
}

package org.florin.launcher.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * The daily figures of a long history beside the plain SQL of the same days, in turns, and a week
 * and a month out of their days. A run is timed by the job's own begin and end.
 */
final class StatisticsBench {

  /** How long a history of how many accounts, and how many of its days are measured. */
  record Options(int accounts, long records, int days, int rounds) {}

  private final FlorinStack stack;
  private final Progress progress;
  private final Options options;

  StatisticsBench(FlorinStack stack, Progress progress, Options options) {
    this.stack = stack;
    this.progress = progress;
    this.options = options;
  }

  Map<String, Object> run(Connection owner) throws IOException, SQLException {
    LocalDate today = CloseBench.businessDate(owner);
    PostedHistory history = new PostedHistory(owner, progress);
    history.layOut(options.accounts(), options.records(), today.minusDays(options.days()), today);
    PlainDays plain = new PlainDays(owner);
    List<String> faults = new ArrayList<>();
    List<Map<String, Object>> rounds = new ArrayList<>();
    List<Long> ratios = new ArrayList<>();
    for (int round = 1; round <= options.rounds(); round++) {
      LocalDate day = today.minusDays(round);
      long floorMillis = plain.compute(day);
      long jobMillis = compute(owner, "daily", day, faults);
      checkControlTotal(owner, day, faults);
      ratios.add(jobMillis * 100 / Math.max(1, floorMillis));
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("day", day.toString());
      told.put("facts", facts(owner, "daily", day));
      told.put("job_ms", jobMillis);
      told.put("plain_sql_ms", floorMillis);
      rounds.add(told);
      progress.say(
          "%s: job %d ms, plain SQL %d ms, %s facts"
              .formatted(day, jobMillis, floorMillis, told.get("facts")));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", options.accounts());
    result.put("records", options.records());
    result.put("days", options.days());
    result.put("rounds", rounds);
    result.put(
        "daily_to_plain_sql_percent_median",
        ratios.stream().sorted().skip((ratios.size() - 1) / 2).findFirst().orElse(0L));
    LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    result.put("week_ms", fromDays(owner, "weekly", week, faults));
    LocalDate month = today.withDayOfMonth(1).minusMonths(1);
    if (!month.isBefore(today.minusDays(options.days()))) {
      result.put("month_ms", fromDays(owner, "monthly", month, faults));
    }
    result.put("faults", faults);
    faults.forEach(fault -> progress.say("FAULT: " + fault));
    return result;
  }

  /** A longer period, once its days are there: computed, forgotten, and computed again in time. */
  private long fromDays(Connection owner, String period, LocalDate startsOn, List<String> faults)
      throws IOException, SQLException {
    compute(owner, period, startsOn, faults);
    try (Statement statement = owner.createStatement()) {
      for (String table : List.of("statistic_fact", "statistic_period")) {
        statement.execute(
            "DELETE FROM %s WHERE period = '%s' AND starts_on = '%s'"
                .formatted(table, period, startsOn));
      }
      statement.execute("VACUUM ANALYZE statistic_fact");
    }
    long millis = compute(owner, period, startsOn, faults);
    progress.say("%s from %s: %d ms".formatted(period, startsOn, millis));
    return millis;
  }

  private long compute(Connection owner, String period, LocalDate startsOn, List<String> faults)
      throws IOException, SQLException {
    JsonObject order = new JsonObject();
    order.addProperty("period", period);
    order.addProperty("date", startsOn.toString());
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), stack.apiKey())) {
      HttpConnection.Answer answer =
          connection.post(
              "/api/v1/statistics/jobs", UUID.randomUUID().toString(), order.toString());
      if (answer.status() >= 300) {
        throw new IOException("refused: " + answer.status() + " " + answer.body());
      }
    }
    JobWatch.Ended ended = new JobWatch(owner).await("statistics-" + period, startsOn.toString());
    if (!ended.status().equals("completed")) {
      faults.add(period + " " + startsOn + " ended as " + ended.status());
    }
    return ended.millis();
  }

  private static void checkControlTotal(Connection owner, LocalDate day, List<String> faults)
      throws SQLException {
    long difference =
        Books.count(
            owner,
            """
            SELECT (SELECT control_total_minor FROM statistic_period WHERE period = 'daily' AND starts_on = '%1$s')
              - (SELECT coalesce(sum(l.amount_minor), 0) FROM journal_line l JOIN journal_entry e ON e.id = l.entry_id
                 WHERE e.booked_on = '%1$s' AND l.gl_account = 'cardholder_receivable')
            """
                .formatted(day));
    if (difference != 0) {
      faults.add("the control total of " + day + " is off by " + difference);
    }
  }

  private static long facts(Connection owner, String period, LocalDate startsOn)
      throws SQLException {
    return Books.count(
        owner,
        "SELECT count(*) FROM statistic_fact WHERE period = '%s' AND starts_on = '%s'"
            .formatted(period, startsOn));
  }
}

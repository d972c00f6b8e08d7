package org.florin.launcher.bench;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * Closes business dates of a bank with a tenth of the accounts and with all of them. A run is a
 * date: the job's own begin and end are taken.
 */
final class CloseBench {
  /** How a date was closed. */
  record Closed(LocalDate date, String status, long accounts, long millis) {}

  private final FlorinStack stack;
  private final Progress progress;

  CloseBench(FlorinStack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  Map<String, Object> run(Connection owner, int accounts, int days)
      throws IOException, SQLException {
    List<String> faults = new ArrayList<>();
    List<Map<String, Object>> closes = new ArrayList<>();
    double tenth = bestRate(owner, accounts / 10, days, closes, faults);
    double whole = bestRate(owner, accounts, days, closes, faults);
    faults.addAll(CloseBooks.faults(owner));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("accounts", accounts);
    result.put("closes", closes);
    result.put("accounts_per_second", Math.round(whole));
    result.put("rate_to_that_of_a_tenth", Math.round(100 * whole / tenth) / 100.0);
    result.put("minutes_for_a_million_at_this_rate", Math.round(10_000_000 / whole / 60) / 10.0);
    result.put("faults", faults);
    return result;
  }

  /** Accounts a second of the best of so many dates. */
  private double bestRate(
      Connection owner, int count, int days, List<Map<String, Object>> closes, List<String> faults)
      throws IOException, SQLException {
    progress.say("Laying out " + count + " accounts");
    new LivedAccounts(owner).layOut(count);
    double best = 0;
    for (int day = 0; day < days; day++) {
      Closed closed = close(owner);
      double rate = closed.accounts() * 1000.0 / closed.millis();
      best = Math.max(best, rate);
      progress.say(
          "%s %s: %d accounts in %.1f s, %.0f/s"
              .formatted(
                  closed.date(),
                  closed.status(),
                  closed.accounts(),
                  closed.millis() / 1000.0,
                  rate));
      if (!closed.status().equals("completed")) {
        faults.add(closed.date() + " ended as " + closed.status());
      }
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("date", closed.date().toString());
      told.put("accounts", closed.accounts());
      told.put("statements", statements(owner, closed.date()));
      told.put("millis", closed.millis());
      told.put("server_memory_peak_mib", memoryPeakMib());
      closes.add(told);
    }
    return best;
  }

  private Closed close(Connection owner) throws IOException, SQLException {
    LocalDate date = businessDate(owner);
    order(stack, date.plusDays(1));
    return awaitClosed(owner, date);
  }

  /** Waits until a date's close is over. */
  static Closed awaitClosed(Connection owner, LocalDate date) throws SQLException {
    JobWatch.Ended ended = new JobWatch(owner).await("day-close", date.toString());
    return new Closed(date, ended.status(), ended.total(), ended.millis());
  }

  /** Orders the close of all dates before one. */
  static void order(FlorinStack stack, LocalDate until) throws IOException {
    JsonObject order = new JsonObject();
    order.addProperty("until", until.toString());
    try (HttpConnection connection = new HttpConnection(stack.ports().http(), stack.apiKey())) {
      HttpConnection.Answer answer =
          connection.post("/api/v1/simulate/clock", UUID.randomUUID().toString(), order.toString());
      if (answer.status() >= 300) {
        throw new IOException("day close refused: " + answer.status() + " " + answer.body());
      }
    }
  }

  static LocalDate businessDate(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("SELECT business_date FROM bank")) {
      row.next();
      return row.getObject(1, LocalDate.class);
    }
  }

  private static long statements(Connection owner, LocalDate date) throws SQLException {
    return Books.count(
        owner, "SELECT count(*) FROM account_statement WHERE closed_on = '" + date + "'");
  }

  private long memoryPeakMib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + stack.serverPid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0L);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.florin.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.florin.launcher.FlorinStack;
import org.florin.launcher.Progress;

/**
 * Closes the same dates of two copies of a bank, one undisturbed and one whose server is killed at
 * random moments of the work, and compares what both leave behind, table by table.
 */
final class CloseKillCampaign {
  private static final int POLL_MILLIS = 20;
  private static final String BEGUN =
      "SELECT coalesce(sum(starts), 0) FROM job_run WHERE job = 'day-close'";
  private static final String OPEN =
      "SELECT count(*) FROM job_run WHERE job = 'day-close' AND ended_at IS NULL";

  /** What a copy came to, and how long its dates took. */
  record Left(Map<String, String> digests, List<String> faults, long millis, int kills) {}

  private final Progress progress;
  private final int days;
  private final Random random;

  CloseKillCampaign(Progress progress, int days, long seed) {
    this.progress = progress;
    this.days = days;
    this.random = new Random(seed);
  }

  Left undisturbed(FlorinStack stack, Connection owner) throws IOException, SQLException {
    LocalDate until = CloseBench.businessDate(owner).plusDays(days);
    long begun = System.nanoTime();
    CloseBench.order(stack, until);
    awaitEnd(owner, until);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    progress.say("Undisturbed: " + days + " dates in " + millis + " ms");
    return new Left(CloseBooks.digests(owner), CloseBooks.faults(owner), millis, 0);
  }

  /**
   * @param workMillis what the dates take undisturbed: the moments are drawn from it
   */
  Left killed(FlorinStack stack, Connection owner, int kills, long workMillis)
      throws IOException, SQLException {
    LocalDate until = CloseBench.businessDate(owner).plusDays(days);
    long[] moments = random.longs(kills, 0, workMillis).sorted().toArray();
    long begun = System.nanoTime();
    CloseBench.order(stack, until);
    long before = 0;
    int done = 0;
    for (long moment : moments) {
      CloseBench.pause(moment - before);
      before = moment;
      if (isDone(owner, until)) {
        break;
      }
      long starts = Books.count(owner, BEGUN);
      stack.killServer();
      done++;
      progress.say(
          "Kill %d in the close of %s, %d accounts closed in all"
              .formatted(
                  done,
                  CloseBench.businessDate(owner),
                  Books.count(
                      owner,
                      "SELECT coalesce(sum(processed), 0) FROM job_run WHERE job = 'day-close'")));
      stack.startServer();
      while (Books.count(owner, BEGUN) == starts && !isDone(owner, until)) {
        CloseBench.pause(POLL_MILLIS);
      }
    }
    awaitEnd(owner, until);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    return new Left(CloseBooks.digests(owner), CloseBooks.faults(owner), millis, done);
  }

  /** What was found, for the record. */
  static Map<String, Object> result(Left undisturbed, Left killed) {
    List<String> faults = new ArrayList<>(undisturbed.faults());
    faults.addAll(killed.faults());
    for (Map.Entry<String, String> table : undisturbed.digests().entrySet()) {
      String other = killed.digests().get(table.getKey());
      if (!table.getValue().equals(other)) {
        faults.add(table.getKey() + " differs: " + table.getValue() + " and " + other);
      }
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("kills", killed.kills());
    result.put("undisturbed_millis", undisturbed.millis());
    result.put("killed_millis", killed.millis());
    result.put("tables", undisturbed.digests());
    result.put("faults", faults);
    return result;
  }

  private static boolean isDone(Connection owner, LocalDate until) throws SQLException {
    return !CloseBench.businessDate(owner).isBefore(until) && Books.count(owner, OPEN) == 0;
  }

  private static void awaitEnd(Connection owner, LocalDate until) throws SQLException {
    while (!isDone(owner, until)) {
      CloseBench.pause(POLL_MILLIS);
    }
  }
}

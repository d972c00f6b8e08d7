package org.florin.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Waits for the ends of background jobs and tells how long they worked. */
final class JobWatch {
  private static final int POLL_MILLIS = 50;

  /** How a run ended. */
  record Ended(String status, long total, long millis) {}

  private final Connection owner;

  JobWatch(Connection owner) {
    this.owner = owner;
  }

  /** Waits until the latest run of a key is over; the job's own begin and end are taken. */
  Ended await(String job, String businessKey) throws SQLException {
    while (true) {
      try (PreparedStatement statement =
          owner.prepareStatement(
              """
              SELECT status, total, 1000 * extract(epoch FROM ended_at - started_at) AS millis, ended_at
              FROM job_run WHERE job = ? AND (business_key = ? OR starts_with(business_key, ? || ' #'))
              ORDER BY created_at DESC LIMIT 1
              """)) {
        statement.setString(1, job);
        statement.setString(2, businessKey);
        statement.setString(3, businessKey);
        try (ResultSet row = statement.executeQuery()) {
          if (row.next() && row.getTimestamp(4) != null) {
            return new Ended(row.getString(1), row.getLong(2), row.getLong(3));
          }
        }
      }
      CloseBench.pause(POLL_MILLIS);
    }
  }
}

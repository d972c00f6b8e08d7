package org.florin.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least that posting can be: rows in a stage, repeated ids left out, an indexed ledger, one
 * update of each account, in one transaction.
 */
final class PostingFloor {

  private static final int COPY_BUFFER = 1 << 16;

  private final Connection connection;
  private final int accounts;

  PostingFloor(Connection connection, int accounts) throws SQLException {
    this.connection = connection;
    this.accounts = accounts;
    execute("DROP TABLE IF EXISTS bench_stage, bench_ledger, bench_account");
    execute(
        "CREATE UNLOGGED TABLE bench_stage (id text, account int, amount bigint, description text, at timestamptz)");
    execute(
        "CREATE TABLE bench_ledger (id text PRIMARY KEY, account int NOT NULL, amount bigint NOT NULL,"
            + " description text NOT NULL, at timestamptz NOT NULL)");
    execute("CREATE INDEX ON bench_ledger (account)");
    execute("CREATE TABLE bench_account (id int PRIMARY KEY, balance bigint NOT NULL)");
    execute(
        "INSERT INTO bench_account SELECT number, 0 FROM generate_series(1, "
            + accounts
            + ") number");
    execute("ANALYZE bench_account");
  }

  /** Posts so many new rows; the milliseconds that takes, without filling the stage. */
  long post(int round, int rows) throws SQLException, IOException {
    fill(round, rows);
    long begun = System.nanoTime();
    connection.setAutoCommit(false);
    execute(
        """
        INSERT INTO bench_ledger
        SELECT DISTINCT ON (id) id, account, amount, description, at FROM bench_stage ORDER BY id
        ON CONFLICT (id) DO NOTHING
        """);
    execute(
        """
        UPDATE bench_account SET balance = balance + moved.amount
        FROM (SELECT account, sum(amount) AS amount FROM bench_stage GROUP BY account) moved WHERE id = moved.account
        """);
    connection.commit();
    connection.setAutoCommit(true);
    return (System.nanoTime() - begun) / 1_000_000;
  }

  private void fill(int round, int rows) throws SQLException {
    execute("TRUNCATE bench_stage");
    Random random = new Random(round);
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY bench_stage FROM STDIN WITH (FORMAT text)");
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      lines
          .append(String.valueOf(1_000_000_000_000_000L + (long) round * rows + row))
          .append('\t')
          .append(1 + random.nextInt(accounts))
          .append('\t')
          .append(random.nextInt(100_000) - 10_000)
          .append("\tPurchase at Corner Bakery\t2022-06-10 19:27:53+00\n");
      if (lines.length() > COPY_BUFFER || row + 1 == rows) {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
      }
    }
    copy.endCopy();
    execute("ANALYZE bench_stage");
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

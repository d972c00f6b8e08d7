package org.florin.launcher.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.florin.launcher.FlorinStack;

/**
 * The same work as an authorization in plain SQL on the same database, in tables of its own:
 * idempotency row, guarded account update, hold, outbox row, one commit for each.
 */
final class SqlFloor {
  /** How the work is sent. */
  enum Way {
    SEVERAL_STATEMENTS,
    ONE_FUNCTION
  }

  private static final String[] SCHEMA = {
    "DROP SCHEMA IF EXISTS bench CASCADE",
    "CREATE SCHEMA bench",
    """
    CREATE TABLE bench.account (id int PRIMARY KEY, credit_limit bigint NOT NULL,
      balance bigint NOT NULL DEFAULT 0, held bigint NOT NULL DEFAULT 0) WITH (fillfactor = 60)
    """,
    """
    CREATE TABLE bench.idempotency (key text PRIMARY KEY, fingerprint bytea NOT NULL, body text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp())
    """,
    """
    CREATE TABLE bench.hold (id uuid PRIMARY KEY, account int NOT NULL, amount bigint NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp())
    """,
    """
    CREATE TABLE bench.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account int NOT NULL,
      payload text NOT NULL)
    """,
    """
    CREATE FUNCTION bench.authorize(k text, f bytea, b text, h uuid, a int, m bigint, p text) RETURNS boolean
    LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO bench.idempotency (key, fingerprint, body) VALUES (k, f, b);
      UPDATE bench.account SET held = held + m WHERE id = a AND credit_limit - balance - held >= m;
      IF NOT FOUND THEN RETURN false; END IF;
      INSERT INTO bench.hold (id, account, amount) VALUES (h, a, m);
      INSERT INTO bench.outbox (account, payload) VALUES (a, p);
      RETURN true;
    END $$
    """
  };
  private static final String BODY = "x".repeat(700);
  private static final String PAYLOAD = "x".repeat(300);

  private final FlorinStack stack;
  private final int accounts;

  SqlFloor(FlorinStack stack, int accounts) {
    this.stack = stack;
    this.accounts = accounts;
  }

  void layOut(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
      statement.execute(
          "INSERT INTO bench.account (id, credit_limit) SELECT n, "
              + BenchAccounts.LIMIT_MINOR
              + " FROM generate_series(0, "
              + (accounts - 1)
              + ") n");
      statement.execute("VACUUM ANALYZE bench.account");
    }
  }

  void remove(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("DROP SCHEMA bench CASCADE");
    }
  }

  /** Authorizations per second. */
  double rate(Way way, int clients, int seconds, long seed) throws IOException {
    AtomicLong done = new AtomicLong();
    ConcurrentLinkedQueue<SQLException> problems = new ConcurrentLinkedQueue<>();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      SplittableRandom random = new SplittableRandom(seed + i);
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      done.addAndGet(work(way, random, end));
                    } catch (SQLException | IOException e) {
                      problems.add(e instanceof SQLException sql ? sql : new SQLException(e));
                    }
                  }));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (!problems.isEmpty()) {
      throw new IOException(problems.peek());
    }
    return done.get() * 1e9 / (System.nanoTime() - begin);
  }

  private long work(Way way, SplittableRandom random, long end) throws SQLException, IOException {
    try (Connection connection =
        DriverManager.getConnection(stack.jdbcUrl(), stack.ownerUser(), stack.ownerPassword())) {
      return way == Way.ONE_FUNCTION
          ? byFunction(connection, random, end)
          : byStatements(connection, random, end);
    }
  }

  private long byStatements(Connection connection, SplittableRandom random, long end)
      throws SQLException {
    connection.setAutoCommit(false);
    long done = 0;
    try (PreparedStatement key =
            connection.prepareStatement(
                "INSERT INTO bench.idempotency (key, fingerprint, body) VALUES (?, ?, ?)");
        PreparedStatement account =
            connection.prepareStatement(
                "UPDATE bench.account SET held = held + ? WHERE id = ? AND credit_limit - balance - held >= ?");
        PreparedStatement hold =
            connection.prepareStatement(
                "INSERT INTO bench.hold (id, account, amount) VALUES (?, ?, ?)");
        PreparedStatement outbox =
            connection.prepareStatement(
                "INSERT INTO bench.outbox (account, payload) VALUES (?, ?)")) {
      while (System.nanoTime() < end) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        int number = random.nextInt(accounts);
        long amount = 100 + random.nextInt(10_000);
        key.setString(1, id.toString());
        key.setBytes(2, new byte[32]);
        key.setString(3, BODY);
        key.executeUpdate();
        account.setLong(1, amount);
        account.setInt(2, number);
        account.setLong(3, amount);
        account.executeUpdate();
        hold.setObject(1, id);
        hold.setInt(2, number);
        hold.setLong(3, amount);
        hold.executeUpdate();
        outbox.setInt(1, number);
        outbox.setString(2, PAYLOAD);
        outbox.executeUpdate();
        connection.commit();
        done++;
      }
    }
    return done;
  }

  private long byFunction(Connection connection, SplittableRandom random, long end)
      throws SQLException {
    long done = 0;
    try (PreparedStatement call =
        connection.prepareStatement("SELECT bench.authorize(?, ?, ?, ?, ?, ?, ?)")) {
      while (System.nanoTime() < end) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        call.setString(1, id.toString());
        call.setBytes(2, new byte[32]);
        call.setString(3, BODY);
        call.setObject(4, id);
        call.setInt(5, random.nextInt(accounts));
        call.setLong(6, 100 + random.nextInt(10_000));
        call.setString(7, PAYLOAD);
        call.execute();
        done++;
      }
    }
    return done;
  }
}

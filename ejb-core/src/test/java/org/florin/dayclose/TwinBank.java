package org.florin.dayclose;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.florin.fixtures.TestDatabase;
import org.florin.platform.audit.AuditTrails;
import org.florin.platform.jobs.JobRunsOn;
import org.florin.platform.outbox.Outboxes;
import org.florin.platform.sql.Database;
import org.florin.statements.Closes;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A bank in a database of its own whose connections may die at any statement. */
final class TwinBank {

  /** The connection died: what was done since the last commit is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(Throwable cause) {
      super(cause);
    }
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private final PGSimpleDataSource source;

  private TwinBank(PGSimpleDataSource source) {
    this.source = source;
  }

  /** A new database with Florin's schema. */
  static TwinBank create(String name) {
    TestDatabase.autoCommitting().update("create database " + name);
    var usual = (PGSimpleDataSource) TestDatabase.dataSource();
    var source = new PGSimpleDataSource();
    source.setServerNames(usual.getServerNames());
    source.setPortNumbers(usual.getPortNumbers());
    source.setUser(usual.getUser());
    source.setDatabaseName(name);
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    return new TwinBank(source);
  }

  Database autoCommitting() {
    return new Database(source);
  }

  <T> T inTransaction(Function<Database, T> work) {
    return dyingAfter(NEVER, work);
  }

  /**
   * A transaction whose connection dies before the given statement, or at the commit.
   *
   * @throws Killed if it did
   */
  <T> T dyingAfter(int statements, Function<Database, T> work) {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      var left = new AtomicInteger(statements);
      try {
        var answer = work.apply(new Database(TestDatabase.sharing(mortal(connection, left))));
        if (statements != NEVER && left.get() > 0) {
          throw new Killed(new SQLException("killed at the commit"));
        }
        connection.commit();
        return answer;
      } catch (RuntimeException e) {
        if (statements != NEVER) {
          connection.abort(Runnable::run);
          throw new Killed(e);
        }
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection mortal(Connection connection, AtomicInteger left) {
    return (Connection)
        Proxy.newProxyInstance(
            TwinBank.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                if (method.getReturnType() == PreparedStatement.class
                    && left.getAndDecrement() <= 0) {
                  throw new SQLException("killed at a statement");
                }
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  static DayCloses closes(Database database) {
    var closes = new DayCloses();
    closes.database = database;
    return closes;
  }

  static DayCloseRun run(Database database) {
    var run = new DayCloseRun();
    run.closes = closes(database);
    run.settings = new DayCloseSettings();
    run.settings.partitions = 3;
    run.accounts = Closes.on(database);
    run.jobs = JobRunsOn.database(database);
    run.outbox = Outboxes.on(database);
    run.audit = AuditTrails.on(database);
    return run;
  }
}

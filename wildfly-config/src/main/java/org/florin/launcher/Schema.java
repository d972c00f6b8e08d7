package org.florin.launcher;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;

/**
 * The database, its three roles and its migrations, taken from the very EAR that is deployed.
 *
 * <p>{@code florin_owner} migrates, {@code florin_app} runs, {@code florin_report} reads.
 */
final class Schema {
  static final String DATABASE = "florin";
  static final String OWNER = "florin_owner";
  static final String APP = "florin_app";
  static final String REPORT = "florin_report";

  private final DatabaseServer database;
  private final Secrets secrets;

  Schema(DatabaseServer database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  String password(String role) throws IOException {
    return secrets.word("database." + role, "", 32);
  }

  /** Creates what is missing and runs the migrations that have not run; returns their number. */
  int bringUp(Path ear, Path scratch) throws IOException {
    try {
      createRolesAndDatabase();
    } catch (SQLException e) {
      throw new IOException("cannot create roles and database: " + e.getMessage(), e);
    }
    return migrate(ear, scratch);
  }

  private void createRolesAndDatabase() throws SQLException, IOException {
    try (Connection connection = database.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String role : new String[] {OWNER, APP, REPORT}) {
        boolean missing =
            isEmpty(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'");
        statement.execute(
            (missing ? "CREATE ROLE " : "ALTER ROLE ")
                + role
                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '"
                + password(role)
                + "'");
      }
      statement.execute("ALTER ROLE " + APP + " SET lock_timeout = '10s'");
      statement.execute("ALTER ROLE " + APP + " SET idle_in_transaction_session_timeout = '5min'");
      statement.execute("ALTER ROLE " + REPORT + " SET statement_timeout = '5min'");
      statement.execute("ALTER ROLE " + REPORT + " SET default_transaction_read_only = on");
      if (isEmpty(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + OWNER);
        statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP + ", " + REPORT);
      }
    }
    try (Connection connection = database.connect(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SCHEMA public OWNER TO " + OWNER);
      statement.execute("GRANT USAGE ON SCHEMA public TO " + APP + ", " + REPORT);
      statement.execute("GRANT pg_read_all_stats TO " + REPORT);
    }
  }

  private static boolean isEmpty(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private int migrate(Path ear, Path scratch) throws IOException {
    Files.createDirectories(scratch);
    Path core = scratch.resolve("ejb-core.jar");
    try (ZipFile archive = new ZipFile(ear.toFile())) {
      ZipEntry entry = archive.getEntry("ejb-core.jar");
      if (entry == null) {
        throw new IOException("no ejb-core.jar in " + ear);
      }
      try (var content = archive.getInputStream(entry)) {
        Files.copy(content, core, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {core.toUri().toURL()}, Schema.class.getClassLoader())) {
      return Flyway.configure(loader)
          .dataSource(database.url(DATABASE), OWNER, password(OWNER))
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .outOfOrder(true)
          .connectRetries(5)
          .load()
          .migrate()
          .migrationsExecuted;
    }
  }
}

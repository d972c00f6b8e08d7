package org.florin.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A real PostgreSQL as a process of its own, its data kept, every commit on disk before it is
 * answered. Runs as any user; as root inside a user namespace, because PostgreSQL refuses root.
 */
final class DatabaseServer {
  static final String SUPERUSER = "postgres";
  private static final Duration START_PATIENCE = Duration.ofSeconds(90);
  private static final String SETTINGS =
      """
      # written at every start; change the launcher, not this file
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 80
      password_encryption = 'scram-sha-256'

      # durable: an answered commit is on disk
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      wal_sync_method = fdatasync
      wal_compression = %s
      wal_buffers = 16MB
      max_wal_size = 4GB
      min_wal_size = 512MB
      checkpoint_timeout = 15min
      checkpoint_completion_target = 0.9

      shared_buffers = 256MB
      effective_cache_size = 1GB
      work_mem = 16MB
      maintenance_work_mem = 128MB
      random_page_cost = 1.1
      jit = off
      autovacuum_naptime = 20s
      autovacuum_vacuum_scale_factor = 0.05
      autovacuum_analyze_scale_factor = 0.05
      autovacuum_vacuum_insert_scale_factor = 0.1

      timezone = 'UTC'
      log_timezone = 'UTC'
      log_line_prefix = '%%m [%%p] %%q%%u '
      log_min_duration_statement = 2000
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_lock_waits = on
      """;

  private final Workspace workspace;
  private final ProcessBook book;
  private final int port;
  private final String superuserPassword;

  DatabaseServer(Workspace workspace, ProcessBook book, int port, String superuserPassword) {
    this.workspace = workspace;
    this.book = book;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /** Starts the server and returns when it answers queries. */
  ProcessHandle start() throws IOException {
    Path data = data();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialize(data);
    }
    Files.writeString(
        data.resolve("florin.conf"), SETTINGS.formatted(port, supportsLz4() ? "lz4" : "on"));
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (true) {
      removeStaleLock(data);
      Process process = launch(data);
      if (awaitReady(process, deadline)) {
        return process.toHandle();
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("PostgreSQL does not start; see " + log());
      }
      // Orphans of a killed server may hold its shared memory for a moment: try again.
      Launches.pause(500);
    }
  }

  /** A connection of the superuser; only the launcher has one. */
  Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Ends the server: open transactions are rolled back, everything committed is kept. */
  static void stop(ProcessHandle process) throws IOException {
    ProcessBook.end(process, ProcessBook.Signal.INT, Duration.ofSeconds(60));
  }

  private Path data() {
    return workspace.state().resolve("postgres/data");
  }

  private File log() throws IOException {
    return workspace.logs().resolve("postgres.log").toFile();
  }

  private void initialize(Path data) throws IOException {
    Path fresh = data.resolveSibling("data.initializing");
    Launches.deleteTree(fresh);
    Files.createDirectories(fresh.getParent());
    Path passwordFile = workspace.state().resolve("postgres/superuser");
    Launches.writePrivately(passwordFile, superuserPassword);
    try {
      List<String> command =
          asDatabaseUser(
              workspace.postgresHome().resolve("bin/initdb").toString(),
              "--pgdata=" + fresh,
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--data-checksums",
              "--username=" + SUPERUSER,
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile);
      run(command);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.writeString(
        fresh.resolve("postgresql.conf"),
        "\ninclude_if_exists = 'florin.conf'\n",
        StandardOpenOption.APPEND);
    Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    // The folder gets its name only when it is complete: a killed start begins anew.
    Launches.deleteTree(data);
    Files.move(fresh, data);
  }

  private Process launch(Path data) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(
        asDatabaseUser(
            workspace.postgresHome().resolve("bin/postgres").toString(), "-D", data.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    book.record(ProcessBook.DATABASE, process.toHandle());
    return process;
  }

  private boolean awaitReady(Process process, long deadline) {
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(5)) {
          return true;
        }
      } catch (SQLException e) {
        Launches.pause(50);
      }
    }
    return false;
  }

  private void removeStaleLock(Path data) throws IOException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return;
    }
    List<String> lines = Files.readAllLines(lock);
    Optional<ProcessHandle> holder =
        lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")
            ? Optional.empty()
            : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    boolean postgres =
        holder
            .filter(ProcessHandle::isAlive)
            .flatMap(process -> process.info().command())
            .filter(command -> command.endsWith("postgres"))
            .isPresent();
    if (!postgres) {
      Files.deleteIfExists(lock);
    }
  }

  private boolean supportsLz4() throws IOException {
    Process config =
        new ProcessBuilder(
                workspace.postgresHome().resolve("bin/postgres").toString(), "--describe-config")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = config.inputReader().lines()) {
      return lines.anyMatch(line -> line.startsWith("wal_compression\t") && line.contains("lz4"));
    }
  }

  private static List<String> asDatabaseUser(String... command) {
    List<String> whole = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      whole.addAll(List.of("unshare", "-U"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private void run(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    try {
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new IOException(command.getFirst() + " ended with " + exit + "; see " + log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

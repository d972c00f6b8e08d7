package org.florin.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** WildFly as a process of its own: the image is shared and read-only, the base folder is ours. */
final class ApplicationServer {
  static final String CONFIGURATION = "florin.xml";
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final List<String> JVM =
      List.of(
          "-Xms384m",
          "-Xmx1024m",
          "-XX:MetaspaceSize=128m",
          "-XX:MaxMetaspaceSize=512m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-HeapDumpOnOutOfMemoryError",
          "-Xlog:disable",
          "-Djava.net.preferIPv4Stack=true",
          "-Djava.awt.headless=true",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "-Djboss.modules.system.pkgs=org.jboss.byteman",
          "-Dorg.wildfly.sigterm.suspend.timeout=10",
          "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
          "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
          "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
          "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.security=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
          "--add-opens=java.management/javax.management=ALL-UNNAMED",
          "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

  private final Workspace workspace;
  private final ProcessBook book;
  private final Ports ports;
  private long logStart;

  ApplicationServer(Workspace workspace, ProcessBook book, Ports ports) {
    this.workspace = workspace;
    this.book = book;
    this.ports = ports;
  }

  /** Lays out the base folder and starts the process; the deployment follows by itself. */
  ProcessHandle launch(Map<String, String> environment, List<String> options) throws IOException {
    Path base = workspace.state().resolve("server");
    layOut(base);
    Path home = workspace.wildflyHome();
    Path logs = workspace.logs();
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-D[Standalone]");
    command.addAll(JVM);
    command.addAll(options);
    if (Runtime.version().feature() >= 25) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow");
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-Dorg.jboss.boot.log.file=" + logs.resolve("server.log"));
    command.add(
        "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri());
    command.add("-jar");
    command.add(home.resolve("jboss-modules.jar").toString());
    command.add("-mp");
    command.add(home.resolve("modules").toString());
    command.add("org.jboss.as.standalone");
    command.add("-Djboss.home.dir=" + home);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.server.log.dir=" + logs);
    command.add("-Djboss.bind.address=127.0.0.1");
    command.add("-Djboss.http.port=" + ports.http());
    command.add("-Djboss.management.http.port=" + ports.management());
    command.add("--read-only-server-config=" + CONFIGURATION);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(base.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(logs.resolve("server-console.log").toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("JAVA_") || name.equals("JBOSS_HOME"));
    builder.environment().putAll(environment);
    logStart = Files.exists(serverLog()) ? Files.size(serverLog()) : 0;
    ProcessHandle process = builder.start().toHandle();
    book.record(ProcessBook.SERVER, process);
    return process;
  }

  /** Waits until portal and API answer; says why when they never will. */
  void awaitReady(ProcessHandle process) throws IOException {
    Path deployments = workspace.state().resolve("server/deployments");
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException("the server ended while starting; see " + serverLog());
      }
      Path failed = deployments.resolve("florin.ear.failed");
      if (Files.exists(failed)) {
        throw new IOException("the deployment failed; see " + serverLog() + "\n" + firstErrors());
      }
      if (Files.exists(deployments.resolve("florin.ear.deployed")) && isAnswering()) {
        return;
      }
      Launches.pause(100);
    }
    throw new IOException("the server does not answer; see " + serverLog());
  }

  boolean isAnswering() {
    return isServed(Launches.statusOf(page(), 2_000))
        && isServed(Launches.statusOf(apiStatus(), 2_000));
  }

  /** Ends the server: running requests finish, then everything closes. */
  static void stop(ProcessHandle process) throws IOException {
    ProcessBook.end(process, ProcessBook.Signal.TERM, Duration.ofSeconds(40));
  }

  URI page() {
    return URI.create("http://127.0.0.1:" + ports.http() + "/");
  }

  URI apiStatus() {
    return page().resolve("api/v1/status");
  }

  private static boolean isServed(int status) {
    return status >= 200 && status < 500;
  }

  /** The first causes in the log: what the deployment scanner reports is only what followed. */
  private String firstErrors() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(serverLog().toFile(), "r")) {
      log.seek(Math.min(logStart, log.length()));
      byte[] fresh = new byte[(int) (log.length() - log.getFilePointer())];
      log.readFully(fresh);
      List<String> causes =
          new String(fresh, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.contains(" ERROR ") || line.strip().startsWith("Caused by"))
              .toList();
      return String.join("\n", causes.subList(0, Math.min(8, causes.size())));
    }
  }

  private Path serverLog() throws IOException {
    return workspace.logs().resolve("server.log");
  }

  private void layOut(Path base) throws IOException {
    Path image = workspace.wildflyHome().resolve("standalone/configuration");
    Path configuration = Files.createDirectories(base.resolve("configuration"));
    Launches.deleteTree(base.resolve("tmp"));
    Launches.deleteTree(base.resolve("deployments"));
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    try (Stream<Path> files = Files.list(image)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.equals(CONFIGURATION) || name.endsWith(".properties")) {
          Files.copy(file, configuration.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Files.copy(workspace.ear(), deployments.resolve("florin.ear"));
    Files.createFile(deployments.resolve("florin.ear.dodeploy"));
  }
}

package org.florin.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The world outside the bank, for development: Stripe sandbox, bureau, mailbox, mainframe. */
final class SimulatorProcess {
  private static final String MAIN_CLASS = "org.florin.simulators.Simulators";

  private final Workspace workspace;
  private final ProcessBook book;
  private final Ports ports;

  SimulatorProcess(Workspace workspace, ProcessBook book, Ports ports) {
    this.workspace = workspace;
    this.book = book;
    this.ports = ports;
  }

  ProcessHandle launch(Map<String, String> environment) throws IOException {
    Path built = workspace.simulatorClasses();
    Path state = Files.createDirectories(workspace.state().resolve("simulators"));
    List<String> command =
        List.of(
            "setsid",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-cp",
            built.resolve("classes") + ":" + built.resolve("lib") + "/*",
            MAIN_CLASS);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(state.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    workspace.logs().resolve("simulators.log").toFile()));
    builder.environment().putAll(environment);
    builder.environment().put("FLORIN_SIM_STATE", state.toString());
    ProcessHandle process = builder.start().toHandle();
    book.record(ProcessBook.SIMULATORS, process);
    return process;
  }

  void awaitReady(ProcessHandle process) throws IOException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IOException(
            "the simulators ended while starting; see "
                + workspace.logs().resolve("simulators.log"));
      }
      if (Launches.statusOf(mailbox().resolve("health"), 1_000) == 200) {
        return;
      }
      Launches.pause(100);
    }
    throw new IOException("the simulators do not answer");
  }

  URI mailbox() {
    return URI.create("http://127.0.0.1:" + ports.mailbox() + "/");
  }

  URI stripe() {
    return URI.create("http://127.0.0.1:" + ports.stripe());
  }

  static void stop(ProcessHandle process) throws IOException {
    ProcessBook.end(process, ProcessBook.Signal.TERM, Duration.ofSeconds(15));
  }
}

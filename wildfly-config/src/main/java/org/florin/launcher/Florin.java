package org.florin.launcher;

import java.io.Console;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.florin.launcher.bench.BenchCommand;

/** What {@code ./florin} does once a JDK is found and the project is built. */
public final class Florin {
  /** Kept here, because a logger nobody holds forgets its level. */
  private static final Logger MIGRATION_LOG = Logger.getLogger("org.flywaydb");

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;
  private static final long DISK_FREE_MIN_BYTES = 2L << 30;
  private static final long MEMORY_FREE_MIN_KIB = 2L << 20;

  private final Workspace workspace;
  private final Progress progress = Progress.on(System.out);

  private Florin(Workspace workspace) {
    this.workspace = workspace;
  }

  public static void main(String[] arguments) throws Exception {
    MIGRATION_LOG.setLevel(Level.SEVERE);
    List<String> words = new ArrayList<>(Arrays.asList(arguments));
    Path root = Path.of(System.getProperty("florin.root", "."));
    Path state = root.resolve(".florin");
    String home = System.getenv("FLORIN_HOME");
    if (home != null && !home.isBlank()) {
      state = Path.of(home);
    }
    int option = words.indexOf("--state");
    if (option >= 0 && option + 1 < words.size()) {
      state = Path.of(words.get(option + 1));
      words.remove(option + 1);
      words.remove(option);
    }
    if (words.isEmpty()) {
      System.err.println("no command");
      System.exit(WRONG_USE);
    }
    String command = words.removeFirst();
    Florin florin = new Florin(new Workspace(root, state));
    try {
      System.exit(florin.execute(command, words));
    } catch (IOException e) {
      System.err.println("florin: " + e.getMessage());
      System.exit(FAILED);
    }
  }

  private int execute(String command, List<String> words) throws Exception {
    return switch (command) {
      case "run" -> {
        if (awaitRecovery()) {
          yield OK;
        }
        yield words.contains("--detach") ? runDetached() : run();
      }
      case "stop" -> stop();
      case "status" -> status();
      case "bench" -> new BenchCommand(workspace, progress).run(words);
      case "day" -> new DayCommand(workspace, progress).run(words);
      case "import" -> new ImportCommand(workspace, progress).run(words);
      case "trigger" -> new TriggerCommand(workspace).run(words);
      case "reset" -> reset(words.contains("--yes"));
      default -> {
        System.err.println("unknown command " + command);
        yield WRONG_USE;
      }
    };
  }

  private int run() throws IOException {
    Optional<FlorinStack> claimed = claim();
    if (claimed.isEmpty()) {
      return FAILED;
    }
    FlorinStack stack = claimed.get();
    Supervisor supervisor = new Supervisor(stack, progress);
    supervisor.stopOnSignal();
    try {
      new ProcessBook(workspace.state()).record(ProcessBook.SUPERVISOR, ProcessHandle.current());
      if (stack.ports().offset() > 0) {
        progress.say(
            "Ports in use: " + Ports.takenUsual() + "; all moved by " + stack.ports().offset());
      }
      checkGround();
      stack.start();
      printWelcome(stack);
      supervisor.watch();
      return OK;
    } catch (IOException e) {
      progress.say("Failed: " + e.getMessage());
      supervisor.stop();
      return FAILED;
    }
  }

  /** Takes the state folder; where another run has it, says so. */
  private Optional<FlorinStack> claim() throws IOException {
    Optional<FlorinStack> stack = FlorinStack.claim(workspace, Ports::usual, progress);
    if (stack.isPresent()) {
      return stack;
    }
    Optional<ProcessHandle> supervisor =
        new ProcessBook(workspace.state()).living(ProcessBook.SUPERVISOR);
    progress.say(
        "Already running or starting"
            + supervisor.map(process -> " (process " + process.pid() + ")").orElse("")
            + ": ./florin status says more, ./florin stop ends it");
    return Optional.empty();
  }

  /** True when a run that lost a part has it running again; false when there is none such. */
  private boolean awaitRecovery() throws IOException {
    ProcessBook book = new ProcessBook(workspace.state());
    Optional<ProcessHandle> supervisor = book.living(ProcessBook.SUPERVISOR);
    if (supervisor.isEmpty() || isComplete(book)) {
      return false;
    }
    if (Files.exists(workspace.runFile())) {
      // Died this very moment: give the supervisor the time to notice.
      Launches.pause(1_000);
    }
    if (!Files.exists(workspace.recoveryMark())) {
      return false;
    }
    progress.say(
        "A part has died and is being started again by process "
            + supervisor.get().pid()
            + ": waiting");
    while (Files.exists(workspace.recoveryMark()) && supervisor.get().isAlive()) {
      Launches.pause(200);
    }
    if (!supervisor.get().isAlive()) {
      return false;
    }
    progress.say("Running again: ./florin status shows the addresses, ./florin stop ends it");
    return true;
  }

  private boolean isComplete(ProcessBook book) throws IOException {
    if (Files.exists(workspace.recoveryMark())) {
      return false;
    }
    for (String part : List.of(ProcessBook.SERVER, ProcessBook.DATABASE, ProcessBook.SIMULATORS)) {
      if (book.living(part).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void checkGround() throws IOException {
    if (!Files.exists(workspace.ear())) {
      throw new IOException("nothing built yet: " + workspace.ear() + " is missing");
    }
    long free = Files.getFileStore(workspace.state()).getUsableSpace();
    if (free < DISK_FREE_MIN_BYTES) {
      throw new IOException(
          "too little disk space at " + workspace.state() + ": " + free + " bytes");
    }
    Path meminfo = Path.of("/proc/meminfo");
    if (Files.exists(meminfo)) {
      for (String line : Files.readAllLines(meminfo)) {
        if (line.startsWith("MemAvailable:")) {
          long kib = Long.parseLong(line.replaceAll("\\D", ""));
          if (kib < MEMORY_FREE_MIN_KIB) {
            progress.say("Only " + kib / 1024 + " MiB of memory are free: it may be slow");
          }
        }
      }
    }
  }

  private int runDetached() throws IOException {
    Path log = workspace.logs().resolve("launcher.log");
    long from = Files.exists(log) ? Files.size(log) : 0;
    List<String> command = new ArrayList<>();
    command.add("setsid");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Florin.class.getName(),
            "run",
            "--state",
            workspace.state().toString()));
    Process child =
        new ProcessBuilder(command)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    while (true) {
      boolean alive = child.isAlive();
      boolean ready = alive && isReadyUnder(child);
      from = copyTail(log, from);
      if (ready) {
        progress.print("Running in the background; log: " + log);
        return OK;
      }
      if (!alive) {
        return FAILED;
      }
      Launches.pause(200);
    }
  }

  private boolean isReadyUnder(Process child) throws IOException {
    return Files.exists(workspace.runFile())
        && new ProcessBook(workspace.state())
            .living(ProcessBook.SUPERVISOR)
            .filter(process -> process.pid() == child.pid())
            .isPresent()
        && Files.readString(workspace.logs().resolve("launcher.log")).endsWith(END_OF_WELCOME);
  }

  private static long copyTail(Path log, long from) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long end = file.length();
      byte[] fresh = new byte[(int) (end - from)];
      file.seek(from);
      file.readFully(fresh);
      System.out.print(new String(fresh, StandardCharsets.UTF_8));
      System.out.flush();
      return end;
    }
  }

  private int stop() throws IOException {
    ProcessBook book = new ProcessBook(workspace.state());
    Optional<ProcessHandle> supervisor = book.living(ProcessBook.SUPERVISOR);
    if (supervisor.isPresent()) {
      progress.say("Stopping (process " + supervisor.get().pid() + ")");
      ProcessBook.end(supervisor.get(), ProcessBook.Signal.TERM, Duration.ofSeconds(150));
    }
    FlorinStack.endLeftovers(book, progress);
    Files.deleteIfExists(workspace.runFile());
    progress.say(supervisor.isPresent() ? "Stopped" : "Nothing is running");
    return OK;
  }

  private int status() throws IOException {
    ProcessBook book = new ProcessBook(workspace.state());
    boolean all = true;
    for (String part :
        List.of(
            ProcessBook.SUPERVISOR,
            ProcessBook.SERVER,
            ProcessBook.DATABASE,
            ProcessBook.SIMULATORS)) {
      Optional<ProcessHandle> process = book.living(part);
      all &= process.isPresent();
      progress.print(
          String.format(
              "%-11s %s",
              part, process.map(handle -> "running, process " + handle.pid()).orElse("-")));
    }
    if (all && Files.exists(workspace.runFile())) {
      progress.print(Files.readString(workspace.runFile()).strip());
      return OK;
    }
    progress.print(all ? "starting" : "not running");
    return FAILED;
  }

  private int reset(boolean yes) throws IOException {
    if (!Files.exists(workspace.state())) {
      progress.say("Nothing to delete: " + workspace.state() + " does not exist");
      return OK;
    }
    if (!yes) {
      Console console = System.console();
      String answer =
          console == null
              ? null
              : console.readLine("Delete all data in %s? (yes/no) ", workspace.state());
      if (!"yes".equals(answer)) {
        progress.say("Nothing deleted (answer yes, or use --yes)");
        return FAILED;
      }
    }
    stop();
    for (String part : List.of("postgres", "server", "simulators", "scratch", "log")) {
      Launches.deleteTree(workspace.state().resolve(part));
    }
    for (String part : List.of("secrets.properties", "processes.json", "lock")) {
      Files.deleteIfExists(workspace.state().resolve(part));
    }
    progress.say("Deleted: the next run begins with a new bank");
    return OK;
  }

  private static final String END_OF_WELCOME =
      "Stop with Ctrl-C, or from anywhere: ./florin stop\n";

  private void printWelcome(FlorinStack stack) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("\nFlorin is running (ready after ").append(progress.seconds()).append(" s).\n\n");
    line(text, "Portal", stack.portalUrl());
    line(text, "Bank staff", stack.portalUrl() + "bank/");
    line(text, "API", stack.apiUrl() + "   (documentation: " + stack.portalUrl() + "api/docs)");
    line(text, "API key", stack.apiKey());
    line(text, "Mail inbox", stack.mailboxUrl());
    line(text, "Stripe", stack.stripeSandboxUrl() + "   (sandbox)");
    line(
        text,
        "Database",
        stack.jdbcUrl()
            + "   ("
            + stack.reportUser()
            + " / "
            + stack.reportPassword()
            + ", reads)");
    line(text, "Logs", workspace.logs().toString());
    text.append("\nDemo users:\n");
    for (FlorinStack.DemoUser user : stack.demoUsers()) {
      text.append(
          String.format("  %-12s %-17s %s%n", user.role(), user.username(), user.password()));
    }
    text.append('\n');
    text.append(END_OF_WELCOME.stripTrailing());
    progress.print(text.toString());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-12s %s%n", name, value));
  }
}

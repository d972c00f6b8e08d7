package org.florin.launcher;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which processes belong to a state folder, kept on disk so that the next start finds what an
 * earlier one left behind. A process is known by its id and its start time: a reused id is nobody
 * of ours.
 */
final class ProcessBook {
  static final String SUPERVISOR = "supervisor";
  static final String SERVER = "server";
  static final String DATABASE = "database";
  static final String SIMULATORS = "simulators";

  /** How a process is asked to end. */
  enum Signal {
    TERM,
    INT,
    KILL
  }

  private record Entry(long pid, long startedMillis) {}

  private static final long CLOCK_DRIFT_MILLIS = 2_000;
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private final Path file;

  ProcessBook(Path state) {
    this.file = state.resolve("processes.json");
  }

  synchronized void record(String name, ProcessHandle process) throws IOException {
    Map<String, Entry> entries = read();
    entries.put(name, new Entry(process.pid(), startMillis(process)));
    Launches.writePrivately(file, GSON.toJson(entries));
  }

  synchronized void forget(String name) throws IOException {
    Map<String, Entry> entries = read();
    if (entries.remove(name) != null) {
      Launches.writePrivately(file, GSON.toJson(entries));
    }
  }

  /** The recorded process of that name, if it still lives. */
  synchronized Optional<ProcessHandle> living(String name) throws IOException {
    Entry entry = read().get(name);
    if (entry == null) {
      return Optional.empty();
    }
    return ProcessHandle.of(entry.pid())
        .filter(ProcessHandle::isAlive)
        .filter(process -> !isZombie(process))
        .filter(
            process ->
                Math.abs(startMillis(process) - entry.startedMillis()) <= CLOCK_DRIFT_MILLIS);
  }

  /** Ends a process politely, then firmly after the patience is used up. */
  static void end(ProcessHandle process, Signal polite, Duration patience) throws IOException {
    signal(process, polite);
    if (!awaitExit(process, patience)) {
      signal(process, Signal.KILL);
      awaitExit(process, Duration.ofSeconds(10));
    }
  }

  static boolean awaitExit(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (java.util.concurrent.TimeoutException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static void signal(ProcessHandle process, Signal signal) throws IOException {
    if (!process.isAlive()) {
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + signal.name(), Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Entry> read() throws IOException {
    if (!Files.exists(file)) {
      return new LinkedHashMap<>();
    }
    Map<String, Entry> entries =
        GSON.fromJson(
            Files.readString(file), new TypeToken<LinkedHashMap<String, Entry>>() {}.getType());
    return entries == null ? new LinkedHashMap<>() : entries;
  }

  /** Dead, but nobody has asked for its exit code yet. */
  private static boolean isZombie(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

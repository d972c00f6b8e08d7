package org.florin.launcher.bench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processor time of processes, as Linux counts it: in hundredths of a second. */
final class ProcessTime {
  private static final long TICK_MICROS = 10_000;

  private ProcessTime() {}

  static long micros(long pid) throws IOException {
    long[] ticks = ticks(pid);
    return (ticks[0] + ticks[1]) * TICK_MICROS;
  }

  /** With the children, those that ended included. */
  static long microsOfTree(long pid) throws IOException {
    long[] own = ticks(pid);
    long sum = (own[0] + own[1] + own[2] + own[3]) * TICK_MICROS;
    List<ProcessHandle> children =
        ProcessHandle.of(pid).map(handle -> handle.children().toList()).orElse(List.of());
    for (ProcessHandle child : children) {
      sum += micros(child.pid());
    }
    return sum;
  }

  /** User and system time of a process, and of its children that ended. */
  private static long[] ticks(long pid) throws IOException {
    try {
      String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return new long[] {
        Long.parseLong(fields[11]),
        Long.parseLong(fields[12]),
        Long.parseLong(fields[13]),
        Long.parseLong(fields[14])
      };
    } catch (FileSystemException ended) {
      return new long[4];
    } catch (IOException ended) {
      if (ProcessHandle.of(pid).isPresent()) {
        throw ended;
      }
      return new long[4];
    }
  }
}

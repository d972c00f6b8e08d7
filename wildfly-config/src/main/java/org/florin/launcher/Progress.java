package org.florin.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says what happens, with the seconds since the start in front. */
public final class Progress {
  private final PrintStream out;
  private final long startNanos = System.nanoTime();

  private Progress(PrintStream out) {
    this.out = out;
  }

  /** Progress on a stream. */
  public static Progress on(PrintStream out) {
    return new Progress(out);
  }

  /** One line with the time since the start. */
  public void say(String text) {
    out.printf(Locale.ROOT, "[%5s s] %s%n", seconds(), text);
    out.flush();
  }

  /** Text without a time. */
  public void print(String text) {
    out.println(text);
    out.flush();
  }

  /** Seconds since the start, with one decimal. */
  String seconds() {
    long tenths = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 100;
    return tenths / 10 + "." + tenths % 10;
  }
}

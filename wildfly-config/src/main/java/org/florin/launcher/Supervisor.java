package org.florin.launcher;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a started stack alive until it is told to stop: a part that dies is started again, and when
 * parts die too often everything is stopped.
 */
final class Supervisor {
  private static final int RESTARTS_MAX = 5;
  private static final long WINDOW_NANOS = 300L * 1_000_000_000L;

  private final FlorinStack stack;
  private final Progress progress;
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Deque<Long> restarts = new ArrayDeque<>();

  Supervisor(FlorinStack stack, Progress progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /** From now on SIGTERM and Ctrl-C end what was started, in order. */
  void stopOnSignal() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Ends everything once; whoever calls second waits for the first. */
  void stop() {
    if (!stopping.compareAndSet(false, true)) {
      awaitStopped();
      return;
    }
    synchronized (this) {
      try {
        stack.close();
        progress.say("Stopped");
      } catch (IOException e) {
        progress.say("Stopping failed: " + e.getMessage());
      } finally {
        stopped.countDown();
      }
    }
  }

  /** Returns when the stack was stopped, or could not be kept alive. */
  void watch() throws IOException {
    while (!stopping.get()) {
      synchronized (this) {
        if (!stopping.get() && !allAlive()) {
          restartWhatDied();
        }
      }
      Launches.pause(250);
    }
    awaitStopped();
  }

  private boolean allAlive() {
    return stack.isServerAlive() && stack.isDatabaseAlive() && stack.areSimulatorsAlive();
  }

  private void restartWhatDied() throws IOException {
    long now = System.nanoTime();
    while (!restarts.isEmpty() && now - restarts.getFirst() > WINDOW_NANOS) {
      restarts.removeFirst();
    }
    if (restarts.size() >= RESTARTS_MAX) {
      throw new IOException("parts died " + RESTARTS_MAX + " times within five minutes");
    }
    restarts.addLast(now);
    stack.recover();
  }

  private void awaitStopped() {
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.florin.routes;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.florin.platform.lease.Leases;
import org.florin.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what the outbox holds, in order: woken after each commit that appended something, and
 * by itself every few seconds. One thread on one node; the node says so by a lease.
 */
@ApplicationScoped
public class OutboxRelay {

  private static final String LEASE = "outbox-relay";

  @Inject Outbox outbox;
  @Inject EventTopic topic;
  @Inject Leases leases;
  @Inject RelaySettings settings;

  @Resource ManagedThreadFactory threads;

  private final String holder = UUID.randomUUID().toString();
  private final Semaphore work = new Semaphore(0);
  private volatile boolean closing;
  private @Nullable Thread thread;

  /** Begins relaying; called once, when the application starts. */
  public synchronized void start() {
    if (thread == null) {
      var fresh = threads.newThread(this::relay);
      fresh.setName("outbox-relay");
      thread = fresh;
      fresh.start();
    }
  }

  /** There is something to publish. */
  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Appended appended) {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  private void relay() {
    while (!closing) {
      try {
        work.tryAcquire(settings.sweepInterval.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        drain();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        // A commit in doubt comes as a checked exception that no signature tells of.
        if (closing) {
          return;
        }
        RoutesLog.LOG.relayFailed(e);
        pause();
      }
    }
  }

  private void drain() {
    int sent;
    do {
      if (leases.acquire(LEASE, holder, settings.lease).isEmpty()) {
        return;
      }
      sent = outbox.drain(settings.batchCountMax, topic::publish);
    } while (sent == settings.batchCountMax && !closing);
  }

  private void pause() {
    try {
      Thread.sleep(settings.failurePause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @PreDestroy
  void close() {
    closing = true;
    var running = thread;
    if (running != null) {
      work.release();
      try {
        running.join(3_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      running.interrupt();
    }
  }
}

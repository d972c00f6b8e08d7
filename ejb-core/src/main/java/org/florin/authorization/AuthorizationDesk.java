package org.florin.authorization;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.florin.authorization.hooks.AskPartner;
import org.florin.kernel.SystemTime;

/**
 * Where requests become decisions: a bounded queue and a writer per stripe of cards. A writer takes
 * what arrived while it committed the batch before; there is no timer, so a lone request does not
 * wait. If a batch fails, its requests are decided one by one, so that none can fail its
 * neighbours. A commit whose outcome is in doubt comes as a checked exception that no signature
 * tells of, so that a writer, who must outlive everything, catches them all.
 */
@ApplicationScoped
class AuthorizationDesk {

  private static final int ATTEMPTS_MAX = 3;
  private static final long IDLE_MILLIS = 200;
  private static final long PAUSE_MILLIS_MAX = 20;

  @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
  ManagedThreadFactory threads;

  /** Answers are written here, so that the writers go on deciding. */
  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService answering;

  @Inject AuthorizationSettings settings;
  @Inject AuthorizationBatch batch;
  @Inject AskPartner partners;

  private volatile boolean running = true;
  private List<BlockingQueue<PendingAuthorization>> queues = List.of();
  private List<Thread> writers = List.of();

  void open(@Observes @Initialized(ApplicationScoped.class) Object start) {
    queues =
        IntStream.range(0, settings.writers())
            .<BlockingQueue<PendingAuthorization>>mapToObj(
                stripe -> new ArrayBlockingQueue<>(settings.queueLengthMax()))
            .toList();
    writers = queues.stream().map(queue -> threads.newThread(() -> writeFrom(queue))).toList();
    writers.forEach(Thread::start);
  }

  @PreDestroy
  void close() {
    running = false;
    for (var writer : writers) {
      try {
        writer.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * A request that would wait too long is refused at once, so that those before it are not late.
   */
  CompletionStage<AuthorizationOutcome> submit(PendingAuthorization pending) {
    var queue = queues.get(pending.stripe(queues.size()));
    if (!running || (pending.partner().isEmpty() && isLate(queue)) || !queue.offer(pending)) {
      pending.promise().complete(new AuthorizationOutcome.Busy());
    }
    return pending.promise();
  }

  /**
   * Whether the first in line has been waiting for longer than anybody should, and the next batch
   * won't take all who wait.
   */
  private boolean isLate(BlockingQueue<PendingAuthorization> queue) {
    var first = queue.peek();
    return first != null
        && queue.size() >= settings.batchSizeMax()
        && first.partner().isEmpty()
        && SystemTime.now()
            .isAfter(first.deadline().minus(settings.deadline()).plus(settings.waitMax()));
  }

  private void writeFrom(BlockingQueue<PendingAuthorization> queue) {
    var taken = new ArrayList<PendingAuthorization>(settings.batchSizeMax());
    while (running || !queue.isEmpty()) {
      try {
        var first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          queue.drainTo(taken, settings.batchSizeMax() - 1);
          decide(List.copyOf(taken));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } finally {
        taken.clear();
      }
    }
  }

  private void decide(List<PendingAuthorization> together) {
    try {
      complete(together, batch.decide(together));
    } catch (Exception e) {
      if (together.size() > 1) {
        AuthorizationLog.LOG.batchFailed(together.size(), e);
      }
      together.forEach(this::decideAlone);
    }
  }

  /** After a failed commit the stored answer tells whether it took place after all. */
  private void decideAlone(PendingAuthorization pending) {
    for (var attempt = 1; ; attempt++) {
      try {
        complete(List.of(pending), batch.decide(List.of(pending)));
        return;
      } catch (Exception e) {
        if (attempt == ATTEMPTS_MAX) {
          AuthorizationLog.LOG.notDecided(e);
          pending.promise().completeExceptionally(e);
          return;
        }
        pause();
      }
    }
  }

  /** So that two victims of one conflict don't meet again at once. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(PAUSE_MILLIS_MAX));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void complete(List<PendingAuthorization> together, List<Turn> turns) {
    try {
      answering.execute(() -> answer(together, turns));
    } catch (RejectedExecutionException e) {
      answer(together, turns);
    }
  }

  private void answer(List<PendingAuthorization> together, List<Turn> turns) {
    for (var i = 0; i < together.size(); i++) {
      var pending = together.get(i);
      switch (turns.get(i)) {
        case Turn.Answered answered -> pending.promise().complete(answered.outcome());
        case Turn.AskFirst ask -> askPartner(pending, ask);
      }
    }
  }

  /** With the partner's answer the request takes another turn, behind those that came meanwhile. */
  private void askPartner(PendingAuthorization pending, Turn.AskFirst ask) {
    partners
        .handle(
            new AskPartner.Command(
                pending.command().key(), ask.question(), pending.deadline(), pending.promise()))
        .thenAccept(result -> submit(pending.with(result)));
  }
}

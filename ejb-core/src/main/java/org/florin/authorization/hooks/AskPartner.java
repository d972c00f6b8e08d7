package org.florin.authorization.hooks;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.RequestKey;

/**
 * Asks a program's partner about a payment, within what is left of the time for its answer. Waits
 * with no thread, so a partner that is slow or gone costs its own program its answers and nobody
 * else anything: each has a number of questions that may be open, and one that fails is left alone
 * for a while.
 */
@ApplicationScoped
public class AskPartner {

  /**
   * @param key of the request; while its question is open a repeat gets the same result
   * @param deadline of the request
   * @param decided completes when the request's decision is durable
   */
  public record Command(
      RequestKey key, HookQuestion question, Instant deadline, CompletionStage<?> decided) {}

  /** What is kept for a partner, until its program's hook is changed. */
  private record Line(Instant since, Semaphore room, HookBreaker breaker) {}

  @Resource(lookup = "java:jboss/ee/concurrency/executor/default")
  ManagedExecutorService managed;

  @Inject PartnerCallback callback;
  @Inject HookSecrets secrets;
  @Inject HookCalls calls;
  @Inject HookSettings settings;

  private final ConcurrentMap<RequestKey, CompletableFuture<HookResult>> open =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Line> lines = new ConcurrentHashMap<>();

  /** What came of the question; never completes exceptionally. */
  public CompletionStage<HookResult> handle(Command command) {
    var promise = new CompletableFuture<HookResult>();
    var asked = open.putIfAbsent(command.key(), promise);
    if (asked != null) {
      return asked;
    }
    promise.whenComplete((result, fault) -> open.remove(command.key(), promise));
    var began = System.nanoTime();
    CompletableFuture.completedFuture(command)
        .thenCompose(this::answer)
        .exceptionally(fault -> new HookAnswer.Failed(fault.getClass().getSimpleName()))
        .thenAccept(
            answer ->
                promise.complete(
                    new HookResult(
                        command.question().id(),
                        command.question().asked(),
                        answer,
                        millisSince(began))));
    return promise;
  }

  private CompletableFuture<HookAnswer> answer(Command command) {
    var question = command.question();
    var now = SystemTime.now();
    var time = time(question.hook(), command.deadline(), now);
    if (!time.isPositive()) {
      return CompletableFuture.completedFuture(new HookAnswer.TimedOut());
    }
    var secret = secrets.open(question.hook().productCode(), question.hook().secret());
    var line = line(question.hook());
    if (!line.room().tryAcquire()) {
      return CompletableFuture.completedFuture(
          new HookAnswer.Failed("as many questions are open as may be"));
    }
    if (!line.breaker().allows(now)) {
      line.room().release();
      return CompletableFuture.completedFuture(
          new HookAnswer.Failed("left alone after failures in a row"));
    }
    return ask(command, secret, line, time);
  }

  /** Our call may go on after the answer is due, to take note of a late one. */
  private CompletableFuture<HookAnswer> ask(
      Command command, String secret, Line line, Duration time) {
    var question = command.question();
    var hook = question.hook();
    var began = System.nanoTime();
    var call =
        callback
            .ask(
                new PartnerCallback.Call(
                    question.id(),
                    hook.url(),
                    secret,
                    question.body(),
                    time.plus(settings.lateWindow())))
            .thenApply(
                answer ->
                    HookPolicy.checked(answer, question.asked().minor(), question.partAllowed()))
            .toCompletableFuture();
    call.whenComplete((answer, fault) -> line.room().release());
    return call.copy()
        .completeOnTimeout(new HookAnswer.TimedOut(), time.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (answer, fault) -> {
              judge(hook, line, answer);
              if (answer instanceof HookAnswer.TimedOut) {
                call.thenAccept(late -> noteLate(command, late, millisSince(began)));
              }
            });
  }

  private void judge(PartnerHook hook, Line line, HookAnswer answer) {
    if (answer.isSaid()) {
      line.breaker().succeeded();
    } else if (line.breaker().failed(SystemTime.now())) {
      HooksLog.LOG.leftAlone(
          hook.productCode(), settings.failuresMax(), answer.code() + " " + answer.detail());
    }
  }

  /** Behind the decision, which has the row that the note goes to. */
  private void noteLate(Command command, HookAnswer late, int millis) {
    if (late instanceof HookAnswer.TimedOut) {
      return;
    }
    Executor workers = managed;
    command
        .decided()
        .whenCompleteAsync(
            (outcome, fault) -> calls.late(command.question().id(), late, millis), workers)
        .exceptionally(
            fault -> {
              HooksLog.LOG.lateNotNoted(command.question().id().toString(), fault);
              return null;
            });
  }

  private Duration time(PartnerHook hook, Instant deadline, Instant now) {
    var left = Duration.between(now, deadline).minus(settings.reserve());
    return left.compareTo(hook.budget()) < 0 ? left : hook.budget();
  }

  private Line line(PartnerHook hook) {
    return lines.compute(
        hook.productCode(),
        (program, known) ->
            known != null && known.since().equals(hook.changedAt())
                ? known
                : new Line(
                    hook.changedAt(),
                    new Semaphore(hook.callsMax()),
                    new HookBreaker(settings.failuresMax(), settings.pause())));
  }

  private static int millisSince(long began) {
    return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}

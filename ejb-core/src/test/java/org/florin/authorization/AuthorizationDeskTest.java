package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.transaction.HeuristicMixedException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.florin.kernel.CardId;
import org.florin.kernel.ClientId;
import org.florin.kernel.Money;
import org.florin.kernel.SystemTime;
import org.florin.platform.idempotency.Fingerprint;
import org.florin.platform.idempotency.RequestKey;
import org.florin.platform.idempotency.StoredAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationDeskTest {

  private static final int WAIT_MILLIS_MAX = 50;
  private static final int LINE_MAX = 3;
  private static final String IN_DOUBT = "in doubt";

  private final AtomicInteger doubts = new AtomicInteger();

  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AuthorizationDesk desk = new AuthorizationDesk();

  /** A batch whose first turn takes as long as the test wants. */
  private final AuthorizationBatch slow =
      new AuthorizationBatch() {
        @Override
        public List<Turn> decide(List<PendingAuthorization> together) {
          if (together.getFirst().command().key().key().equals(IN_DOUBT)
              && doubts.getAndIncrement() == 0) {
            throw AuthorizationDeskTest.<RuntimeException>unseen(new HeuristicMixedException());
          }
          writing.countDown();
          await(released);
          return together.stream()
              .<Turn>map(
                  pending ->
                      new Turn.Answered(
                          new AuthorizationOutcome.Decided(
                              new StoredAnswer(201, "text/plain", pending.command().key().key()))))
              .toList();
        }
      };

  @BeforeEach
  void openTheDesk() {
    var settings = new AuthorizationSettings();
    settings.writers = 1;
    settings.queueLengthMax = LINE_MAX;
    settings.batchSizeMax = 1;
    settings.deadlineMillis = 1_500;
    settings.waitMillisMax = WAIT_MILLIS_MAX;
    desk.settings = settings;
    desk.batch = slow;
    desk.threads = new PlainThreads();
    desk.answering =
        (ManagedExecutorService)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> {
                  ((Runnable) arguments[0]).run();
                  return null;
                });
    desk.open(this);
  }

  @AfterEach
  void closeIt() {
    released.countDown();
    desk.close();
  }

  @Test
  void who_comes_while_the_first_in_line_waits_too_long_is_refused_at_once() throws Exception {
    var written = submit("written");
    await(writing);
    var waiting = submit("waiting");
    Thread.sleep(WAIT_MILLIS_MAX * 2);

    assertInstanceOf(AuthorizationOutcome.Busy.class, submit("late").get(1, TimeUnit.SECONDS));

    released.countDown();
    assertEquals("written", answer(written));
    assertEquals("waiting", answer(waiting));
    assertEquals("afterwards", answer(submit("afterwards")));
  }

  @Test
  void who_finds_the_line_full_is_refused_at_once() throws Exception {
    submit("written");
    await(writing);
    for (var place = 0; place < LINE_MAX; place++) {
      submit("waiting " + place);
    }

    assertInstanceOf(AuthorizationOutcome.Busy.class, submit("beyond").get(1, TimeUnit.SECONDS));
  }

  @Test
  void writer_outlives_a_commit_in_doubt_and_asks_again() throws Exception {
    released.countDown();

    assertEquals(IN_DOUBT, answer(submit(IN_DOUBT)));
    assertEquals(2, doubts.get());
    assertEquals("next", answer(submit("next")));
  }

  /** Throws what the compiler does not expect, as the transaction's interceptor does. */
  @SuppressWarnings("unchecked")
  private static <T extends Exception> T unseen(Exception exception) throws T {
    throw (T) exception;
  }

  private CompletableFuture<AuthorizationOutcome> submit(String key) {
    return desk.submit(
            new PendingAuthorization(
                new AuthorizePurchase.Command(
                    new RequestKey(ClientId.create(), key, new Fingerprint("0".repeat(16))),
                    new AuthorizePurchase.CardReference.ById(CardId.create()),
                    AuthorizationKind.PURCHASE,
                    EntryMode.ECOMMERCE,
                    Money.usd(100),
                    false,
                    new Merchant(
                        "M1",
                        "Shop",
                        "5411",
                        Optional.empty(),
                        Optional.empty(),
                        "US",
                        Optional.empty()),
                    Optional.empty(),
                    Evidence.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    "{}",
                    "api",
                    snapshot -> new StoredAnswer(201, "text/plain", "")),
                Optional.of(CardId.create()),
                Optional.empty(),
                Optional.empty(),
                SystemTime.now().plusMillis(1_500)))
        .toCompletableFuture();
  }

  private static String answer(CompletableFuture<AuthorizationOutcome> outcome) throws Exception {
    return assertInstanceOf(AuthorizationOutcome.Decided.class, outcome.get(5, TimeUnit.SECONDS))
        .answer()
        .body();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Threads that nobody manages. */
  private static final class PlainThreads implements ManagedThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
      return new Thread(work);
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
      throw new UnsupportedOperationException();
    }
  }
}

package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.florin.kernel.AccountId;

/** Clients that authorize while something breaks, and remember what they were told. */
final class Load {

  private static final int HOLDERS = 8;
  private static final int PAUSE_MILLIS = 100;
  private static final int REPLAYED_MAX = 300;

  private final Bank bank;
  private final List<Bank.Cardholder> holders;
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean running = true;

  Load(Bank bank) {
    this.bank = bank;
    this.holders = IntStream.range(0, HOLDERS).mapToObj(i -> bank.newCardholder()).toList();
  }

  void begin(int clientCount) {
    for (var i = 0; i < clientCount; i++) {
      clients.add(Thread.startVirtualThread(this::work));
    }
  }

  private void work() {
    while (running) {
      var key = Bank.newKey();
      asked.put(
          key,
          holders
              .get(ThreadLocalRandom.current().nextInt(HOLDERS))
              .purchase(1 + ThreadLocalRandom.current().nextLong(100)));
      while (running && !isAnswered(key)) {
        pause();
      }
    }
  }

  /** As a careful client does: the same key again until there is an answer. */
  private boolean isAnswered(String key) {
    try {
      var answer = bank.post("/authorizations", key, asked.get(key));
      if (answer.status() == 201) {
        answered.put(key, answer.body());
        return true;
      }
      assertTrue(
          answer.status() >= 500 || isOfAServerThatStarts(answer),
          answer.status() + " " + answer.body());
      return false;
    } catch (UncheckedIOException cut) {
      return false;
    }
  }

  /** Until the bank is deployed the server knows no address; what it says isn't the bank's. */
  private static boolean isOfAServerThatStarts(Bank.Answer answer) {
    return answer.status() == 404 && answer.body().startsWith("<html>");
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int answeredCount() {
    return answered.size();
  }

  /** What is known holds: nothing answered is lost or changed, nothing unanswered is done twice. */
  void endAndCheck() throws InterruptedException {
    running = false;
    for (var client : clients) {
      client.join();
    }
    for (var key : asked.keySet()) {
      assertTrue(answered.containsKey(key) || isAnswered(key), key);
    }
    answered.entrySet().stream()
        .limit(REPLAYED_MAX)
        .forEach(
            told -> {
              var again = bank.post("/authorizations", told.getKey(), asked.get(told.getKey()));
              assertEquals(told.getValue(), again.body());
              assertTrue(again.isReplay());
            });
    var stored =
        holders.stream()
            .mapToLong(
                holder ->
                    bank.number(
                        "select count(*) from card_authorization where account_id = ?",
                        AccountId.parse(holder.account()).value()))
            .sum();
    assertEquals(answered.size(), stored);
    for (var holder : holders) {
      var account = bank.get("/accounts/" + holder.account());
      assertEquals(
          account.number("credit_limit")
              - account.number("posted_balance")
              - account.number("held_amount"),
          account.number("available_credit"));
      assertTrue(account.number("available_credit") >= 0);
    }
    bank.contradictions().forEach((what, count) -> assertEquals(0, count, what));
  }
}

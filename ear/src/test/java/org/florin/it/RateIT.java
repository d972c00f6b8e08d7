package org.florin.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Partners that ask more often than agreed. */
class RateIT {

  private static final Bank BANK = Bank.running();

  @Test
  @DisplayName("A8 one partner floods: it is told to wait, others aren't")
  void a8_flood() throws Exception {
    var flooding = BANK.newPartner("accounts:read");
    BANK.asOwner(
        """
        update api_client set requests_per_second = 5, requests_at_once = 10
        where id = (select client_id from api_key where key_hash = sha256(convert_to('%s', 'UTF8')))"""
            .formatted(flooding));
    var answers = new ArrayList<Bank.Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer :
          threads.invokeAll(
              Collections.<Callable<Bank.Answer>>nCopies(
                  200, () -> BANK.send(BANK.request("/accounts?limit=1", flooding).GET())))) {
        answers.add(answer.get());
      }
    }
    assertEquals(200, BANK.get("/accounts?limit=1").status());

    var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertTrue(refused.size() >= 10, refused.size() + " refused");
    assertEquals("rate_limited", refused.getFirst().text("code"));
    assertTrue(refused.getFirst().response().headers().firstValue("Retry-After").isPresent());
    assertTrue(answers.stream().filter(answer -> answer.status() == 200).count() >= 10);
  }
}

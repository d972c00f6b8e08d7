package org.florin.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @Test
  void outside_form_reads_back() {
    for (var i = 0; i < 10_000; i++) {
      var id = new AccountId(UUID.randomUUID());
      assertEquals(id, AccountId.parse(id.toString()));
      assertEquals("acct_".length() + 26, id.toString().length());
    }
  }

  @Test
  void extremes_read_back() {
    for (var value : new UUID[] {new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 1)}) {
      assertEquals(value, CardId.parse(new CardId(value).toString()).value());
    }
  }

  @Test
  void later_ids_sort_later() throws InterruptedException {
    var first = PaymentId.create().toString();
    Thread.sleep(2);
    assertTrue(first.compareTo(PaymentId.create().toString()) < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acct_",
        "card_00000000000000000000000000",
        "acct_0000000000000000000000000",
        "acct_0000000000000000000000000u",
        "acct_80000000000000000000000000",
        "acct_0000000000000000000000000A"
      })
  void anything_else_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> AccountId.parse(text));
  }
}

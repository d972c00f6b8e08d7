package org.florin.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.florin.notifications.NotificationPolicy.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "application.decided, approved, 0, application_approved",
    "application.decided, declined, 0, application_declined",
    "application.referred, '', 0, application_in_review",
    "application.accepted, approved, 0, invitation",
    "authorization.approved, '', 49999, none",
    "authorization.approved, '', 50000, large_transaction",
    "authorization.declined, '', 90000, none",
    "clearing.force_posted, '', 1, unexpected_transaction",
    "authorization.cleared, '[]', 1, none",
    "authorization.cleared, '[\"over_capture\"]', 1, over_capture",
    "clearing.posted, '', 1, none",
    "payment.succeeded, '', 1, payment_succeeded",
    "payment.failed, '', 1, payment_failed",
    "statement.ready, '', 0, statement_ready",
    "payment.due_soon, '', 2500, payment_due_soon",
    "account.past_due, '', 0, account_past_due",
    "account.cured, '', 0, none",
    "card.created, '', 0, none"
  })
  void tells_what_concerns_a_person(String type, String outcome, long amount, String template) {
    assertEquals(
        template,
        NotificationPolicy.template(new Heard(type, outcome, amount), 50_000)
            .map(Template::word)
            .orElse("none"));
  }

  @Test
  void a_letter_writes_names_as_text_and_never_as_markup() {
    var letter =
        new Letter(
            "Subject <b>",
            "Dear <script>alert(1)</script>,",
            List.of("A & B \"quoted\""),
            Optional.of(new Letter.Button("Go", "https://bank.example/x?a=1&b=2")));
    assertFalse(letter.html().contains("<script>"));
    assertTrue(letter.html().contains("&lt;script&gt;"));
    assertTrue(letter.html().contains("href=\"https://bank.example/x?a=1&amp;b=2\""));
    assertTrue(letter.text().contains("A & B \"quoted\""));
  }
}

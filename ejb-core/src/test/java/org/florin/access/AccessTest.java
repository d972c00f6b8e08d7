package org.florin.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.florin.kernel.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void the_tenth_failure_locks_for_half_an_hour() {
    var user = user();
    for (var i = 0; i < 9; i++) {
      user.failed(NOW);
    }
    assertFalse(user.isLocked(NOW));
    user.failed(NOW);
    assertTrue(user.isLocked(NOW.plus(Duration.ofMinutes(30)).minusMillis(1)));
    assertFalse(user.isLocked(NOW.plus(Duration.ofMinutes(30))));
  }

  @Test
  void after_the_lock_counting_begins_anew_and_success_clears_it() {
    var user = user();
    for (var i = 0; i < 10; i++) {
      user.failed(NOW);
    }
    var later = NOW.plus(Duration.ofMinutes(31));
    user.failed(later);
    assertFalse(user.isLocked(later));
    user.signedIn(later);
    for (var i = 0; i < 9; i++) {
      user.failed(later);
    }
    assertFalse(user.isLocked(later));
  }

  @Test
  void a_cardholder_has_a_customer_and_staff_have_none() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PortalUser.enrol("ada", Role.CARDHOLDER, Optional.empty(), "", NOW));
    assertThrows(
        IllegalArgumentException.class,
        () -> PortalUser.enrol("una", Role.UNDERWRITER, Optional.of(CustomerId.create()), "", NOW));
  }

  @Test
  void an_invitation_is_used_once_and_in_time() {
    var invitation = Invitation.create(CustomerId.create(), NOW);
    assertFalse(invitation.isUsable(NOW.plus(Duration.ofDays(14))));
    invitation.use(NOW.plus(Duration.ofDays(13)));
    assertThrows(IllegalStateException.class, () -> invitation.use(NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "short pass word, true",
    "fourteen chars, false",
    "passwordpassword1, false",
    "ada.byron.ada.byron, false",
    "aaaaaaaaaaaaaaaaaaaa, false",
    "correct horse battery, true",
    "🐎🐎🐎🔋🔋🔋🧷🧷🧷✅✅✅🎹🎹🎹, true"
  })
  void a_password_is_long_and_hard_to_guess(String password, boolean taken) {
    assertEquals(
        taken, PasswordPolicy.refusal(password, "ada.byron", Role.CARDHOLDER).isEmpty(), password);
  }

  @Test
  void staff_passwords_need_digits_too_and_nobody_s_may_be_endless() {
    assertTrue(
        PasswordPolicy.refusal("correct horse battery", "una", Role.UNDERWRITER).isPresent());
    assertTrue(
        PasswordPolicy.refusal("correct horse battery 7", "una", Role.UNDERWRITER).isEmpty());
    assertTrue(
        PasswordPolicy.refusal("correct horse ".repeat(10), "ada", Role.CARDHOLDER).isPresent());
  }

  private static PortalUser user() {
    return PortalUser.enrol("ada", Role.CARDHOLDER, Optional.of(CustomerId.create()), "", NOW);
  }
}

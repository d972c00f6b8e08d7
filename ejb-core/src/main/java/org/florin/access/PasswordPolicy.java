package org.florin.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a password must be: long, and not what everybody guesses first; pure. */
final class PasswordPolicy {

  static final int LENGTH_MIN = 15;
  static final int LENGTH_MAX = 128;

  private static final int CONTEXT_LENGTH_MIN = 3;
  private static final int DISTINCT_MIN = 5;
  private static final List<String> GUESSED_FIRST =
      List.of(
          "password",
          "passwort",
          "qwerty",
          "12345",
          "letmein",
          "welcome",
          "iloveyou",
          "florin",
          "creditcard",
          "abcdef");

  private PasswordPolicy() {}

  /** Why the password can't be taken, in words for the one who chose it. */
  static Optional<String> refusal(String password, String username, Role role) {
    var length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN) {
      return Optional.of("Use at least 15 characters. A few words in a row are fine.");
    }
    if (length > LENGTH_MAX) {
      return Optional.of("Use at most 128 characters.");
    }
    if (password.codePoints().distinct().count() < DISTINCT_MIN) {
      return Optional.of("This repeats too few characters.");
    }
    var rest = password.toLowerCase(Locale.ROOT);
    for (var part : GUESSED_FIRST) {
      rest = rest.replace(part, "");
    }
    for (var part : username.toLowerCase(Locale.ROOT).split("[._-]")) {
      if (part.length() >= CONTEXT_LENGTH_MIN) {
        rest = rest.replace(part, "");
      }
    }
    if (rest.length() < LENGTH_MIN / 2) {
      return Optional.of("This is among the first that somebody else would guess.");
    }
    if (role.isStaff()
        && (password.chars().noneMatch(Character::isDigit)
            || password.chars().noneMatch(Character::isLetter))) {
      return Optional.of("Staff passwords need letters and digits.");
    }
    return Optional.empty();
  }
}

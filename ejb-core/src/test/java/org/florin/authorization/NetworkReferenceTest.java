package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkReferenceTest {

  /** Two references as name/id/rrn/stan/acquirer/time, with dots for what isn't given. */
  @ParameterizedTest
  @CsvSource({
    "visa/1/././././., visa/1/././././., true",
    "visa/1/././././., visa/2/././././., false",
    "visa/1/././././., amex/1/././././., false",
    "visa/1/./7/4/9, visa/2/./7/4/9, false",
    "visa/1/./7/4/9, visa/././7/4/9, true",
    "visa/././7/4/9, visa/././7/4/9, true",
    "visa/././7/4/9, visa/././7/4/8, false",
    "visa/././7/4/9, visa/././7/5/9, false",
    "visa/././7/4/9, visa/././8/4/9, false",
    "visa/./R/7/./., visa/./R/7/./., true",
    "visa/./R/7/./., visa/./S/7/./., false",
    "visa/./R/./4/9, visa/./R/./4/9, false",
    "visa/././7/4/., visa/././7/4/., false"
  })
  void same_payment(String one, String other, boolean same) {
    assertEquals(same, reference(one).names(reference(other)));
    assertEquals(same, reference(other).names(reference(one)));
  }

  private static NetworkReference reference(String text) {
    var parts = text.split("/");
    return new NetworkReference(
        parts[0], part(parts[1]), part(parts[2]), part(parts[3]), part(parts[4]), part(parts[5]));
  }

  private static Optional<String> part(String text) {
    return Optional.of(text).filter(each -> !each.equals("."));
  }
}

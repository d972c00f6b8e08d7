package org.florin.authorization;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.florin.authorization.ScenarioBook.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The book of scenarios on the policies alone. */
class ScenarioTest {

  static Stream<Scenario> scenarios() {
    return ScenarioBook.at("pure");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void plays(Scenario scenario) {
    scenario.play(new PureDoor());
  }

  @Test
  void book_is_thick_enough() {
    assertTrue(scenarios().count() >= 40);
  }
}

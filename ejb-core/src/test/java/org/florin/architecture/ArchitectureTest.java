package org.florin.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.Arrays;

@AnalyzeClasses(packages = "org.florin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
  @ArchTest static final ArchTests CORE = ArchTests.in(CoreRules.class);

  /** A rule that nobody can see guards nothing. */
  @ArchTest
  static void all_rules_are_seen(JavaClasses classes) {
    assertEquals(HouseRules.COUNT, rules(HouseRules.class));
    assertEquals(CoreRules.COUNT, rules(CoreRules.class));
  }

  private static long rules(Class<?> rules) {
    return Arrays.stream(rules.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class))
        .count();
  }
}

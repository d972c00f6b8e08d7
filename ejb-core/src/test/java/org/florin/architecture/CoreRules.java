package org.florin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;

/** Rules of the core: rings, entities, stores, pure policies. */
final class CoreRules {

  static final int COUNT = 6;

  /** A context may use lower rings only, besides kernel and platform. */
  private static final Map<String, Integer> RINGS =
      Map.ofEntries(
          Map.entry("ledger", 1),
          Map.entry("products", 1),
          Map.entry("customers", 1),
          Map.entry("partners", 1),
          Map.entry("accounts", 2),
          Map.entry("cards", 2),
          Map.entry("access", 2),
          Map.entry("risk", 2),
          Map.entry("underwriting", 2),
          Map.entry("applications", 3),
          Map.entry("authorization", 3),
          Map.entry("payments", 3),
          Map.entry("statements", 3),
          Map.entry("autopay", 4),
          Map.entry("backtests", 4),
          Map.entry("clearing", 4),
          Map.entry("creditrefunds", 4),
          Map.entry("disputes", 4),
          Map.entry("networks", 4),
          Map.entry("offers", 4),
          Map.entry("notifications", 4),
          Map.entry("reports", 4),
          Map.entry("statistics", 4),
          Map.entry("dayclose", 5),
          Map.entry("legacyfiles", 5),
          Map.entry("sample", 6));

  @ArchTest
  static final ArchRule contexts_use_lower_rings_only =
      classes().that().resideInAPackage("org.florin..").should(useLowerRingsOnly());

  @ArchTest
  static final ArchRule no_cycles = slices().matching("org.florin.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule entities_stay_inside =
      classes().that().areAnnotatedWith("jakarta.persistence.Entity").should().bePackagePrivate();

  @ArchTest
  static final ArchRule only_stores_have_an_entity_manager =
      noClasses()
          .that()
          .haveNameNotMatching(".*s")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.persistence.EntityManager");

  @ArchTest
  static final ArchRule policies_are_pure =
      classes()
          .that()
          .haveSimpleNameEndingWith("Policy")
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                  "java.lang..",
                  "java.math..",
                  "java.time..",
                  "java.util..",
                  "org.florin..",
                  "com.google.i18n..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule kernel_is_plain =
      classes()
          .that()
          .resideInAPackage("org.florin.kernel")
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                  "java..", "org.florin.kernel", "com.github.f4b6a3..", "org.jspecify.."));

  private CoreRules() {}

  private static ArchCondition<JavaClass> useLowerRingsOnly() {
    return new ArchCondition<>("use lower rings only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var own = context(type);
        if (own.equals("kernel") || own.equals("platform")) {
          type.getDirectDependenciesFromSelf().stream()
              .filter(dependency -> RINGS.containsKey(context(dependency.getTargetClass())))
              .forEach(
                  dependency ->
                      events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
          return;
        }
        var ring = RINGS.get(own);
        if (ring == null) {
          events.add(
              SimpleConditionEvent.violated(
                  type, type.getName() + " is in context " + own + ", which has no ring"));
          return;
        }
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !context(dependency.getTargetClass()).equals(own))
            .filter(
                dependency -> RINGS.getOrDefault(context(dependency.getTargetClass()), 0) >= ring)
            .forEach(
                dependency ->
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
      }
    };
  }

  private static String context(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith("org.florin.") ? name.split("\\.")[2] : "";
  }
}

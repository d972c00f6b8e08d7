package org.florin.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Rules that hold in every module of the EAR; each module runs them on its own classes. */
public final class HouseRules {

  /** How many rules there are; every module's test checks that all of them ran. */
  public static final int COUNT = 7;

  private static final Set<String> BINARY_FRACTIONS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");
  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime");
  private static final List<String> VAGUE_NAMES =
      List.of("Impl", "Manager", "Util", "Utils", "Helper", "Service");
  private static final List<String> CONTAINER_CALLED =
      List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");

  @ArchTest
  static final ArchRule money_is_never_a_binary_fraction =
      noFields()
          .should()
          .haveRawType(
              DescribedPredicate.describe(
                  "float or double", type -> BINARY_FRACTIONS.contains(type.getName())));

  @ArchTest
  static final ArchRule old_dates_stay_outside =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)");

  @ArchTest
  static final ArchRule only_the_kernel_reads_the_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.florin.kernel")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "a machine clock is read",
                  (JavaAccess<?> access) ->
                      access.getName().equals("now")
                          && CLOCKS.contains(access.getTargetOwner().getName())));

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses()
          .should(
              be(
                  "named vaguely",
                  type -> VAGUE_NAMES.stream().anyMatch(type.getSimpleName()::endsWith)));

  @ArchTest
  static final ArchRule rest_lives_in_the_api =
      noClasses()
          .should(
              be(
                  "a REST resource outside org.florin.api",
                  type ->
                      type.isAnnotatedWith("jakarta.ws.rs.Path")
                          && !type.getPackageName().startsWith("org.florin.api")));

  @ArchTest
  static final ArchRule beans_the_container_calls_are_public =
      noClasses()
          .should(
              be(
                  "a session or message-driven bean that is not public",
                  type ->
                      CONTAINER_CALLED.stream().anyMatch(type::isAnnotatedWith)
                          && !type.getModifiers().contains(JavaModifier.PUBLIC)));

  @ArchTest
  static final ArchRule absence_is_explicit =
      noClasses()
          .should(
              be(
                  "in a package without @NullMarked",
                  type ->
                      !type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));

  private HouseRules() {}

  static ArchCondition<JavaClass> be(String description, Predicate<JavaClass> predicate) {
    return new ArchCondition<>("be " + description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, predicate.test(type), type.getName() + " is " + description));
      }
    };
  }
}

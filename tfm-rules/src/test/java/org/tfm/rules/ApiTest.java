package org.tfm.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.tfm.model.style.Internal;

/** The public API of the two published modules: all public types that are not internal. */
@AnalyzeClasses(
    packages = {"org.tfm.model", "org.tfm.rules"},
    importOptions = DoNotIncludeTests.class)
class ApiTest {

  @ArchTest
  static final ArchRule whatIsToBeUsedNamesOnlyWhatIsToBeUsed =
      codeUnits()
          .that()
          .areDeclaredInClassesThat(describe("are API", ApiTest::isApi))
          .and(describe("are public", ApiTest::isShown))
          .should(
              nameOnly(
                  describe(
                      "API, the JDK, Guava's collections, money or Jackson's mapper and tree",
                      type ->
                          isApi(type)
                              || type.isPrimitive()
                              || type.getPackageName().startsWith("java.")
                              || type.getPackageName().equals("com.google.common.collect")
                              || type.getPackageName().equals("org.joda.money")
                              || type.isEquivalentTo(ObjectMapper.class)
                              || type.isEquivalentTo(JsonNode.class))))
          .because("users of an API type must not need an internal type");

  private static boolean isApi(JavaClass type) {
    boolean isPublic = type.getModifiers().contains(JavaModifier.PUBLIC);
    boolean isOurs = type.getPackageName().startsWith("org.tfm.");
    boolean isHidden =
        type.isAnnotatedWith(Internal.class)
            || type.getPackageName().equals(Internal.class.getPackageName());
    return isOurs
        && isPublic
        && !isHidden
        && type.getEnclosingClass().map(ApiTest::isApi).orElse(true);
  }

  private static boolean isShown(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        && !unit.isAnnotatedWith(Internal.class)
        && !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static ArchCondition<JavaCodeUnit> nameOnly(DescribedPredicate<JavaClass> named) {
    return new ArchCondition<>("name only %s", named.getDescription()) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(types -> types.stream())
            .map(JavaClass::getBaseComponentType)
            .filter(named.negate())
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " names " + type.getName())));
      }
    };
  }
}

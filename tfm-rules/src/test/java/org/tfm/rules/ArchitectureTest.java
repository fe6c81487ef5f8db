package org.tfm.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Not;

@AnalyzeClasses(packages = "org.tfm.rules", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheWalkTellsTheKindsOfNodeApart =
      noClasses()
          .should(
              have(
                  describe(
                      "an instanceof AllOf, AnyOf or Not",
                      type ->
                          type.getInstanceofChecks().stream()
                              .map(check -> check.getRawType())
                              .anyMatch(
                                  asked ->
                                      asked.isEquivalentTo(AllOf.class)
                                          || asked.isEquivalentTo(AnyOf.class)
                                          || asked.isEquivalentTo(Not.class)))))
          .because("a Criterion.Visitor covers every kind of node, and the compiler checks that");

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("check")
          .definedBy("..rules.check..")
          .layer("replay")
          .definedBy("..rules.replay..")
          .layer("journey")
          .definedBy("..rules.journey..")
          .layer("book")
          .definedBy("..rules.book..")
          .layer("pack")
          .definedBy("..rules.pack..")
          .layer("language")
          .definedBy("..rules.language..")
          .whereLayer("check")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("replay")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("journey")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("book")
          .mayOnlyBeAccessedByLayers("check", "journey", "replay")
          .whereLayer("pack")
          .mayOnlyBeAccessedByLayers("book", "check", "journey")
          .whereLayer("language")
          .mayOnlyBeAccessedByLayers("pack", "book");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.tfm.rules.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule typesAreFreeOfCycles =
      slices().assignedFrom(new OneType()).should().beFreeOfCycles();

  /** A type with all its nested types. */
  private static final class OneType implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(outermost(type).getName());
    }

    @Override
    public String getDescription() {
      return "types";
    }

    private static JavaClass outermost(JavaClass type) {
      return type.getEnclosingClass().map(OneType::outermost).orElse(type);
    }
  }

  @ArchTest
  static final ArchRule onlyTheCompilerKnowsDrools =
      noClasses()
          .that()
          .doNotHaveSimpleName("PackCompiler")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..")
          .because("a book holds data; the rule engine runs once, when a pack is loaded");

  @ArchTest
  static final ArchRule wordsOfTheLanguageDoNothingElse =
      classes()
          .that()
          .resideInAPackage("..rules.language..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.tfm.rules.language..",
              "org.tfm.model..",
              "java.lang",
              "java.lang.annotation",
              "java.lang.invoke",
              "java.util..",
              "java.math",
              "org.joda.money..",
              "com.google.common.collect..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule nothingReadsAClockOrRandom =
      noClasses()
          .that()
          .doNotHaveSimpleName("PackCompiler")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random");
}

package org.tfm.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Not;

@AnalyzeClasses(packages = "org.tfm.examples", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheWalkDistinguishesTheKindsOfNode =
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
          .because(
              "a Criterion.Visitor answers for every kind of node, and the compiler sees to it");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.tfm.examples.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule examplesUseTheLibraryAndNotItsEngine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..", "org.tfm.rules.language..")
          .because("they show what a user of the library writes");
}

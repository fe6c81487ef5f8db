package org.tfm.examples;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.PrintStream;
import java.io.Writer;
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
  static final ArchRule onlyTheWritersPrint =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.tfm.examples.cli.Printer")
          .and()
          .doNotHaveFullyQualifiedName("org.tfm.examples.csv.CsvOutput")
          // It makes the streams of the process, and hands them to the commands.
          .and()
          .haveNameNotMatching("org\\.tfm\\.examples\\.cli\\.(StandardOutput|Tfm)(\\$.*)?")
          // The progress bar, which has numbers only.
          .and()
          .doNotHaveFullyQualifiedName("org.tfm.examples.cli.Terminal")
          // The bytes of a row of CSV.
          .and()
          .haveNameNotMatching("org\\.tfm\\.examples\\.batch\\.RowFormat(\\$.*)?")
          // They show a reader how the library is used, with documents of their own.
          .and()
          .doNotHaveFullyQualifiedName("org.tfm.examples.Demo")
          .and()
          .doNotHaveFullyQualifiedName("org.tfm.examples.QuickStart")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Writer.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(PrintStream.class)
          .because("a writer of a medium makes text harmless, and a call site forgets to");

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

package org.tfm.model;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Not;

@AnalyzeClasses(
    packages = "org.tfm.model",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ImportOption.DoNotIncludePackageInfos.class
    })
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheVisitorDistinguishesKindsOfNode =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tfm.model.criterion")
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
          .because("a Criterion.Visitor covers every kind of node, and the compiler checks it");

  @ArchTest
  static final ArchRule theModelDoesNotDependOnARuleEngine =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel..", "org.tfm.rules..")
          .because("a front end or a cluster worker needs only the model");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.tfm.model.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule typesAreFreeOfCycles =
      slices().assignedFrom(new OneType()).should().beFreeOfCycles();

  /**
   * Groups a type with its nested types and its generated class. A sealed interface forms one type
   * with its subtypes and with a package-private class that only they use.
   */
  private static final class OneType implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(family(outermost(type)).getName().replace(".Immutable", "."));
    }

    @Override
    public String getDescription() {
      return "types";
    }

    private static JavaClass outermost(JavaClass type) {
      return type.getEnclosingClass().map(OneType::outermost).orElse(type);
    }

    private static JavaClass family(JavaClass type) {
      Set<JavaClass> users =
          type.getDirectDependenciesToSelf().stream()
              .map(use -> outermost(use.getOriginClass()))
              .filter(user -> !user.equals(type))
              .map(OneType::root)
              .collect(Collectors.toSet());
      return !type.getModifiers().contains(JavaModifier.PUBLIC)
              && users.size() == 1
              && isSealed(users.iterator().next())
          ? users.iterator().next()
          : root(type);
    }

    private static JavaClass root(JavaClass type) {
      return type.getRawInterfaces().stream()
          .filter(OneType::isSealed)
          .findFirst()
          .map(OneType::root)
          .orElse(type);
    }

    private static boolean isSealed(JavaClass type) {
      return type.getPackageName().startsWith("org.tfm.") && type.reflect().isSealed();
    }
  }

  @ArchTest
  static final ArchRule layersDependInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("problem")
          .definedBy("org.tfm.model.problem..")
          .layer("style")
          .definedBy("org.tfm.model.style..")
          .layer("privacy")
          .definedBy("org.tfm.model.privacy..")
          .layer("programme")
          .definedBy("org.tfm.model.programme..")
          .layer("school")
          .definedBy("org.tfm.model.school..")
          .layer("criterion")
          .definedBy("org.tfm.model.criterion..")
          .layer("document")
          .definedBy("org.tfm.model.document..")
          .layer("term")
          .definedBy("org.tfm.model.term..")
          .layer("assessment")
          .definedBy("org.tfm.model.assessment..")
          .layer("advice")
          .definedBy("org.tfm.model.advice..")
          .layer("intake")
          .definedBy("org.tfm.model.intake..")
          .layer("comparison")
          .definedBy("org.tfm.model.comparison..")
          .layer("json")
          .definedBy("org.tfm.model.json..")
          .layer("record")
          .definedBy("org.tfm.model.record..")
          .whereLayer("problem")
          .mayOnlyAccessLayers("style")
          .whereLayer("style")
          .mayNotAccessAnyLayer()
          .whereLayer("privacy")
          .mayNotAccessAnyLayer()
          .whereLayer("programme")
          .mayOnlyAccessLayers("problem", "style", "privacy", "json")
          .whereLayer("school")
          .mayOnlyAccessLayers("problem", "style", "privacy", "programme", "json")
          .whereLayer("criterion")
          .mayOnlyAccessLayers("problem", "style", "programme", "school", "json")
          .whereLayer("document")
          .mayOnlyAccessLayers(
              "problem", "style", "privacy", "programme", "school", "criterion", "json")
          .whereLayer("term")
          .mayOnlyAccessLayers("problem", "style", "programme", "school", "criterion", "json")
          .whereLayer("comparison")
          .mayOnlyAccessLayers("problem", "programme", "criterion", "term", "assessment", "json")
          .whereLayer("assessment")
          .mayOnlyBeAccessedByLayers("advice", "comparison", "intake", "record")
          .whereLayer("advice")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("intake")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("comparison")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("json")
          .mayOnlyAccessLayers("problem", "style")
          .whereLayer("record")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule generatedClassesAreHidden =
      classes()
          .that()
          .haveSimpleNameStartingWith("Immutable")
          .and()
          .areTopLevelClasses()
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule nothingReadsAClock =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(JavaClass.Predicates.resideInAPackage("java.time..")))
                  .and(target(nameMatching("now|system.*|tick.*"))))
          .orShould()
          .callMethodWhere(
              target(owner(JavaClass.Predicates.equivalentTo(System.class)))
                  .and(target(nameMatching("currentTimeMillis|nanoTime"))))
          .orShould()
          .callConstructor(java.util.Date.class);

  @ArchTest
  static final ArchRule nothingIsRandom =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.(util|security)\\..*Random.*")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(java.util.UUID.class, "randomUUID");

  @ArchTest
  static final ArchRule nothingReadsTheNetworkOrTheEnvironment =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "javax.net..", "java.nio.file..")
          .orShould()
          .callMethodWhere(
              target(owner(JavaClass.Predicates.equivalentTo(System.class)))
                  .and(target(nameMatching("getenv|getProperty"))));

  @ArchTest
  static void everyPackageIsNullMarked(JavaClasses classes) {
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).hasSize(14);
    assertThat(packages).allMatch(ArchitectureTest::isNullMarked);
  }

  private static boolean isNullMarked(String name) {
    try {
      return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

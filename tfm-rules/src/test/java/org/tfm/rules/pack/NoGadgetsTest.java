package org.tfm.rules.pack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.rules.check.WorkedCases;

/** A document cannot name a class to create. */
class NoGadgetsTest {

  /** A class that hostile documents try to create. */
  public static final class Gadget {
    static volatile boolean made;

    /** Records that one was created. */
    @SuppressWarnings("StaticAssignmentInConstructor") // the test checks this field
    public Gadget() {
      made = true;
    }
  }

  private static final String GADGET = Gadget.class.getName();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!%s {}",
        "!!%s []",
        "!<tag:yaml.org,2002:%s> {}",
        "!!java.util.List [ !!%s {} ]",
        "{ '@class': %s }",
        "{ '@type': %s }",
        "[ %s, {} ]"
      })
  void aTagOfYamlMakesNothing(String value) {
    String hostile = value.formatted(GADGET);
    assertThatThrownBy(
            () ->
                Pack.parse(
                    SmallPacks.files(
                        SmallPacks.PUBLISHER.replace(
                            "name: river-hub Maths Hub", "name: " + hostile),
                        SmallPacks.PACKAGE)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> WorkedCases.read("a.cases.yaml", "offering: " + hostile))
        .isInstanceOf(InvalidInputException.class);
    assertThat(Gadget.made).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@class\": \"%s\"}",
        "[\"%s\", {}]",
        "{\"school\": [\"%s\", {}], \"offering\": {\"@type\": \"%1$s\"}}",
        "{\"answers\": {\"a\": [\"%s\", {}], \"b\": {\"@class\": \"%1$s\"}}}"
      })
  void aClassNamedInJsonMakesNothing(String document) {
    assertThatThrownBy(() -> TfmJson.read(document.formatted(GADGET), Application.class))
        .isInstanceOf(InvalidInputException.class);
    assertThat(Gadget.made).isFalse();
  }

  @Test
  void aKindOfCriterionIsOneOfAListAndNoClass() {
    assertThatThrownBy(
            () -> TfmJson.read("{\"kind\": \"" + GADGET + "\", \"type\": \"x\"}", Criterion.class))
        .isInstanceOf(InvalidInputException.class);
    assertThat(Gadget.made).isFalse();
  }

  @Test
  void noMapperOfOursHasDefaultTyping() {
    ObjectMapper mapper = TfmJson.mapper();
    JavaType anything = mapper.constructType(Object.class);
    assertThat(mapper.getDeserializationConfig().getDefaultTyper(anything)).isNull();
    assertThat(mapper.getSerializationConfig().getDefaultTyper(anything)).isNull();
  }

  @Test
  void nothingOfOursReadsSerialisedObjectsOrTurnsDefaultTypingOn() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.beans.XMLDecoder")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.yaml.snakeyaml.Yaml")
        .orShould()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "turns default typing on",
                call ->
                    call.getTarget().getName().contains("DefaultTyping")
                        && !call.getTarget().getName().startsWith("deactivate")))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tfm"));
  }
}

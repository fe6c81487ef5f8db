package org.tfm.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import org.tfm.model.json.TfmJson;
import org.tfm.model.style.Internal;
import org.tfm.model.style.ValueType;

/** All values of the API are read and written strictly by the mappers of other programs. */
@AnalyzeClasses(
    packages = {"org.tfm.model", "org.tfm.rules"},
    importOptions = DoNotIncludeTests.class)
class StrictTest {

  private static final ObjectMapper PLAIN = new ObjectMapper();

  @ArchTest
  static void everyValueIsStrict(JavaClasses classes) {
    List<JavaClass> values =
        classes.stream().filter(StrictTest::isApi).filter(StrictTest::isValue).toList();
    assertThat(values).hasSizeGreaterThan(100);
    assertThat(values)
        .filteredOn(type -> !isStrict(type.reflect()))
        .extracting(JavaClass::getName)
        .containsExactlyInAnyOrder(
            // Written, but never read; other mappers need no help for them.
            "org.tfm.model.problem.Problem",
            "org.tfm.model.problem.ProblemCode",
            "org.tfm.model.problem.ProblemPlace",
            "org.tfm.model.problem.ProblemPlace$Kind",
            // Of a row of a form; not written at all.
            "org.tfm.model.intake.FormRow",
            "org.tfm.model.intake.FormProposal",
            "org.tfm.model.intake.ProposedColumn",
            "org.tfm.model.intake.Intake",
            // Used in annotations only.
            "org.tfm.model.privacy.Mask");
  }

  private static boolean isApi(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAnnotatedWith(Internal.class)
        && type.getEnclosingClass().map(StrictTest::isApi).orElse(true);
  }

  private static boolean isValue(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || type.isAnnotatedWith(ValueType.class)
        || type.getCodeUnits().stream()
            .anyMatch(
                unit ->
                    unit.isAnnotatedWith(JsonValue.class)
                        || unit.isAnnotatedWith(JsonCreator.class));
  }

  /** Whether Jackson finds the annotation first, on the type or on one that it extends. */
  private static boolean isStrict(Class<?> type) {
    AnnotationIntrospector introspector =
        PLAIN.getSerializationConfig().getAnnotationIntrospector();
    AnnotatedClass annotated =
        PLAIN
            .getSerializationConfig()
            .introspectClassAnnotations(PLAIN.constructType(type))
            .getClassInfo();
    return isOfTheLibrary(introspector.findSerializer(annotated))
        && isOfTheLibrary(introspector.findDeserializer(annotated));
  }

  private static boolean isOfTheLibrary(Object found) {
    return found instanceof Class<?> type && type.getEnclosingClass() == TfmJson.class;
  }
}

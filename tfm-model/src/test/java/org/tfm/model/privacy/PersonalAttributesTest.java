package org.tfm.model.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/** Every attribute of a document is considered for masking. */
class PersonalAttributesTest {

  private static final List<Class<?>> DOCUMENTS =
      List.of(Application.class, ExpressionOfInterest.class, WorkGroup.class, Progress.class);

  /** Types that cannot hold free text. */
  private static final Set<Class<?>> NO_WORDS =
      Set.of(
          int.class,
          Integer.class,
          boolean.class,
          Boolean.class,
          BigDecimal.class,
          LocalDate.class,
          LocalTime.class,
          AcademicYear.class,
          ReleaseTime.class);

  private static final Set<Class<?>> WORDS =
      Set.of(String.class, Object.class, Trn.class, Answers.class);

  /** Returns every attribute of every document and of its parts. */
  private static Map<String, Method> attributes() {
    Map<String, Method> attributes = new TreeMap<>();
    DOCUMENTS.forEach(type -> collect(type, attributes, new LinkedHashSet<>()));
    return attributes;
  }

  private static void collect(Class<?> type, Map<String, Method> found, Set<Class<?>> seen) {
    if (seen.add(type)) {
      for (Method attribute : attributesOf(type)) {
        found.put(type.getSimpleName() + "." + attribute.getName(), attribute);
        Class<?> held = held(attribute.getGenericReturnType());
        if (!held.isEnum() && !NO_WORDS.contains(held) && !WORDS.contains(held)) {
          collect(held, found, seen);
        }
      }
    }
  }

  private static List<Method> attributesOf(Class<?> type) {
    if (type.isRecord()) {
      return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).toList();
    }
    assertThat(type.isAnnotationPresent(JsonDeserialize.class)).as("%s", type).isTrue();
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !method.isAnnotationPresent(JsonIgnore.class))
        .filter(method -> !method.getName().equals("check"))
        .toList();
  }

  /** Returns the element type of an optional, a list or an optional list. */
  private static Class<?> held(Type type) {
    if (type instanceof ParameterizedType several) {
      Class<?> raw = (Class<?>) several.getRawType();
      assertThat(raw == Optional.class || Collection.class.isAssignableFrom(raw))
          .as("%s", type)
          .isTrue();
      return held(several.getActualTypeArguments()[0]);
    }
    return (Class<?>) type;
  }

  private static boolean isPersonal(Method attribute) {
    return attribute.isAnnotationPresent(Personal.class);
  }

  private static boolean isPublic(Method attribute) {
    return attribute.isAnnotationPresent(PublicWords.class);
  }

  @Test
  void everyAttributeWithFreeTextIsPersonalOrPublic() {
    Set<String> undeclared = new TreeSet<>();
    attributes()
        .forEach(
            (name, attribute) -> {
              if (WORDS.contains(held(attribute.getGenericReturnType()))
                  && isPersonal(attribute) == isPublic(attribute)) {
                undeclared.add(name);
              }
            });
    assertThat(undeclared).isEmpty();
  }

  @Test
  void theDeclarationsAreAsListed() {
    Map<String, String> declared = new TreeMap<>();
    attributes()
        .forEach(
            (name, attribute) -> {
              if (isPersonal(attribute)) {
                declared.put(name, attribute.getAnnotation(Personal.class).value().name());
              } else if (isPublic(attribute)) {
                declared.put(name, "public");
              }
            });
    assertThat(declared)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("Application.answers", "TEXT_ANSWERS"),
                Map.entry("Application.headteacherStatement", "FIXED_TEXT"),
                Map.entry("LeadParticipant.answers", "TEXT_ANSWERS"),
                Map.entry("LeadParticipant.name", "LEFT_OUT"),
                Map.entry("LeadParticipant.trn", "ORDINAL"),
                Map.entry("Offering.hub", "public"),
                Map.entry("Offering.intake", "public"),
                Map.entry("Offering.type", "public"),
                Map.entry("Participation.hub", "public"),
                Map.entry("Participation.type", "public"),
                Map.entry("Progress.answers", "TEXT_ANSWERS"),
                Map.entry("School.hubs", "public"),
                Map.entry("School.localAuthority", "public"),
                Map.entry("School.district", "public"),
                Map.entry("School.region", "public"),
                Map.entry("School.trust", "public"),
                Map.entry("Session.venue", "public"),
                Map.entry("Session.kind", "public"),
                Map.entry("School.name", "public"),
                Map.entry("WorkGroup.answers", "TEXT_ANSWERS")));
  }

  @Test
  void everyMaskSuitsTheTypeOfItsAttribute() {
    attributes()
        .forEach(
            (name, attribute) -> {
              if (isPersonal(attribute)) {
                Class<?> type =
                    switch (attribute.getAnnotation(Personal.class).value()) {
                      case LEFT_OUT, FIXED_TEXT -> String.class;
                      case ORDINAL -> Trn.class;
                      case TEXT_ANSWERS -> Answers.class;
                    };
                assertThat(held(attribute.getGenericReturnType())).as(name).isEqualTo(type);
              }
            });
  }

  @Test
  void noTypeOfTheDocumentsIsOverlooked() {
    Set<String> reached = new TreeSet<>();
    attributes().keySet().forEach(name -> reached.add(name.substring(0, name.indexOf('.'))));
    Stream<JavaClass> read =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.tfm.model.document")
                .stream()
                .filter(type -> type.isInterface() || type.isRecord())
                .filter(type -> type.isAnnotatedWith(JsonDeserialize.class));
    assertThat(read.map(JavaClass::getSimpleName)).isSubsetOf(reached);
  }
}

package org.tfm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The conventions of all builders of the model. */
class BuildersTest {

  private static final List<Class<?>> BUILDERS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests()).importPackages("org.tfm.model").stream()
              .filter(type -> type.getSimpleName().equals("Builder"))
              .filter(type -> !type.getName().contains("Immutable"))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  private static Stream<Method> methods() {
    return BUILDERS.stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getDeclaringClass() != Object.class);
  }

  @Test
  void thereAreBuilders() {
    assertThat(BUILDERS).hasSizeGreaterThanOrEqualTo(7);
  }

  @Test
  void everyMethodIsDeclaredOnThePublicBuilder() {
    assertThat(methods())
        .allSatisfy(
            method -> {
              assertThat(BUILDERS).contains(method.getDeclaringClass());
              assertThat(Modifier.isPublic(method.getDeclaringClass().getModifiers())).isTrue();
            });
  }

  @Test
  void methodsUseOnlyTypesOfTheJdkAndTheModel() {
    assertThat(methods().flatMap(method -> Arrays.stream(method.getGenericParameterTypes())))
        .extracting(Type::getTypeName)
        .allSatisfy(name -> assertThat(name).doesNotContain("com.google"));
  }

  @Test
  void optionalAttributesCanBeSetPresentAndAbsent() {
    TreeSet<String> oneWay = new TreeSet<>();
    methods()
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0] == Optional.class)
        .filter(
            method ->
                methods()
                    .filter(other -> other.getDeclaringClass() == method.getDeclaringClass())
                    .filter(other -> other.getName().equals(method.getName()))
                    .noneMatch(other -> other.getParameterTypes()[0] != Optional.class))
        .forEach(method -> oneWay.add(method.toString()));
    assertThat(oneWay).isEmpty();
  }

  @Test
  void nullIsRefusedByName() throws ReflectiveOperationException {
    for (Method method : methods().toList()) {
      for (Parameter parameter : method.getParameters()) {
        if (!parameter.getType().isPrimitive()) {
          Object builder =
              method.getDeclaringClass().getEnclosingClass().getMethod("builder").invoke(null);
          Throwable thrown = catchThrowable(() -> method.invoke(builder, (Object) null));
          assertThat(thrown).as("%s", method).isInstanceOf(InvocationTargetException.class);
          assertThat(thrown.getCause())
              .as("%s", method)
              .isInstanceOf(NullPointerException.class)
              .satisfies(
                  e ->
                      assertThat(String.valueOf(e.getMessage()))
                          .containsAnyOf(method.getName(), parameter.getName()));
        }
      }
    }
  }
}

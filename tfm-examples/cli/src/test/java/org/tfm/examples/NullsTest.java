package org.tfm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.reflect.TypeToken;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.intake.FormMap;
import org.tfm.model.intake.FormReader;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.record.DecisionRecord;
import org.tfm.model.style.Internal;
import org.tfm.model.term.PriorityOrder;
import org.tfm.register.SchoolRegister;
import org.tfm.register.Screening;
import org.tfm.rules.book.Decision;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.book.ReloadListener;
import org.tfm.rules.check.WorkedCases;
import org.tfm.rules.pack.PackFiles;
import org.tfm.testkit.RuleVerifier;

/**
 * Null is refused at every public entry, by the name of the parameter.
 *
 * <p>What implements a method of our own, such as that of a criterion, is reached through others.
 */
class NullsTest {

  private static final List<JavaClass> CLASSES =
      new ClassFileImporter()
              .withImportOption(new DoNotIncludeTests())
              .importPackages(
                  "org.tfm.model", "org.tfm.rules", "org.tfm.register", "org.tfm.testkit")
              .stream()
              .filter(type -> !type.isAnnotatedWith(Internal.class))
              .filter(NullsTest::isSeen)
              .filter(type -> !type.isAnnotation() && !type.getName().contains(".Immutable"))
              .sorted(Comparator.comparing(JavaClass::getName))
              .toList();

  private final Map<Class<?>, Object> samples = new LinkedHashMap<>();

  NullsTest() {
    for (Object sample :
        List.of(
            Optional.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            BigDecimal.ONE,
            LocalDate.of(2022, 10, 3),
            new PriorityOrder(Facts.SUBMITTED, false),
            "a",
            TfmJson.mapper(),
            JsonNodeFactory.instance.objectNode(),
            PolicyBook.bundled(),
            PackFiles.of(
                "pack",
                Map.of(
                    "publisher.yaml",
                    """
                    language: 1
                    hub: a-hub
                    name: A Hub
                    year: 2022/23
                    offers: [primary-development]
                    sources:
                      flyer: {title: Flyer, publisher: A Hub}
                    """)),
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            SchoolRegister.open(
                Path.of("../../tfm-rules/register/src/test/resources/register/published.csv")),
            new StringReader(""),
            Path.of("nowhere"),
            new Object())) {
      samples.put(sample.getClass(), sample);
    }
    samples.put(ClassLoader.class, NullsTest.class.getClassLoader());
    samples.put(Executor.class, (Executor) Runnable::run);
    samples.put(
        ReloadListener.class,
        new ReloadListener() {
          @Override
          public void reloaded(PolicyBook book) {}

          @Override
          public void reloadFailed(Throwable failure) {}
        });
    samples.put(Supplier.class, (Supplier<Object>) PolicyBook::bundled);
    samples.put(boolean.class, false);
    samples.put(int.class, 1);
    samples.put(long.class, 1L);
    samples.put(List.class, ImmutableList.of());
    samples.put(Collection.class, ImmutableList.of());
    samples.put(ImmutableList.class, ImmutableList.of());
    samples.put(Set.class, ImmutableSet.of());
    samples.put(ImmutableSet.class, ImmutableSet.of());
    samples.put(Map.class, ImmutableMap.of());
    samples.put(ImmutableMap.class, ImmutableMap.of());
    samples.put(Class.class, Application.class);
    samples.put(Function.class, (Function<Object, Object>) any -> any);
    samples.put(BiFunction.class, (BiFunction<Object, Object, Object>) (any, other) -> any);
    samples.put(
        Application.class,
        TfmJson.read(
            "{\"offering\":{\"hub\":\"cheshire-wirral\",\"type\":\"primary-development\",\"year\":\"2022/23\"},"
                + "\"school\":{\"urn\":100008}}",
            Application.class));
    Application application = (Application) samples.get(Application.class);
    samples.put(application.offering().getClass(), application.offering());
    samples.put(application.school().getClass(), application.school());
    samples.put(WorkGroup.class, WorkGroup.builder().offering(application.offering()).build());
    Decision decision = PolicyBook.bundled().decide(application);
    samples.put(Decision.class, decision);
    samples.put(Assessment.class, decision.assessment());
    samples.put(DecisionRecord.class, decision.record());
    RuleVerifier.OfferingVerifier ofOffering =
        RuleVerifier.forBook(PolicyBook.bundled()).offering(application.offering());
    samples.put(RuleVerifier.OfferingVerifier.class, ofOffering);
    RuleVerifier.TermVerifier verifier = ofOffering.term("phase");
    samples.put(RuleVerifier.TermVerifier.class, verifier);
    samples.put(RuleVerifier.Verification.class, verifier.given(application));
    samples.put(
        Screening.class,
        Screening.of(
            PolicyBook.bundled(), application.offering().hub(), application.offering().year()));
    samples.put(ImmutableSortedMap.class, ImmutableSortedMap.of());
    samples.put(
        FormMap.class,
        TfmJson.read(
            "{\"constants\":{\"offering.hub\":\"a-hub\",\"offering.type\":\"primary-development\","
                + "\"offering.year\":\"2022/23\"},"
                + "\"columns\":[{\"heading\":\"URN\",\"to\":\"school.urn\"}]}",
            FormMap.class));
    samples.put(
        FormReader.class,
        FormReader.named(List.of("offering.hub", "offering.type", "offering.year", "school.urn")));
    // What can be made of what there is, some of it only after others.
    for (int round = 0; round < 4; round++) {
      entries().forEach(this::make);
    }
  }

  private static boolean isSeen(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(NullsTest::isSeen).orElse(true);
  }

  private static Stream<Executable> entries() {
    return CLASSES.stream()
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(unit -> !unit.isAnnotatedWith(Internal.class))
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.ABSTRACT))
        .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(unit -> !unit.getName().equals("<clinit>"))
        .sorted(Comparator.comparing(JavaCodeUnit::getFullName))
        .map(JavaCodeUnit::reflect)
        .map(Executable.class::cast);
  }

  /** Whether a method only implements one that a type of ours declares. */
  private static boolean isInherited(Executable entry) {
    return entry instanceof Method method
        && TypeToken.of(method.getDeclaringClass()).getTypes().rawTypes().stream()
            .filter(type -> type != method.getDeclaringClass())
            .filter(type -> type.getName().startsWith("org.tfm."))
            .anyMatch(
                type ->
                    Arrays.stream(type.getMethods())
                        .anyMatch(
                            other ->
                                other.getName().equals(method.getName())
                                    && Arrays.equals(
                                        other.getParameterTypes(), method.getParameterTypes())));
  }

  private @Nullable Object sample(Class<?> type) {
    if (samples.containsKey(type)) {
      return samples.get(type);
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    return samples.values().stream().filter(type::isInstance).findFirst().orElse(null);
  }

  private boolean isKnown(Class<?> type) {
    return sample(type) != null;
  }

  private void make(Executable entry) {
    Class<?> made =
        entry instanceof Method method ? method.getReturnType() : entry.getDeclaringClass();
    if (!made.getName().startsWith("org.tfm.")
        || samples.containsKey(made)
        || made.isEnum()
        || !Arrays.stream(entry.getParameterTypes()).allMatch(this::isKnown)) {
      return;
    }
    try {
      Object value =
          call(entry, Arrays.stream(entry.getParameterTypes()).map(this::sample).toArray());
      if (value != null) {
        samples.put(made, value);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Not made of these samples; maybe by another entry.
    }
  }

  private @Nullable Object call(Executable entry, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    if (entry instanceof Constructor<?> constructor) {
      return constructor.newInstance(arguments);
    }
    Method method = (Method) entry;
    boolean isStatic = java.lang.reflect.Modifier.isStatic(method.getModifiers());
    Object receiver = isStatic ? null : sample(method.getDeclaringClass());
    if (!isStatic && receiver == null) {
      throw new NoSuchMethodException("no receiver");
    }
    return method.invoke(receiver, arguments);
  }

  @Test
  void nullIsRefusedByNameAtEveryEntry() {
    List<String> faults = new ArrayList<>();
    int[] tried = {0};
    entries()
        .filter(entry -> !Set.of("equals", "valueOf").contains(entry.getName()))
        .filter(entry -> !isInherited(entry))
        .forEach(
            entry -> {
              for (int i = 0; i < entry.getParameterCount(); i++) {
                Parameter parameter = entry.getParameters()[i];
                if (!parameter.getType().isPrimitive()
                    && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                  tried[0]++;
                  fault(entry, i)
                      .ifPresent(
                          fault -> faults.add(entry + ", " + parameter.getName() + ": " + fault));
                }
              }
            });
    assertThat(tried[0]).isGreaterThan(200);
    assertThat(faults).isEmpty();
  }

  private Optional<String> fault(Executable entry, int place) {
    Object[] arguments = Arrays.stream(entry.getParameterTypes()).map(this::sample).toArray();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] == null && i != place) {
        return Optional.of("no sample of " + entry.getParameterTypes()[i]);
      }
    }
    arguments[place] = null;
    String name = entry.getParameters()[place].getName();
    try {
      call(entry, arguments);
      return Optional.of("not refused");
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof InvalidInputException) {
        return Optional.empty();
      }
      return cause instanceof NullPointerException
              && String.valueOf(cause.getMessage()).equals(name)
          ? Optional.empty()
          : Optional.of(String.valueOf(cause));
    } catch (NoSuchMethodException e) {
      return entry.getDeclaringClass() == WorkedCases.class // read from the file of a pack
          ? Optional.empty()
          : Optional.of("no sample to call it on");
    } catch (ReflectiveOperationException e) {
      return Optional.of(String.valueOf(e));
    }
  }
}

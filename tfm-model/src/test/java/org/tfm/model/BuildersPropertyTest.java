package org.tfm.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.Primitives;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.document.Application;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.school.School;

/** Properties of the builders: a built value has the values that were set. */
class BuildersPropertyTest {

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        ModelArbitraries.schools(),
        ModelArbitraries.participations(),
        ModelArbitraries.leadParticipants()
            .filter(people -> !people.isEmpty())
            .map(people -> people.get(0)),
        ModelArbitraries.applications(),
        ModelArbitraries.expressionsOfInterest(),
        ModelArbitraries.offerings().flatMap(ModelArbitraries::workGroups),
        ModelArbitraries.offerings().flatMap(ModelArbitraries::progress));
  }

  private static Class<?> type(Object value) {
    return Stream.of(
            School.class,
            Participation.class,
            LeadParticipant.class,
            Application.class,
            ExpressionOfInterest.class,
            WorkGroup.class,
            Progress.class)
        .filter(type -> type.isInstance(value))
        .findFirst()
        .orElseThrow();
  }

  @Property
  void valuesAreReadAsTheyWereSet(@ForAll("values") Object value)
      throws ReflectiveOperationException {
    Class<?> type = type(value);
    Object builder = type.getMethod("builder").invoke(null);
    for (Method setter : builder.getClass().getMethods()) {
      if (setter.getDeclaringClass() == builder.getClass() && hasAttribute(type, setter)) {
        Object attribute = type.getMethod(setter.getName()).invoke(value);
        if (Primitives.wrap(setter.getParameterTypes()[0]).isInstance(attribute)) {
          setter.invoke(builder, attribute);
        }
      }
    }
    assertThat(built(builder)).isEqualTo(value);
  }

  @Property
  void earlierValuesAreReplaced(@ForAll("values") Object value, @ForAll("values") Object next)
      throws ReflectiveOperationException {
    if (type(value) == type(next)) {
      Object builder = type(value).getMethod("builder").invoke(null);
      Method from = builder.getClass().getMethod("from", type(value));
      from.invoke(builder, value);
      assertThat(built(builder)).isEqualTo(value);
      from.invoke(builder, next);
      assertThat(built(builder)).isEqualTo(next);
    }
  }

  private static Object built(Object builder) throws ReflectiveOperationException {
    return builder.getClass().getMethod("build").invoke(builder);
  }

  private static boolean hasAttribute(Class<?> type, Method setter) {
    return Arrays.stream(type.getMethods())
        .anyMatch(
            method -> method.getName().equals(setter.getName()) && method.getParameterCount() == 0);
  }
}

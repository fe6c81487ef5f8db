package org.tfm.register;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Observation;
import org.tfm.model.criterion.Value;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.PrintableText;
import org.tfm.model.programme.RegisterName;
import org.tfm.model.school.School;

/**
 * A value of a school that documents and the register have.
 *
 * @param key the key in a document
 * @param what the name in sentences
 * @param read reads it; empty if it is not given
 * @param write sets it
 * @param isSame whether two values mean the same
 * @param clause says it of the school, or of a member such as {@code school 2}
 */
record SchoolValue<T>(
    String key,
    String what,
    Function<School, Optional<T>> read,
    BiConsumer<School.Builder, T> write,
    BiPredicate<T, T> isSame,
    BiFunction<String, T, String> clause) {

  static final SchoolValue<?> TYPE =
      ofWord(
          "establishmentType",
          "type",
          Facts.ESTABLISHMENT_TYPE,
          School::establishmentType,
          School.Builder::establishmentType);

  static final SchoolValue<?> LOWEST_AGE =
      of(
          "lowestAge",
          "lowest age",
          Facts.LOWEST_AGE,
          School::lowestAge,
          School.Builder::lowestAge,
          Value.Quantity::of);

  static final SchoolValue<?> HIGHEST_AGE =
      of(
          "highestAge",
          "highest age",
          Facts.HIGHEST_AGE,
          School::highestAge,
          School.Builder::highestAge,
          Value.Quantity::of);

  /** All values, in the order of a document. */
  static final ImmutableList<SchoolValue<?>> ALL =
      ImmutableList.of(
          new SchoolValue<>(
              "name",
              "name",
              school -> school.name().filter(name -> !Blanks.isBlank(name)),
              School.Builder::name,
              SchoolValue::isSimilar,
              (of, name) ->
                  (of.isEmpty() ? "the school" : of)
                      + " is called “"
                      + PrintableText.text(name)
                      + "”"),
          ofWord("phase", "phase", Facts.PHASE, School::phase, School.Builder::phase),
          TYPE,
          ofWord("country", "country", Facts.COUNTRY, School::country, School.Builder::country),
          ofName(
              "localAuthority",
              "local authority",
              Facts.LOCAL_AUTHORITY,
              School::localAuthority,
              School.Builder::localAuthority),
          ofName(
              "district", "district", Facts.DISTRICT, School::district, School.Builder::district),
          ofName("region", "region", Facts.REGION, School::region, School.Builder::region),
          LOWEST_AGE,
          HIGHEST_AGE,
          ofName("trust", "trust", Facts.TRUST, School::trust, School.Builder::trust),
          of(
              "nurseryProvision",
              "nursery provision",
              Facts.NURSERY_PROVISION,
              School::nurseryProvision,
              School.Builder::nurseryProvision,
              Value.YesNo::of),
          SchoolValue.<BigDecimal>of(
              "freeMealShare",
              "free school meals",
              Facts.FREE_MEAL_SHARE,
              School::freeMealShare,
              School.Builder::freeMealShare,
              Value.Quantity::of),
          of(
              "pupils",
              "number of pupils",
              Facts.PUPILS,
              School::pupils,
              School.Builder::pupils,
              Value.Quantity::of),
          ofWord(
              "ofsted",
              "Ofsted grade",
              Facts.OFSTED_GRADE,
              School::ofsted,
              School.Builder::ofsted));

  private static <E extends Enum<E>> SchoolValue<E> ofWord(
      String key,
      String what,
      Fact fact,
      Function<School, Optional<E>> read,
      BiConsumer<School.Builder, E> write) {
    return of(key, what, fact, read, write, Value.Words::of);
  }

  private static SchoolValue<String> ofName(
      String key,
      String what,
      Fact fact,
      Function<School, Optional<String>> read,
      BiConsumer<School.Builder, String> write) {
    return new SchoolValue<>(
        key,
        what,
        school -> read.apply(school).filter(name -> !Blanks.isBlank(name)),
        write,
        (one, other) -> RegisterName.key(one).equals(RegisterName.key(other)),
        says(fact, name -> new Value.Words(ImmutableSet.of(name))));
  }

  private static <T> SchoolValue<T> of(
      String key,
      String what,
      Fact fact,
      Function<School, Optional<T>> read,
      BiConsumer<School.Builder, T> write,
      Function<T, Value> value) {
    return new SchoolValue<>(key, what, read, write, Object::equals, says(fact, value));
  }

  private static <T> BiFunction<String, T, String> says(Fact fact, Function<T, Value> value) {
    return (of, own) -> new Observation(fact.id(), of, Optional.of(value.apply(own))).says(fact);
  }

  /** Whether one name of a school contains the other, as people leave words out. */
  private static boolean isSimilar(String one, String other) {
    String a = RegisterName.key(one);
    String b = RegisterName.key(other);
    return a.contains(b) || b.contains(a);
  }
}

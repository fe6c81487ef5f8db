package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Blanks;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;

/** Shared instances of the most frequent values. */
final class SharedValues {

  private static final int NUMBERS = 101;
  private static final int HALF_DAYS = 2 * NUMBERS;

  private static final Optional<Value> YES = Optional.of(Value.YesNo.of(true));
  private static final Optional<Value> NO = Optional.of(Value.YesNo.of(false));

  private static final ImmutableList<Optional<Value>> BY_NUMBER =
      table(NUMBERS, number -> Value.Quantity.of(number));

  private static final ImmutableList<Optional<Value>> BY_HALF_DAYS =
      table(HALF_DAYS, halfDays -> inDays(halfDays, false));

  private static final ImmutableList<Optional<Value>> BY_HALF_DAYS_SO_FAR =
      table(HALF_DAYS, halfDays -> inDays(halfDays, true));

  private static final ImmutableMap<Enum<?>, Optional<Value>> BY_WORD =
      Maps.toMap(
          Stream.<Enum<?>[]>of(
                  Phase.values(),
                  EstablishmentType.values(),
                  Country.values(),
                  OfstedGrade.values(),
                  Place.values(),
                  SubmittedBy.values(),
                  LeadRole.values())
              .flatMap(Arrays::stream)
              .toList(),
          word -> Optional.of(Value.Words.of(word)));

  private static final ImmutableMap<String, Optional<Value>> BY_TYPE =
      Maps.toMap(
          WorkGroupType.known().keySet(),
          type -> Optional.of(new Value.Words(ImmutableSet.of(type))));

  private static final ImmutableList<Role> ROLES = ImmutableList.copyOf(Role.values());

  /** The roles whose sets are shared; the last roles are rare. */
  private static final int SHARED_ROLES = 15;

  // Written without a lock: threads that race create equal values.
  private static final @Nullable Value[] BY_ROLES = new Value[1 << SHARED_ROLES];

  private SharedValues() {}

  private static ImmutableList<Optional<Value>> table(int size, Function<Integer, Value> value) {
    return IntStream.range(0, size)
        .mapToObj(number -> Optional.of(value.apply(number)))
        .collect(ImmutableList.toImmutableList());
  }

  static Optional<Value> yesNo(boolean yes) {
    return yes ? YES : NO;
  }

  static Optional<Value> number(int number) {
    return 0 <= number && number < NUMBERS
        ? BY_NUMBER.get(number)
        : Optional.of(Value.Quantity.of(number));
  }

  static Optional<Value> number(BigDecimal number) {
    return number.scale() == 0 && number.precision() < String.valueOf(NUMBERS).length()
        ? number(number.intValue())
        : Optional.of(Value.Quantity.of(number));
  }

  /**
   * Returns a time in days.
   *
   * @param open whether the time is a lower bound, because a part of it is not given
   */
  static Optional<Value> days(long halfDays, boolean open) {
    if (halfDays < HALF_DAYS) {
      return (open ? BY_HALF_DAYS_SO_FAR : BY_HALF_DAYS).get((int) halfDays);
    }
    return Optional.of(inDays(halfDays, open));
  }

  private static Value inDays(long halfDays, boolean open) {
    return new Value.Quantity(
        halfDays % 2 == 0 ? BigDecimal.valueOf(halfDays / 2) : BigDecimal.valueOf(halfDays * 5, 1),
        open);
  }

  /** Returns the value of an enum constant. */
  static Optional<Value> word(Optional<? extends Enum<?>> word) {
    return word.isPresent() ? BY_WORD.getOrDefault(word.get(), Optional.empty()) : Optional.empty();
  }

  /** Returns the id of a type of work group. */
  static Optional<Value> type(String type) {
    Optional<Value> known = BY_TYPE.get(type);
    return known == null ? Optional.of(new Value.Words(ImmutableSet.of(type))) : known;
  }

  /** Returns a name; a blank one is not given. */
  static Optional<Value> name(Optional<String> name) {
    return name.filter(text -> !Blanks.isBlank(text))
        .map(text -> new Value.Words(ImmutableSet.of(Blanks.strip(text))));
  }

  /** Returns roles, in declaration order. */
  @SuppressWarnings("EnumOrdinal") // Never leaves the process.
  static Optional<Value> roles(Set<Role> held) {
    int index = 0;
    for (Role role : held) {
      index |= 1 << role.ordinal();
    }
    boolean isShared = index < BY_ROLES.length;
    Value words = isShared ? BY_ROLES[index] : null;
    if (words == null) {
      words =
          new Value.Words(
              ROLES.stream()
                  .filter(held::contains)
                  .map(Role::name)
                  .collect(ImmutableSet.toImmutableSet()));
      if (isShared) {
        BY_ROLES[index] = words;
      }
    }
    return Optional.of(words);
  }
}

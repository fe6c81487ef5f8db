package org.tfm.model.document;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Blanks;
import org.tfm.model.school.School;

/** Values read from what the register says of a school: names, and year groups from its ages. */
final class SchoolYears {

  private SchoolYears() {}

  /** Returns a name; a blank one is not given. */
  static Optional<Value> name(Optional<String> name) {
    return name.filter(text -> !Blanks.isBlank(text))
        .map(text -> new Value.Words(ImmutableSet.of(Blanks.strip(text))));
  }

  /** Returns the year groups whose ages the school has; empty if an age is unknown. */
  static Optional<Value> of(School school) {
    if (school.lowestAge().isEmpty() || school.highestAge().isEmpty()) {
      return Optional.empty();
    }
    int lowest = school.lowestAge().get();
    int highest = school.highestAge().get();
    return Optional.of(
        new Value.Words(
            Arrays.stream(YearGroup.values())
                .filter(year -> lowest <= year.youngest() && year.youngest() < highest)
                .map(YearGroup::name)
                .collect(ImmutableSet.toImmutableSet())));
  }
}

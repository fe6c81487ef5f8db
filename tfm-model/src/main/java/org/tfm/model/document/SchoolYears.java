package org.tfm.model.document;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.School;

/** The year groups of a school, read from the ages of its pupils. */
final class SchoolYears {

  private SchoolYears() {}

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

package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;

/** Values derived from the work groups that a school has taken part in. */
final class History {

  private static final Optional<Value> NONE = Optional.of(new Value.Words(ImmutableSet.of()));

  private History() {}

  /**
   * Returns the types of work group that the school has taken part in.
   *
   * @param counted tests whether a year of participation counts, given the year applied for
   */
  static Optional<Value> types(
      Application application, BiPredicate<AcademicYear, AcademicYear> counted) {
    if (application.history().isEmpty()) {
      return Optional.empty();
    }
    AcademicYear year = application.offering().year();
    ImmutableList<Participation> history = application.history().get();
    @Nullable String first = null;
    boolean isOneType = true;
    for (int i = 0; i < history.size(); i++) {
      Participation one = history.get(i);
      if (counted.test(one.year(), year)) {
        isOneType &= first == null || one.type().equals(first);
        first = one.type();
      }
    }
    if (first == null) {
      return NONE;
    }
    return isOneType
        ? SharedValues.type(first)
        : Optional.of(
            new Value.Words(
                history.stream()
                    .filter(one -> counted.test(one.year(), year))
                    .map(Participation::type)
                    .collect(ImmutableSet.toImmutableSet())));
  }

  /** Returns the other types of work group that the school takes part in, in the same year. */
  static Optional<Value> othersOfSameYear(Application application) {
    return application
        .history()
        .map(
            history ->
                new Value.Words(
                    history.stream()
                        .filter(one -> one.year().equals(application.offering().year()))
                        .map(Participation::type)
                        .filter(type -> !type.equals(application.offering().type()))
                        .collect(ImmutableSet.toImmutableSet())));
  }

  /** Returns the types of work group that a person has taken part in. */
  static Optional<Value> types(LeadParticipant person) {
    return person
        .history()
        .map(
            history ->
                new Value.Words(
                    history.stream()
                        .map(Participation::type)
                        .collect(ImmutableSet.toImmutableSet())));
  }

  /** Adds a participation for each type; its year, which is made up, is the earliest. */
  static Optional<LeadParticipant> with(LeadParticipant person, Value value) {
    return value instanceof Value.Words words
        ? Optional.of(
            LeadParticipant.builder()
                .from(person)
                .history(
                    and(
                        person.history(),
                        AcademicYear.all().findFirst().orElseThrow(),
                        words.words()))
                .build())
        : Optional.empty();
  }

  private static ImmutableList<Participation> and(
      Optional<ImmutableList<Participation>> known, AcademicYear year, Set<String> types) {
    ImmutableList.Builder<Participation> history = ImmutableList.builder();
    known.ifPresent(history::addAll);
    types.forEach(type -> history.add(Participation.builder().type(type).year(year).build()));
    return history.build();
  }

  /**
   * Returns the types of work group that the school completed before the year applied for; empty if
   * an earlier participation does not say whether it was completed.
   */
  static Optional<Value> completed(Application application) {
    if (application.history().isEmpty()) {
      return Optional.empty();
    }
    List<Participation> earlier =
        application.history().get().stream()
            .filter(one -> one.year().isBefore(application.offering().year()))
            .toList();
    return completed(earlier);
  }

  /**
   * Returns the types of work group that a person completed; empty if a participation does not say
   * whether it was completed.
   */
  static Optional<Value> completed(LeadParticipant person) {
    return person.history().flatMap(History::completed);
  }

  private static Optional<Value> completed(List<Participation> earlier) {
    return earlier.stream().anyMatch(one -> one.completed().isEmpty())
        ? Optional.empty()
        : Optional.of(
            new Value.Words(
                earlier.stream()
                    .filter(one -> one.completed().orElse(false))
                    .map(Participation::type)
                    .collect(ImmutableSet.toImmutableSet())));
  }

  /** Sets which work groups a person completed, and adds those that are missing. */
  static Optional<LeadParticipant> withCompleted(LeadParticipant person, Value value) {
    return value instanceof Value.Words words
        ? Optional.of(
            LeadParticipant.builder()
                .from(person)
                .history(
                    withCompleted(
                        person.history().orElse(ImmutableList.of()),
                        AcademicYear.all().findFirst().orElseThrow(),
                        one -> true,
                        words.words()))
                .build())
        : Optional.empty();
  }

  /** Sets which earlier work groups were completed, and adds those that are missing. */
  static Optional<Application> withCompleted(Application application, Value value) {
    if (!(value instanceof Value.Words words)) {
      return Optional.empty();
    }
    AcademicYear year = application.offering().year();
    return Optional.of(
        Application.builder()
            .from(application)
            .history(
                withCompleted(
                    application.history().orElse(ImmutableList.of()),
                    year.previous(),
                    one -> one.isBefore(year),
                    words.words()))
            .build());
  }

  private static ImmutableList<Participation> withCompleted(
      List<Participation> known,
      AcademicYear yearOfAdded,
      Predicate<AcademicYear> counts,
      Set<String> types) {
    ImmutableList.Builder<Participation> history = ImmutableList.builder();
    Set<String> added = new LinkedHashSet<>(types);
    for (Participation one : known) {
      boolean isOpen = counts.test(one.year()) && one.completed().isEmpty();
      history.add(
          isOpen
              ? Participation.builder().from(one).completed(types.contains(one.type())).build()
              : one);
      if (counts.test(one.year())) {
        added.remove(one.type());
      }
    }
    added.forEach(
        type ->
            history.add(
                Participation.builder().type(type).year(yearOfAdded).completed(true).build()));
    return history.build();
  }

  /** Adds a participation in the year for each type and keeps those in other years. */
  static Optional<Application> with(Application application, AcademicYear year, Value value) {
    return value instanceof Value.Words words
        ? Optional.of(
            Application.builder()
                .from(application)
                .history(and(application.history(), year, words.words()))
                .build())
        : Optional.empty();
  }
}

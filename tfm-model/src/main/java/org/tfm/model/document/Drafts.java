package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/** What the drafts of all documents have in common. */
final class Drafts {

  /** Beyond this many members, only the last ones are tried without. */
  private static final int MOST_TRIED = 12;

  private Drafts() {}

  /** Runs what builds a document; empty if the document refuses. */
  static Optional<Draft> trying(Supplier<Optional<Draft>> built) {
    try {
      return built.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> yesNo(Value value) {
    return value instanceof Value.YesNo answer ? Optional.of(answer.yes()) : Optional.empty();
  }

  static Optional<Integer> count(Value value) {
    return value instanceof Value.Quantity number
        ? Optional.of(number.amount().intValueExact())
        : Optional.empty();
  }

  static <E extends Enum<E>> Optional<E> word(Class<E> type, Value value) {
    return value instanceof Value.Words words && words.words().size() == 1
        ? Optional.of(Enum.valueOf(type, words.words().iterator().next()))
        : Optional.empty();
  }

  /** What follows from the type of a school stands where the type stands. */
  static Fact standsAt(School school, Fact fact) {
    return switch (fact.id()) {
      case "special", "mainstream" -> Facts.ESTABLISHMENT_TYPE;
      case "state-funded" ->
          school.establishmentType().map(type -> type.funding() == Funding.NOT_SAID).orElse(false)
              ? fact
              : Facts.ESTABLISHMENT_TYPE;
      default -> fact;
    };
  }

  /** The school with this value; empty if the fact is none of a school's. */
  static Optional<School> school(School school, Fact fact, Value value) {
    School.Builder changed = School.builder().from(school);
    return switch (fact.id()) {
      case "phase" -> word(Phase.class, value).map(changed::phase).map(School.Builder::build);
      case "establishment-type" ->
          word(EstablishmentType.class, value)
              .map(changed::establishmentType)
              .map(School.Builder::build);
      case "country" -> word(Country.class, value).map(changed::country).map(School.Builder::build);
      default -> Optional.empty();
    };
  }

  /** The answers with this one, in the place of an earlier one. */
  static Optional<Answers> answered(Answers answers, Fact fact, Value value) {
    if (!fact.isAnswer()) {
      return Optional.empty();
    }
    Map<String, Object> changed = new LinkedHashMap<>(answers.byFact());
    changed.put(fact.id(), answer(fact, value));
    return Optional.of(Answers.of(changed));
  }

  private static Object answer(Fact fact, Value value) {
    if (value instanceof Value.YesNo answer) {
      return answer.yes();
    }
    if (value instanceof Value.Quantity number) {
      return number.amount();
    }
    if (value instanceof Value.Words words) {
      return switch (fact.kind()) {
        case CHOICE -> words.words().iterator().next();
        default -> ImmutableList.copyOf(words.words());
      };
    }
    return "…";
  }

  /** Which members a list of this size can keep: the first, or any. */
  private static List<ImmutableList<Integer>> kept(int members, int size) {
    if (size >= members || members > MOST_TRIED) {
      return List.of(firstly(Math.min(size, members)));
    }
    return Sets.combinations(ImmutableSet.copyOf(firstly(members)), size).stream()
        .map(kept -> kept.stream().sorted().collect(ImmutableList.toImmutableList()))
        .toList();
  }

  private static ImmutableList<Integer> firstly(int count) {
    return IntStream.range(0, count).boxed().collect(ImmutableList.toImmutableList());
  }

  /** The drafts with new members at the end of the list, or without some, in every way. */
  static <T> ImmutableList<Draft.Resized> resized(
      List<T> members, int size, IntFunction<T> added, Function<ImmutableList<T>, Draft> draft) {
    ImmutableList.Builder<Draft.Resized> all = ImmutableList.builder();
    for (ImmutableList<Integer> kept : kept(members.size(), size)) {
      ImmutableList<T> changed =
          Stream.concat(
                  kept.stream().map(members::get),
                  IntStream.range(members.size(), size).mapToObj(added))
              .collect(ImmutableList.toImmutableList());
      all.add(new Draft.Resized(draft.apply(changed), kept));
    }
    return all.build();
  }
}

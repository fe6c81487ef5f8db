package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.School;

/**
 * One sort of document, or of member of a document's list: where its facts stand.
 *
 * @param <D> the documents
 * @param places the places of facts that are no answers, or that follow from other values
 * @param answers the answers of a document; absent where it has none
 * @param list the list of people or schools; absent where the sort has none
 * @param keepsFixedFacts whether what nobody can change stays as given; a group can take another
 *     school instead, and so changes what its schools are
 */
record DocumentSort<D>(
    ImmutableMap<String, FactPlace<D>> places,
    Optional<AnswersOf<D>> answers,
    Optional<MemberList<D, ?>> list,
    boolean keepsFixedFacts) {

  /**
   * Where a document keeps its answers.
   *
   * @param read gives the answers of a document
   * @param write gives the document with other answers
   */
  record AnswersOf<D>(Function<D, Answers> read, BiFunction<D, Answers, D> write) {}

  /**
   * A list of people or schools in a document.
   *
   * @param members which list it is
   * @param sort the sort of its members
   * @param read gives the members; empty where nobody is named
   * @param write gives the document with other members
   * @param number the number that tells a member from others; none if it has no number
   * @param firstNumber the least number that can be made up
   * @param added a member of whom nothing is known but the number
   */
  record MemberList<D, M>(
      Members members,
      DocumentSort<M> sort,
      Function<D, ImmutableList<M>> read,
      BiFunction<D, ImmutableList<M>, D> write,
      Function<M, Optional<Integer>> number,
      int firstNumber,
      IntFunction<M> added) {

    /** Whether the fact is how many members there are. */
    boolean isCountedBy(Fact fact) {
      return Facts.counting(members).equals(fact);
    }

    /** The document with a value written into the member of this number, counted from 0. */
    Optional<D> write(D document, int index, Fact fact, Value value, Optional<String> text) {
      ImmutableList<M> all = read.apply(document);
      return sort.write(
              all.get(index), fact, value, () -> text.orElseGet(() -> madeUp(unused(all, 0))))
          .map(
              changed ->
                  write.apply(
                      document,
                      IntStream.range(0, all.size())
                          .mapToObj(i -> i == index ? changed : all.get(i))
                          .collect(ImmutableList.toImmutableList())));
    }

    /** Where the fact of the member of this number stands. */
    Fact location(D document, int index, Fact fact) {
      return sort.location(read.apply(document).get(index), fact);
    }

    /** The document with these members kept and so many new ones behind them. */
    D resized(D document, List<Integer> kept, int size) {
      ImmutableList<M> all = read.apply(document);
      ImmutableList.Builder<M> changed = ImmutableList.builder();
      kept.forEach(index -> changed.add(all.get(index)));
      for (int number = all.size(); number < size; number++) {
        changed.add(added.apply(unused(all, number)));
      }
      return write.apply(document, changed.build());
    }

    private static String madeUp(int number) {
      return String.format(Locale.ROOT, "%07d", number);
    }

    /** A number that no member has; for each count of those to skip another one. */
    private int unused(List<M> all, int skip) {
      return IntStream.iterate(firstNumber, next -> next + 1)
          .filter(
              next -> all.stream().noneMatch(one -> number.apply(one).equals(Optional.of(next))))
          .skip(skip)
          .findFirst()
          .orElseThrow();
    }
  }

  private static final DocumentSort<LeadParticipant> PERSON =
      new DocumentSort<>(
          FactBinding.in(LeadParticipant.class, Facts.table()),
          Optional.empty(),
          Optional.empty(),
          true);

  private static final ImmutableMap<String, FactPlace<School>> OF_SCHOOL =
      FactBinding.in(School.class, Facts.table());

  /** No answer is asked about a school of a group: only its type can say how it is funded. */
  private static final DocumentSort<School> SCHOOL_OF_GROUP =
      new DocumentSort<>(
          ImmutableMap.<String, FactPlace<School>>builder()
              .putAll(OF_SCHOOL)
              .put(
                  Facts.STATE_FUNDED.id(),
                  place(OF_SCHOOL, Facts.STATE_FUNDED).following(Facts.ESTABLISHMENT_TYPE))
              .buildKeepingLast(),
          Optional.empty(),
          Optional.empty(),
          false);

  static final DocumentSort<Application> APPLICATION =
      new DocumentSort<>(
          both(
              ofSchool(
                  Application.class,
                  Application::school,
                  (application, school) ->
                      Application.builder().from(application).school(school).build()),
              FactBinding.in(Application.class, Facts.table())),
          Optional.of(
              new AnswersOf<>(
                  Application::answers,
                  (application, answers) ->
                      Application.builder().from(application).answers(answers).build())),
          Optional.of(
              new MemberList<>(
                  Members.LEAD_PARTICIPANTS,
                  PERSON,
                  LeadParticipants::of,
                  LeadParticipants::with,
                  person -> person.trn().map(Trn::number),
                  1,
                  number -> LeadParticipant.builder().build())),
          true);

  static final DocumentSort<WorkGroup> GROUP =
      new DocumentSort<>(
          FactBinding.in(WorkGroup.class, Facts.table()),
          Optional.of(
              new AnswersOf<>(
                  WorkGroup::answers,
                  (group, answers) -> WorkGroup.builder().from(group).answers(answers).build())),
          Optional.of(
              new MemberList<>(
                  Members.SCHOOLS,
                  SCHOOL_OF_GROUP,
                  group -> group.schools().orElse(ImmutableList.of()),
                  (group, schools) -> WorkGroup.builder().from(group).schools(schools).build(),
                  school -> Optional.of(school.urn()),
                  100_000,
                  urn -> School.builder().urn(urn).build())),
          false);

  static final DocumentSort<Progress> PROGRESS =
      new DocumentSort<>(
          both(
              ofSchool(
                  Progress.class,
                  Progress::school,
                  (progress, school) -> Progress.builder().from(progress).school(school).build()),
              FactBinding.in(Progress.class, Facts.table())),
          Optional.of(
              new AnswersOf<>(
                  Progress::answers,
                  (progress, answers) ->
                      Progress.builder().from(progress).answers(answers).build())),
          Optional.empty(),
          true);

  private static <D> ImmutableMap<String, FactPlace<D>> ofSchool(
      Class<D> sort, Function<D, School> school, BiFunction<D, School, D> with) {
    return ImmutableMap.copyOf(
        Maps.transformValues(OF_SCHOOL, place -> place.within(sort, school, with)));
  }

  private static <D> ImmutableMap<String, FactPlace<D>> both(
      Map<String, FactPlace<D>> ofSchool, Map<String, FactPlace<D>> own) {
    return ImmutableMap.<String, FactPlace<D>>builder().putAll(ofSchool).putAll(own).buildOrThrow();
  }

  private static <D> FactPlace<D> place(Map<String, FactPlace<D>> places, Fact fact) {
    return Optional.ofNullable(places.get(fact.id())).orElseThrow();
  }

  /** The value of a fact; what a place does not say, the answers may. */
  Optional<Value> read(D document, Fact fact) {
    FactPlace<D> place = places.get(fact.id());
    Optional<Value> value = place == null ? Optional.empty() : place.read().apply(document);
    return value.isPresent() || answers.isEmpty() || !fact.isAnswer()
        ? value
        : answers.get().read().apply(document).find(fact);
  }

  /** Whether the value is a number that grows with the members of the list. */
  boolean grows(Fact fact) {
    FactPlace<D> place = places.get(fact.id());
    return place != null && place.grows();
  }

  /** Where the value of a fact stands: the fact whose value a person would change. */
  Fact location(D document, Fact fact) {
    FactPlace<D> place = places.get(fact.id());
    return place == null ? fact : place.source().apply(document).orElse(fact);
  }

  /**
   * The document with a value; empty if it can say no such thing.
   *
   * @param text the text, if the value is one; made up if it is empty
   */
  Optional<D> write(D document, Fact fact, Value value, Optional<String> text) {
    return write(document, fact, value, () -> text.orElse("…"));
  }

  private Optional<D> write(D document, Fact fact, Value value, Supplier<String> text) {
    FactPlace<D> place = places.get(fact.id());
    Optional<D> changed =
        place == null ? Optional.empty() : place.write().write(document, value, text);
    return changed.isPresent() || answers.isEmpty() || !fact.isAnswer()
        ? changed
        : Optional.of(
            answers
                .get()
                .write()
                .apply(document, answers.get().read().apply(document).with(fact, value, text)));
  }
}

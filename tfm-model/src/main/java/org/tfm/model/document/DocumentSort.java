package org.tfm.model.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.school.School;

/**
 * A type of document, or of member of a document's list, with the places of its facts.
 *
 * @param <D> the type of the document or member
 * @param places the places of facts that are not answers, or that are derived from other values
 * @param answers access to the answers; absent if the type has none
 * @param lists the lists of people, schools or sessions; empty if the type has none
 * @param keepsFixedFacts whether fixed facts cannot be changed; those of a group's schools can,
 *     because the group can choose another school
 */
record DocumentSort<D>(
    ImmutableMap<String, FactPlace<D>> places,
    Optional<AnswersOf<D>> answers,
    ImmutableList<MemberList<D, ?>> lists,
    boolean keepsFixedFacts) {

  /**
   * Access to the answers of a document.
   *
   * @param has tests whether a fact is one of the answers
   * @param read returns the answers of a document
   * @param write returns a document with other answers
   */
  record AnswersOf<D>(
      Predicate<Fact> has, Function<D, Answers> read, BiFunction<D, Answers, D> write) {}

  /** A value of a fact of the member of a list at an index. */
  record OfMember(int index, Fact fact, Value value) {}

  /**
   * A list of people, schools or sessions in a document.
   *
   * @param members identifies the list
   * @param sort the type of its members
   * @param read returns the members; empty if there are none
   * @param write returns a document with other members
   * @param number returns the number that identifies a member; empty if it has none
   * @param firstNumber the smallest number for a made-up member
   * @param added returns a new member with only its number
   * @param seen returns what the document says of a member, without values that do not count in it
   */
  record MemberList<D, M>(
      Members members,
      DocumentSort<M> sort,
      Function<D, ImmutableList<M>> read,
      BiFunction<D, ImmutableList<M>, D> write,
      Function<M, Optional<Integer>> number,
      int firstNumber,
      IntFunction<M> added,
      BiFunction<D, M, M> seen) {

    /** The number of members in a document. */
    int size(D document) {
      return read.apply(document).size();
    }

    /** Returns the name of the member at an index: a session has a number, others are counted. */
    String name(ImmutableList<M> all, int index) {
      return members.numbered(numberInName(all, index));
    }

    private int numberInName(ImmutableList<M> all, int index) {
      int place = index + 1;
      return members == Members.SESSIONS ? number.apply(all.get(index)).orElse(place) : place;
    }

    /** Returns the index of the member with a name. */
    int index(D document, String of) {
      ImmutableList<M> all = read.apply(document);
      int wanted = members.number(of);
      for (int i = 0; i < all.size(); i++) {
        if (numberInName(all, i) == wanted) {
          return i;
        }
      }
      throw new NoSuchElementException("no member `" + of + "`");
    }

    /** Whether the fact is the number of members. */
    boolean isCountedBy(Fact fact) {
      return Facts.counting(members).equals(fact);
    }

    /** Returns the document with a value written into the member at an index. */
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

    /** Returns the document with values written into its members. */
    Optional<D> write(D document, List<OfMember> values) {
      List<M> all = new ArrayList<>(read.apply(document));
      for (OfMember one : values) {
        Optional<M> changed =
            sort.write(all.get(one.index()), one.fact(), one.value(), () -> madeUp(unused(all, 0)));
        if (changed.isEmpty()) {
          return Optional.empty();
        }
        all.set(one.index(), changed.get());
      }
      return Optional.of(write.apply(document, ImmutableList.copyOf(all)));
    }

    /** Whether a member already has a value that cannot be changed. */
    boolean isFixed(D document, int index, Fact fact) {
      return fact.fixed()
          && sort.keepsFixedFacts()
          && sort.read(read.apply(document).get(index), fact).isPresent();
    }

    /** Returns the fact to change in the member at an index. */
    Fact location(D document, int index, Fact fact) {
      return sort.location(read.apply(document).get(index), fact);
    }

    /** Returns the document with these members, followed by new ones up to the size. */
    D resized(D document, List<Integer> kept, int size) {
      ImmutableList<M> all = read.apply(document);
      ImmutableList.Builder<M> changed = ImmutableList.builder();
      kept.forEach(index -> changed.add(all.get(index)));
      for (int number = all.size(); number < size; number++) {
        changed.add(added.apply(unused(all, number - all.size())));
      }
      return write.apply(document, changed.build());
    }

    private static String madeUp(int number) {
      return String.format(Locale.ROOT, "%07d", number);
    }

    /** Returns a number that no member has, after skipping some of those. */
    private int unused(List<M> all, int skip) {
      Set<Integer> taken =
          all.stream().flatMap(one -> number.apply(one).stream()).collect(Collectors.toSet());
      return IntStream.iterate(firstNumber, next -> next + 1)
          .filter(next -> !taken.contains(next))
          .skip(skip)
          .findFirst()
          .orElseThrow();
    }
  }

  private static final DocumentSort<LeadParticipant> PERSON =
      new DocumentSort<>(
          FactBinding.in(LeadParticipant.class, Facts.table()),
          Optional.of(
              new AnswersOf<>(
                  Fact::isAnswerOfMember,
                  LeadParticipant::answers,
                  (person, answers) ->
                      LeadParticipant.builder().from(person).answers(answers).build())),
          ImmutableList.of(),
          true);

  private static final ImmutableMap<String, FactPlace<School>> OF_SCHOOL =
      FactBinding.in(School.class, Facts.table());

  /** A group has no answers about single schools, so funding follows from the type alone. */
  private static final DocumentSort<School> SCHOOL_OF_GROUP =
      new DocumentSort<>(
          ImmutableMap.<String, FactPlace<School>>builder()
              .putAll(OF_SCHOOL)
              .put(
                  Facts.STATE_FUNDED.id(),
                  place(OF_SCHOOL, Facts.STATE_FUNDED).following(Facts.ESTABLISHMENT_TYPE))
              .buildKeepingLast(),
          Optional.empty(),
          ImmutableList.of(),
          false);

  private static final DocumentSort<Session> SESSION =
      new DocumentSort<>(
          FactBinding.in(Session.class, Facts.table()),
          Optional.empty(),
          ImmutableList.of(),
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
                  Fact::isAnswer,
                  Application::answers,
                  (application, answers) ->
                      Application.builder().from(application).answers(answers).build())),
          ImmutableList.of(
              new MemberList<>(
                  Members.LEAD_PARTICIPANTS,
                  PERSON,
                  LeadParticipants::of,
                  LeadParticipants::with,
                  person -> person.trn().map(Trn::number),
                  1,
                  number -> LeadParticipant.builder().build(),
                  (application, person) ->
                      LeadParticipants.in(application.offering().year(), person))),
          true);

  static final DocumentSort<WorkGroup> GROUP =
      new DocumentSort<>(
          FactBinding.in(WorkGroup.class, Facts.table()),
          Optional.of(
              new AnswersOf<>(
                  Fact::isAnswer,
                  WorkGroup::answers,
                  (group, answers) -> WorkGroup.builder().from(group).answers(answers).build())),
          ImmutableList.of(
              new MemberList<>(
                  Members.SCHOOLS,
                  SCHOOL_OF_GROUP,
                  group -> group.schools().orElse(ImmutableList.of()),
                  (group, schools) -> WorkGroup.builder().from(group).schools(schools).build(),
                  school -> Optional.of(school.urn()),
                  100_000,
                  urn -> School.builder().urn(urn).build(),
                  (group, school) -> school),
              new MemberList<>(
                  Members.SESSIONS,
                  SESSION,
                  group -> group.sessions().orElse(ImmutableList.of()),
                  (group, sessions) -> WorkGroup.builder().from(group).sessions(sessions).build(),
                  session -> Optional.of(session.number()),
                  1,
                  number -> Session.builder().number(number).build(),
                  (group, session) -> session)),
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
                  Fact::isAnswer,
                  Progress::answers,
                  (progress, answers) ->
                      Progress.builder().from(progress).answers(answers).build())),
          ImmutableList.of(),
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

  /** Returns the value of a fact, from its place or else from the answers. */
  Optional<Value> read(D document, Fact fact) {
    FactPlace<D> place = places.get(fact.id());
    Optional<Value> value =
        fact.area().isPresent()
            ? Areas.read(fact.area().get(), other -> read(document, other))
            : place == null ? Optional.empty() : place.read().apply(document);
    return value.isPresent() || !isAnswer(fact)
        ? value
        : answers.orElseThrow().read().apply(document).find(fact);
  }

  /** Whether it has a place for the fact. */
  boolean hasPlaceFor(Fact fact) {
    return places.containsKey(fact.id())
        || (fact.area().isPresent() ? hasSchool() : isAnswer(fact));
  }

  /** Whether it is about one school. */
  private boolean hasSchool() {
    return places.containsKey(Facts.LOCAL_AUTHORITY.id());
  }

  /** Whether the fact is among the answers of a document. */
  boolean isAnswer(Fact fact) {
    return answers.isPresent() && answers.get().has().test(fact);
  }

  /** Returns the list of these members; empty if the type has none. */
  Optional<MemberList<D, ?>> list(Members members) {
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i).members() == members) {
        return Optional.of(lists.get(i));
      }
    }
    return Optional.empty();
  }

  /** Returns the list with a member of this name, such as {@code school 2}. */
  MemberList<D, ?> listOf(String member) {
    return lists.stream()
        .filter(list -> list.members().number(member) > 0)
        .findFirst()
        .orElseThrow();
  }

  /** Whether the fact is the number of members of one of its lists. */
  boolean isCount(Fact fact) {
    return lists.stream().anyMatch(list -> list.isCountedBy(fact));
  }

  /** The number of members of all its lists. */
  int size(D document) {
    int size = 0;
    for (MemberList<D, ?> list : lists) {
      size += list.size(document);
    }
    return size;
  }

  /** Whether the value is a number that grows with the list. */
  boolean grows(Fact fact) {
    FactPlace<D> place = places.get(fact.id());
    return place != null && place.grows();
  }

  /** Returns the fact to change in order to change the value of a fact. */
  Fact location(D document, Fact fact) {
    if (fact.area().isPresent() && hasSchool()) {
      return Areas.source(fact.area().get(), other -> read(document, other));
    }
    FactPlace<D> place = places.get(fact.id());
    return place == null ? fact : place.source().apply(document).orElse(fact);
  }

  /**
   * Returns the document with a value; empty if the document has no place for it.
   *
   * @param text the text, if the value is a text; empty to make one up
   */
  Optional<D> write(D document, Fact fact, Value value, Optional<String> text) {
    return write(document, fact, value, () -> text.orElse("…"));
  }

  private Optional<D> write(D document, Fact fact, Value value, Supplier<String> text) {
    FactPlace<D> place = places.get(fact.id());
    Optional<D> changed =
        place == null ? Optional.empty() : place.write().write(document, value, text);
    if (changed.isPresent() || !isAnswer(fact)) {
      return changed;
    }
    AnswersOf<D> of = answers.orElseThrow();
    return Optional.of(
        of.write().apply(document, of.read().apply(document).with(fact, value, text)));
  }
}

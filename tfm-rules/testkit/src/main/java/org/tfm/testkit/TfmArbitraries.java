package org.tfm.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Role;
import org.tfm.model.document.Session;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;
import org.tfm.rules.book.PolicyBook;

/**
 * Generates random documents for the policy of one offering: valid and consistent, with each part
 * present or absent.
 *
 * <p>The answers are only those that the policy asks for, numbers lie on both sides of its bounds,
 * and words that it names are frequent. Schools and people are fictitious. Immutable.
 */
public final class TfmArbitraries {

  private final Offering offering;
  private final AskedFacts asked;

  private TfmArbitraries(Offering offering, AskedFacts asked) {
    this.offering = offering;
    this.asked = asked;
  }

  /**
   * Returns generators for the policy of an offering in a book, for all kinds of school.
   *
   * @throws org.tfm.model.problem.InvalidInputException if the book does not have the offering
   */
  public static TfmArbitraries of(PolicyBook book, Offering offering) {
    requireNonNull(book, "book");
    requireNonNull(offering, "offering");
    return of((Policy) book::terms, offering);
  }

  static TfmArbitraries of(Policy policy, Offering offering) {
    return new TfmArbitraries(
        offering,
        new AskedFacts(
            SchoolKind.all().stream()
                .map(kind -> policy.terms(offering, PartialSchoolKind.of(kind)))));
  }

  /** Returns generators for these terms. */
  public static TfmArbitraries of(Terms terms) {
    requireNonNull(terms, "terms");
    return new TfmArbitraries(terms.offering(), new AskedFacts(Stream.of(terms)));
  }

  /** Schools, including schools of which only the number is known. */
  public Arbitrary<School> schools() {
    return Combinators.combine(
            Arbitraries.integers().between(900_001, 900_009),
            favouring(Facts.PHASE, Phase.class, Phase.values()).optional(0.8),
            Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(EstablishmentType.COMMUNITY_SCHOOL)),
                    Tuple.of(
                        3,
                        favouring(
                            Facts.ESTABLISHMENT_TYPE,
                            EstablishmentType.class,
                            EstablishmentType.values())))
                .optional(0.8),
            Arbitraries.frequencyOf(
                    Tuple.of(2, Arbitraries.just(Country.ENGLAND)),
                    Tuple.of(1, Arbitraries.of(Country.values())))
                .optional(0.8))
        .as(
            (urn, phase, type, country) ->
                School.builder()
                    .urn(urn)
                    .phase(phase)
                    .establishmentType(type)
                    .country(country)
                    .build())
        .withoutEdgeCases();
  }

  /** All words; those that the policy names come twice as often. */
  private <E extends Enum<E>> Arbitrary<E> favouring(Fact fact, Class<E> type, E[] all) {
    List<E> named = asked.wordsOf(fact).stream().map(word -> Enum.valueOf(type, word)).toList();
    return named.isEmpty()
        ? Arbitraries.of(all)
        : Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(named)), Tuple.of(1, Arbitraries.of(all)));
  }

  private Arbitrary<ReleaseTime> releaseTimes(Fact fact) {
    return Arbitraries.integers().between(0, 2 * asked.beyond(fact)).map(ReleaseTime::ofHalfDays);
  }

  /** People with placeholder reference numbers; unique numbers are assigned later. */
  private Arbitrary<LeadParticipant> people() {
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            Arbitraries.of(Role.values()).set().ofMaxSize(3).optional(0.8),
            Arbitraries.integers()
                .between(0, 2 * asked.beyond(Facts.YEARS_TEACHING))
                .map(halves -> BigDecimal.valueOf(halves * 5L, 1))
                .optional(0.7),
            releaseTimes(Facts.COMBINED_RELEASE).optional(0.8))
        .as(
            (numbered, roles, years, release) ->
                LeadParticipant.builder()
                    .trn(Optional.of(Trn.parse("0000000")).filter(any -> numbered))
                    .roles(roles.map(ImmutableSet::copyOf))
                    .yearsTeaching(years)
                    .releaseDays(release)
                    .build());
  }

  private Arbitrary<ImmutableList<LeadParticipant>> leadParticipants() {
    return people()
        .list()
        .ofMaxSize(3)
        .map(
            people ->
                IntStream.range(0, people.size())
                    .mapToObj(i -> numbered(people.get(i), i))
                    .collect(ImmutableList.toImmutableList()));
  }

  private static LeadParticipant numbered(LeadParticipant person, int number) {
    return LeadParticipant.builder()
        .from(person)
        .trn(person.trn().map(any -> Trn.parse("000000" + number)))
        .build();
  }

  private Arbitrary<ImmutableList<Participation>> histories() {
    ImmutableSet<String> types =
        ImmutableSet.<String>builder()
            .addAll(asked.history())
            .add(
                offering.type(), "mastering-number", WorkGroupType.known().keySet().asList().get(0))
            .build();
    int year = offering.year().start();
    return Combinators.combine(
            Arbitraries.of(types),
            Arbitraries.integers().between(year - 3, year + 1).map(AcademicYear::startingIn))
        .as((type, start) -> Participation.builder().type(type).year(start).build())
        .list()
        .ofMaxSize(3)
        .map(ImmutableList::copyOf);
  }

  private Arbitrary<Object> answer(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> Arbitraries.of(true, true, false).asGeneric();
      case NUMBER -> Arbitraries.integers().between(0, asked.beyond(fact)).asGeneric();
      case CHOICE -> Arbitraries.of(words(fact)).asGeneric();
      case CHOICES ->
          Arbitraries.of(words(fact)).set().ofMaxSize(2).map(ImmutableList::copyOf).asGeneric();
      case TEXT -> Arbitraries.just("said").asGeneric();
    };
  }

  private ImmutableSet<String> words(Fact fact) {
    ImmutableSet<String> words =
        fact.choices().isEmpty() ? asked.wordsOf(fact) : ImmutableSet.copyOf(fact.choices());
    return words.isEmpty() ? ImmutableSet.of("SOMETHING_ELSE") : words;
  }

  private Arbitrary<Map<String, Object>> answers() {
    return Combinators.combine(
            asked.answers().stream()
                .map(
                    fact ->
                        answer(fact)
                            .optional(0.7)
                            .map(given -> Maps.immutableEntry(fact.id(), given)))
                .toList())
        .as(
            given -> {
              Map<String, Object> map = new TreeMap<>();
              given.forEach(one -> one.getValue().ifPresent(it -> map.put(one.getKey(), it)));
              return map;
            });
  }

  /** Corrects answers that contradict the school or each other. */
  private static Answers consistent(Optional<School> school, Map<String, Object> given) {
    Map<String, Object> answers = new TreeMap<>(given);
    school
        .flatMap(School::establishmentType)
        .map(EstablishmentType::funding)
        .filter(funding -> funding != Funding.NOT_SAID)
        .ifPresent(funding -> answers.replace(Facts.STATE_FUNDED.id(), funding == Funding.STATE));
    if (answers.get(Facts.TEACHERS.id()) instanceof Integer all
        && answers.get(Facts.TEACHERS_USING_MASTERY.id()) instanceof Integer some) {
      int using = Math.min(all, some);
      answers.put(Facts.TEACHERS_USING_MASTERY.id(), using);
      answers.replace(Facts.MOST_TEACHERS_USING_MASTERY.id(), 2 * using > all);
    }
    return Answers.of(answers);
  }

  /**
   * The progress of an application.
   *
   * @param submittedOn the day on which it was submitted; absent for a draft
   * @param place the hub's decision about a place
   */
  private record Fate(Optional<LocalDate> submittedOn, Optional<Place> place) {}

  /** Applications, both drafts and submitted ones, from nearly empty to complete. */
  public Arbitrary<Application> applications() {
    return Combinators.combine(
            schools(),
            histories().optional(0.7),
            leadParticipants().optional(0.8),
            Arbitraries.integers().between(0, 4).map(MeetingsOnTop::new).optional(0.3),
            Arbitraries.just("We support this.").optional(0.7),
            answers(),
            Arbitraries.of(SubmittedBy.values()),
            Combinators.combine(
                    Arbitraries.just(offering.year().firstDay().minusMonths(3)).optional(),
                    Arbitraries.of(Place.values()).optional(0.7))
                .as(Fate::new))
        .as(
            (school, history, people, meetings, statement, answers, by, fate) ->
                Application.builder()
                    .offering(offering)
                    .school(school)
                    .history(history)
                    .leadParticipants(people)
                    .meetingsOnTop(meetings)
                    .headteacherStatement(statement)
                    .answers(consistent(Optional.of(school), answers))
                    .submittedBy(by)
                    .submittedOn(fate.submittedOn())
                    .place(fate.place())
                    .build())
        .withoutEdgeCases();
  }

  /** Work groups, from nearly empty to complete; in some, all schools are of one kind. */
  public Arbitrary<WorkGroup> groups() {
    Arbitrary<Integer> urns = Arbitraries.integers().between(900_001, 900_003);
    Arbitrary<ImmutableList<School>> schools =
        Combinators.combine(
                schools().list().ofMaxSize(asked.beyond(Facts.SCHOOLS)),
                Arbitraries.of(true, false))
            .as(TfmArbitraries::different);
    return Combinators.combine(
            Combinators.combine(
                    favouring(Facts.LEAD_ROLE, LeadRole.class, LeadRole.values()), urns.optional())
                .as(GroupLead::new)
                .optional(0.7),
            schools.optional(0.8),
            urns.optional().list().ofMaxSize(asked.beyond(Facts.SESSIONS)).optional(0.7),
            answers())
        .as(
            (lead, members, hosts, answers) ->
                WorkGroup.builder()
                    .offering(offering)
                    .lead(lead)
                    .schools(members)
                    .sessions(hosts.map(TfmArbitraries::sessions))
                    .answers(consistent(Optional.empty(), answers))
                    .build())
        .withoutEdgeCases();
  }

  /** Gives each school of a group its own number. */
  private static ImmutableList<School> different(List<School> schools, boolean alike) {
    return IntStream.range(0, schools.size())
        .mapToObj(i -> School.builder().from(schools.get(alike ? 0 : i)).urn(900_001 + i).build())
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<Session> sessions(List<Optional<Integer>> hosts) {
    return IntStream.range(0, hosts.size())
        .mapToObj(i -> new Session(i + 1, hosts.get(i), Optional.empty()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Progress of a school during the year, from nearly empty to complete. */
  public Arbitrary<Progress> progress() {
    return Combinators.combine(
            schools(),
            releaseTimes(Facts.RELEASE_TAKEN).optional(0.7),
            counts(Facts.WORKSHOPS_ATTENDED),
            counts(Facts.VISITS),
            counts(Facts.VISIT_HALF_DAYS),
            answers())
        .as(
            (school, release, workshops, visits, halfDays, answers) ->
                Progress.builder()
                    .offering(offering)
                    .school(school)
                    .releaseDays(release)
                    .workshopsAttended(workshops)
                    .visits(visits)
                    .visitHalfDays(halfDays)
                    .answers(consistent(Optional.of(school), answers))
                    .build())
        .withoutEdgeCases();
  }

  private Arbitrary<Optional<Integer>> counts(Fact fact) {
    return Arbitraries.integers().between(0, asked.beyond(fact)).optional(0.7);
  }

  /** Documents; applications come twice as often as groups and progress. */
  Arbitrary<Document> documents() {
    return Arbitraries.frequencyOf(
        Tuple.of(2, applications().<Document>map(Document.OfSchool::new)),
        Tuple.of(1, groups().<Document>map(Document.OfGroup::new)),
        Tuple.of(1, progress().<Document>map(Document.OfYear::new)));
  }
}

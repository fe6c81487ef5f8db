package org.tfm.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.UnsettledTerm;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.CountOfMembers;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.CareerStage;
import org.tfm.model.document.ExpressionOfInterest;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.HeadteacherEvent;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.MeetingsOnTop;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Qualification;
import org.tfm.model.document.Role;
import org.tfm.model.document.Session;
import org.tfm.model.document.SessionMode;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Task;
import org.tfm.model.document.TaughtSubject;
import org.tfm.model.document.Trn;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.document.YearGroup;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.AreaCompleteness;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.AmountBasis;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Payment;
import org.tfm.model.term.Priority;
import org.tfm.model.term.PriorityOrder;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Source;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/** Random values of the model, valid and free of contradictions. */
public final class ModelArbitraries {

  /** The year of the generated applications; histories are around it. */
  private static final int YEAR = 2022;

  private static final ImmutableList<String> HUBS =
      ImmutableList.of("cheshire-wirral", "archimedes-ne", "london-south-west");

  private static final ImmutableList<String> TYPES =
      ImmutableList.copyOf(WorkGroupType.known().keySet());

  private static final ImmutableList<Fact> OF_PARTICIPANT =
      ImmutableList.of(
          Facts.TRN,
          Facts.ROLES,
          Facts.TEACHER,
          Facts.YEARS_TEACHING,
          Facts.RELEASE_DAYS,
          Facts.RELEASE_OUTSIDE_MEETINGS,
          Facts.YEAR_GROUPS,
          Facts.YEAR_GROUPS_TAUGHT,
          Facts.SUBJECTS,
          Facts.CAREER_STAGE,
          Facts.MATHS_SPECIALIST,
          Facts.PART_TIME,
          Facts.TEACHES_MATHS,
          Facts.SUPPORTS_MATHS,
          Facts.QUALIFICATIONS,
          Facts.YEARS_IN_ROLE,
          Facts.YEARS_IN_PHASE,
          Facts.OWN_PARTICIPATION,
          Facts.OWN_COMPLETED_PARTICIPATION);

  /** An area that is known as a whole, of local authorities and a district. */
  private static final Fact IN_FIRST_AREA =
      Facts.inAreaOf(
          new Hub("cheshire-wirral", "Cheshire & Wirral Maths Hub"),
          new HubArea(
              "cheshire-wirral",
              AreaCompleteness.COMPLETE,
              ImmutableList.of(TYPES.get(0), TYPES.get(1)),
              ImmutableList.of(TYPES.get(2)),
              ImmutableList.of(TYPES.get(3))));

  /** An area that is partly known. */
  private static final Fact IN_SECOND_AREA =
      Facts.inAreaOf(
          new Hub("archimedes-ne", "Archimedes NE Maths Hub"),
          new HubArea(
              "archimedes-ne",
              AreaCompleteness.PARTIAL,
              ImmutableList.of(TYPES.get(1)),
              ImmutableList.of(),
              ImmutableList.of()));

  private static final ImmutableList<Fact> OF_SCHOOL =
      ImmutableList.of(
          Facts.PHASE,
          Facts.ESTABLISHMENT_TYPE,
          Facts.COUNTRY,
          Facts.SPECIAL,
          Facts.MAINSTREAM,
          Facts.STATE_FUNDED,
          Facts.LOCAL_AUTHORITY,
          Facts.DISTRICT,
          Facts.REGION,
          Facts.TRUST,
          Facts.LOWEST_AGE,
          Facts.HIGHEST_AGE,
          Facts.SCHOOL_YEARS,
          Facts.NURSERY_PROVISION,
          Facts.FREE_MEAL_SHARE,
          Facts.PUPILS,
          Facts.OFSTED_GRADE,
          Facts.URN,
          Facts.SERVING_HUBS,
          IN_FIRST_AREA,
          IN_SECOND_AREA);

  private static final ImmutableList<Fact> OF_SESSION =
      ImmutableList.of(
          Facts.SESSION_NUMBER,
          Facts.SESSION_DATE,
          Facts.SESSION_VENUE,
          Facts.SESSION_KIND,
          Facts.SESSION_MODE,
          Facts.SESSION_DAYS,
          Facts.SESSION_HOURS);

  private static final ImmutableList<Fact> OF_WHOLE =
      ImmutableList.<Fact>builder()
          .addAll(
              Facts.all().values().stream()
                  .filter(fact -> !OF_PARTICIPANT.contains(fact) && !OF_SESSION.contains(fact))
                  .toList())
          .add(IN_FIRST_AREA, IN_SECOND_AREA)
          .add(Facts.participationIn(AcademicYear.startingIn(YEAR - 1)))
          .build();

  private ModelArbitraries() {}

  /** All academic years. */
  public static Arbitrary<AcademicYear> academicYears() {
    return Arbitraries.integers().between(1990, 2098).map(AcademicYear::startingIn);
  }

  /** Release times from zero to ten days. */
  public static Arbitrary<ReleaseTime> releaseTimes() {
    return Arbitraries.integers().between(0, 20).map(ReleaseTime::ofHalfDays);
  }

  /** Offerings of a few hubs and every known type. */
  public static Arbitrary<Offering> offerings() {
    return Combinators.combine(
            Arbitraries.of(HUBS),
            Arbitraries.of(TYPES),
            Arbitraries.integers().between(YEAR - 2, YEAR + 2).map(AcademicYear::startingIn))
        .as(Offering::of)
        .withoutEdgeCases();
  }

  /** Schools, with each optional part present or absent. */
  public static Arbitrary<School> schools() {
    return Combinators.combine(
            Arbitraries.integers().between(10_000, 999_999),
            Arbitraries.of("First School", "Second School").optional(),
            Arbitraries.of(Phase.values()).optional(0.8),
            Arbitraries.of(EstablishmentType.values()).optional(0.7),
            Arbitraries.of(Country.values()).optional(0.8),
            registered())
        .as(
            (urn, name, phase, type, country, registered) ->
                School.builder()
                    .from(registered)
                    .urn(urn)
                    .name(name)
                    .phase(phase)
                    .establishmentType(type)
                    .country(country)
                    .build())
        .withoutEdgeCases();
  }

  /** Schools with only what the register says of them, in the names that criteria compare with. */
  private static Arbitrary<School> registered() {
    Arbitrary<Optional<String>> names =
        Arbitraries.of(TYPES).map(name -> name.toUpperCase(Locale.ROOT)).optional(0.3);
    return Combinators.combine(
            names.list().ofSize(4),
            Arbitraries.integers().between(2, 11).optional(0.3),
            Arbitraries.integers().between(11, 19).optional(0.5),
            Arbitraries.of(true, false).optional(0.3),
            Arbitraries.integers()
                .between(0, 24)
                .map(n -> BigDecimal.valueOf(n * 5L, 1))
                .optional(0.3),
            Arbitraries.integers().between(0, 12).optional(0.3),
            Arbitraries.of(OfstedGrade.values()).optional(0.3),
            Arbitraries.of(HUBS).list().uniqueElements().ofMaxSize(2).optional(0.3))
        .as(
            (named, lowest, highest, nursery, meals, pupils, grade, hubs) ->
                School.builder()
                    .urn(100_008)
                    .localAuthority(named.get(0))
                    .district(named.get(1))
                    .region(named.get(2))
                    .trust(named.get(3))
                    .lowestAge(lowest)
                    .highestAge(highest)
                    .nurseryProvision(nursery)
                    .freeMealShare(meals)
                    .pupils(pupils)
                    .ofsted(grade)
                    .hubs(hubs)
                    .build());
  }

  /** Participations in years around the offering. */
  public static Arbitrary<Participation> participations() {
    return Combinators.combine(
            Arbitraries.of(TYPES),
            Arbitraries.integers().between(YEAR - 4, YEAR + 3).map(AcademicYear::startingIn),
            Arbitraries.of(HUBS).optional(),
            Arbitraries.of(true, false).optional())
        .as(
            (type, year, hub, completed) ->
                Participation.builder().type(type).year(year).hub(hub).completed(completed).build())
        .withoutEdgeCases();
  }

  private static Arbitrary<BigDecimal> years() {
    return Arbitraries.integers().between(0, 160).map(n -> BigDecimal.valueOf(n * 25L, 2));
  }

  /** Lead participants without a number. */
  private static Arbitrary<LeadParticipant> people() {
    return Combinators.combine(
            Arbitraries.of("First Teacher", "Second Teacher").optional(),
            Arbitraries.of(Role.values()).set().ofMaxSize(3).optional(0.7),
            releaseTimes().optional(0.7),
            Arbitraries.of(YearGroup.values()).set().ofMaxSize(2).optional(0.5),
            Arbitraries.of(CareerStage.values()).optional(0.5),
            Arbitraries.of(true, false).optional(0.5).tuple3(),
            Combinators.combine(
                    participations().list().ofMaxSize(2).optional(0.5),
                    Arbitraries.of(Qualification.values()).set().ofMaxSize(2).optional(0.3),
                    years().optional(0.7),
                    years().optional(0.3),
                    years().optional(0.3))
                .as(
                    (history, qualifications, teaching, inRole, inPhase) ->
                        LeadParticipant.builder()
                            .history(history.map(ImmutableList::copyOf))
                            .qualifications(qualifications.map(ImmutableSet::copyOf))
                            .yearsTeaching(teaching)
                            .yearsInRole(within(inRole, teaching))
                            .yearsInPhase(within(inPhase, teaching))))
        .as(
            (name, roles, release, groups, stage, yes, builder) ->
                builder
                    .name(name)
                    .roles(roles.map(ImmutableSet::copyOf))
                    .releaseDays(release)
                    .releaseOutsideMeetings(release.filter(time -> yes.get1().isPresent()))
                    .yearGroups(groups)
                    .yearGroupsTaught(groups)
                    .subjects(
                        yes.get3()
                            .map(
                                maths ->
                                    ImmutableSet.of(
                                        maths ? TaughtSubject.MATHS : TaughtSubject.MUSIC)))
                    .careerStage(stage)
                    .mathsSpecialist(yes.get1())
                    .partTime(yes.get2())
                    .teachesMaths(yes.get3())
                    .supportsMaths(yes.get2().map(one -> !one))
                    .build())
        .withoutEdgeCases();
  }

  /** Returns at most the years of teaching. */
  private static Optional<BigDecimal> within(
      Optional<BigDecimal> years, Optional<BigDecimal> teaching) {
    return years.map(some -> teaching.map(some::min).orElse(some));
  }

  /** Up to three lead participants, without equal numbers. */
  public static Arbitrary<ImmutableList<LeadParticipant>> leadParticipants() {
    Arbitrary<List<Boolean>> numbered = Arbitraries.of(true, false).list().ofSize(3);
    return Combinators.combine(people().list().ofMaxSize(3), numbered)
        .as(
            (people, has) ->
                IntStream.range(0, people.size())
                    .mapToObj(
                        i ->
                            has.get(i)
                                ? LeadParticipant.builder()
                                    .from(people.get(i))
                                    .trn(Trn.parse("123456" + i))
                                    .build()
                                : people.get(i))
                    .collect(ImmutableList.toImmutableList()))
        .withoutEdgeCases();
  }

  /** Answers to any of the library's questions. */
  private static Arbitrary<Map<String, Object>> answerMaps() {
    return Combinators.combine(
            Arbitraries.of(true, false).optional(0.6).list().ofSize(Facts.answers().size()),
            Arbitraries.integers().between(0, 20).list().ofSize(Facts.answers().size()))
        .as(
            (given, numbers) -> {
              Map<String, Object> answers = new TreeMap<>();
              int i = 0;
              for (Fact fact : Facts.answers().values()) {
                int number = numbers.get(i);
                given
                    .get(i++)
                    .ifPresent(
                        yes ->
                            answers.put(
                                fact.id(), fact.kind() == FactKind.NUMBER ? (Object) number : yes));
              }
              return answers;
            });
  }

  private static final String INTEREST = "expression-of-interest";

  /** Removes contradictions between answers, and between answers and the type of the school. */
  private static Answers consistent(School school, Map<String, Object> given) {
    Map<String, Object> answers = new TreeMap<>(given);
    school
        .establishmentType()
        .map(EstablishmentType::funding)
        .filter(funding -> funding != Funding.NOT_SAID)
        .ifPresent(funding -> answers.replace(Facts.STATE_FUNDED.id(), funding == Funding.STATE));
    if (answers.get("teachers") instanceof Integer all
        && answers.get("teachers-using-mastery") instanceof Integer some) {
      int using = Math.min(all, some);
      answers.put("teachers-using-mastery", using);
      answers.replace(Facts.MOST_TEACHERS_USING_MASTERY.id(), using * 2 > all);
    }
    return Answers.of(answers);
  }

  /** Answers that do not contradict each other. */
  public static Arbitrary<Answers> answers() {
    return answerMaps()
        .map(map -> consistent(School.builder().urn(100_008).build(), map))
        .withoutEdgeCases();
  }

  /** Applications of any degree of completeness. */
  public static Arbitrary<Application> applications() {
    return offerings().flatMap(ModelArbitraries::applications).withoutEdgeCases();
  }

  /** Applications for an offering. */
  public static Arbitrary<Application> applications(Offering offering) {
    Arbitrary<Application.Builder> handedIn =
        Combinators.combine(
                participations().list().ofMaxSize(4).optional(0.8),
                leadParticipants().optional(0.9),
                Arbitraries.integers().between(0, 6).map(MeetingsOnTop::new).optional(0.4),
                Arbitraries.of("We support this.").optional())
            .as(
                (history, people, meetings, statement) ->
                    Application.builder()
                        .offering(offering)
                        .history(history.map(ImmutableList::copyOf))
                        .leadParticipants(people)
                        .meetingsOnTop(meetings)
                        .headteacherStatement(statement));
    Arbitrary<LocalDate> days =
        Arbitraries.integers().between(0, 700).map(LocalDate.of(YEAR, 1, 1)::plusDays);
    return Combinators.combine(
            handedIn,
            schools(),
            answerMaps(),
            Arbitraries.integers().between(10_000, 999_999).list().ofMaxSize(2),
            Arbitraries.of(SubmittedBy.values()),
            days.optional().tuple2(),
            Arbitraries.of(Place.values()).optional(),
            Arbitraries.integers().between(1, 3).optional(0.3))
        .as(
            (builder, school, answers, placeWith, by, on, place, year) ->
                builder
                    .school(school)
                    .answers(consistent(school, answers))
                    .placeWith(placeWith)
                    .submittedBy(by)
                    .submittedOn(on.get1())
                    .expressionOfInterestOn(
                        on.get2()
                            .filter(day -> !Boolean.FALSE.equals(answers.get(INTEREST)))
                            .filter(day -> on.get1().filter(day::isAfter).isEmpty()))
                    .place(place)
                    .programmeYear(year)
                    .build())
        .withoutEdgeCases();
  }

  /** Expressions of interest. */
  public static Arbitrary<ExpressionOfInterest> expressionsOfInterest() {
    return Combinators.combine(
            offerings(), schools(), Arbitraries.of(LocalDate.of(YEAR, 5, 3)).optional())
        .as(
            (offering, school, on) ->
                ExpressionOfInterest.builder()
                    .offering(offering)
                    .school(school)
                    .submittedOn(on)
                    .build())
        .withoutEdgeCases();
  }

  /** Work groups of an offering. */
  public static Arbitrary<WorkGroup> workGroups(Offering offering) {
    Arbitrary<Integer> urns = Arbitraries.integers().between(100_001, 100_009);
    Arbitrary<GroupLead> leads =
        Combinators.combine(Arbitraries.of(LeadRole.values()), urns.optional()).as(GroupLead::new);
    Arbitrary<LocalTime> times = Arbitraries.of(LocalTime.of(9, 0), LocalTime.of(13, 30));
    Arbitrary<Session> sessions =
        Combinators.combine(
                urns.optional(),
                Arbitraries.integers()
                    .between(0, 6)
                    .map(LocalDate.of(2022, 4, 30)::plusDays)
                    .optional(),
                Arbitraries.of(SessionMode.values()).optional(),
                releaseTimes().optional(),
                Arbitraries.integers()
                    .between(0, 48)
                    .map(n -> BigDecimal.valueOf(n * 5L, 1))
                    .optional(),
                times.optional(),
                Arbitraries.of("Park School", "Town Hall").optional(),
                Arbitraries.of("maths", "local").optional())
            .as(
                (host, date, mode, days, hours, time, venue, kind) ->
                    Session.builder()
                        .number(1)
                        .host(host)
                        .date(date)
                        .startsAt(date.flatMap(day -> time))
                        .venue(venue)
                        .kind(kind)
                        .mode(mode)
                        .days(days)
                        .hours(hours)
                        .build());
    return Combinators.combine(
            leads.optional(),
            schools().list().ofMaxSize(5).optional(0.8),
            sessions.list().ofMaxSize(4).optional(0.8),
            answers())
        .as(
            (lead, schools, planned, answers) ->
                WorkGroup.builder()
                    .offering(offering)
                    .lead(lead)
                    .schools(schools.map(ImmutableList::copyOf))
                    .sessions(planned.map(ModelArbitraries::numbered))
                    .answers(answers)
                    .build())
        .withoutEdgeCases();
  }

  private static ImmutableList<Session> numbered(List<Session> sessions) {
    return IntStream.range(0, sessions.size())
        .mapToObj(
            i -> {
              Session one = sessions.get(i);
              return Session.builder().from(one).number(i + 1).build();
            })
        .collect(ImmutableList.toImmutableList());
  }

  private static Arbitrary<Optional<Set<HeadteacherEvent>>> events() {
    return Arbitraries.of(HeadteacherEvent.values()).set().ofMaxSize(3).optional(0.7);
  }

  /** Progress at one school of an offering. */
  public static Arbitrary<Progress> progress(Offering offering) {
    Arbitrary<Optional<Integer>> counts = Arbitraries.integers().between(0, 10).optional(0.7);
    // No more workshops are attended and missed than are planned.
    Arbitrary<Progress.Builder> workshops =
        Combinators.combine(
                Arbitraries.integers().between(12, 14).optional(0.7),
                counts,
                counts,
                Arbitraries.integers().between(0, 2).optional(0.7),
                Arbitraries.integers().between(1, 3).optional(0.7),
                events(),
                events())
            .as(
                (planned, attended, byHeadteacher, missed, year, events, ofLeaders) ->
                    Progress.builder()
                        .headteacherAttended(events)
                        .seniorLeaderAttended(
                            ofLeaders.map(
                                all -> Sets.union(all, events.orElse(Set.of())).immutableCopy()))
                        .workshopsPlanned(planned)
                        .workshopsAttended(attended)
                        .headteacherWorkshops(byHeadteacher)
                        .missedWithoutNotice(missed)
                        .programmeYear(year));
    return Combinators.combine(
            schools(),
            releaseTimes().optional(),
            workshops,
            counts,
            counts,
            Arbitraries.of(Task.values()).set().ofMaxSize(4).optional(0.7),
            answerMaps())
        .as(
            (school, release, builder, visits, halves, tasks, answers) ->
                builder
                    .tasksCompleted(tasks.map(ImmutableSet::copyOf))
                    .offering(offering)
                    .school(school)
                    .releaseDays(release)
                    .visits(visits)
                    .visitHalfDays(halves)
                    .answers(consistent(school, answers))
                    .build())
        .withoutEdgeCases();
  }

  /** Facts of the library, facts of a year, and a fact of a pack. */
  public static Arbitrary<Fact> facts() {
    return Arbitraries.oneOf(
            Arbitraries.of(Facts.all().values()),
            academicYears().map(Facts::participationIn),
            Arbitraries.of(
                Fact.yesNo("own-yes-no", "it is so", "Is it so?", "answers.own-yes-no"),
                Fact.number("own-number", "the number", "How many?", "box", "answers.own-number"),
                Fact.choice(
                    "own-choice", "the choice", "Which?", List.of("A", "B"), "answers.own-choice"),
                Fact.choices("own-words", "the list", "Which?", List.of(), "answers.own-words"),
                Fact.text("own-text", "the text", "What?", "answers.own-text")))
        .withoutEdgeCases();
  }

  /** Criteria of at most this depth over the facts of the library. */
  public static Arbitrary<Criterion> criteria(int depth) {
    return trees(depth, true).withoutEdgeCases();
  }

  /** Criteria without tests of whether a fact is given. */
  public static Arbitrary<Criterion> criteriaWithoutProvided(int depth) {
    return trees(depth, false).withoutEdgeCases();
  }

  private static Arbitrary<Criterion> trees(int depth, boolean provided) {
    return trees(
        depth,
        Arbitraries.frequencyOf(
            Tuple.of(6, leaves(OF_WHOLE, provided)),
            Tuple.of(2, each(Members.LEAD_PARTICIPANTS, OF_PARTICIPANT, provided)),
            Tuple.of(2, each(Members.SCHOOLS, OF_SCHOOL, provided)),
            Tuple.of(1, each(Members.SESSIONS, OF_SESSION, provided)),
            Tuple.of(1, Arbitraries.just(new HubDecides()))));
  }

  private static Arbitrary<Criterion> trees(int depth, Arbitrary<Criterion> leaves) {
    if (depth <= 1) {
      return leaves;
    }
    Arbitrary<Criterion> parts = trees(depth - 1, leaves);
    Arbitrary<ImmutableList<Criterion>> several =
        parts.list().ofMinSize(1).ofMaxSize(3).map(ImmutableList::copyOf);
    return Arbitraries.frequencyOf(
        Tuple.of(2, leaves),
        Tuple.of(2, several.map(AllOf::new)),
        Tuple.of(2, several.map(AnyOf::new)),
        Tuple.of(1, parts.map(Not::new)));
  }

  private static Arbitrary<Criterion> each(Members members, List<Fact> facts, boolean provided) {
    Arbitrary<Criterion> each =
        Combinators.combine(Arbitraries.of(true, false), ofMember(leaves(facts, provided)))
            .as((every, criterion) -> new ForMembers(members, every, criterion));
    Arbitrary<Criterion> stated =
        leaves(facts, provided).filter(leaf -> !(leaf instanceof Unstated));
    return Arbitraries.oneOf(each, counts(members, ofMember(stated)));
  }

  private static Arbitrary<Criterion> ofMember(Arbitrary<Criterion> leaves) {
    return Arbitraries.oneOf(
        leaves,
        leaves.map(Not::new),
        leaves.list().ofSize(2).map(two -> new AllOf(ImmutableList.copyOf(two))));
  }

  private static Arbitrary<Criterion> counts(Members members, Arbitrary<Criterion> where) {
    return Combinators.combine(
            where, Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, 2))
        .flatAs(
            (criterion, bound, more) ->
                Arbitraries.of(
                    new CountOfMembers(members, criterion, Optional.of(bound), Optional.empty()),
                    new CountOfMembers(
                        members, criterion, Optional.empty(), Optional.of(bound - 1)),
                    new CountOfMembers(
                        members, criterion, Optional.of(bound), Optional.of(bound + more))));
  }

  private static Arbitrary<Criterion> leaves(List<Fact> facts, boolean provided) {
    Arbitrary<Criterion> tests = Arbitraries.of(facts).flatMap(ModelArbitraries::test);
    Arbitrary<Criterion> silent = Arbitraries.of(facts).map(Unstated::new);
    return provided
        ? Arbitraries.frequencyOf(
            Tuple.of(8, tests),
            Tuple.of(1, silent),
            Tuple.of(2, Arbitraries.of(facts).map(Provided::new)))
        : Arbitraries.frequencyOf(Tuple.of(9, tests), Tuple.of(1, silent));
  }

  /** Tests of the value of a fact. */
  private static Arbitrary<Criterion> test(Fact fact) {
    List<String> words = fact.choices().isEmpty() ? TYPES : fact.choices();
    Arbitrary<ImmutableSet<String>> some =
        Arbitraries.of(words)
            .set()
            .ofMinSize(1)
            .ofMaxSize(Math.min(words.size(), 6))
            .map(ImmutableSet::copyOf);
    return switch (fact.kind()) {
      case YES_NO -> Arbitraries.just(new Confirmed(fact));
      case CHOICE -> some.map(chosen -> new OneOf(fact, chosen));
      case CHOICES ->
          Combinators.combine(some, Arbitraries.of(true, false))
              .as((chosen, all) -> new Includes(fact, chosen, all));
      case NUMBER -> bounds(fact);
      case DAY -> periods(fact);
      case TEXT -> Arbitraries.just(new Unstated(fact));
    };
  }

  private static Arbitrary<Criterion> periods(Fact fact) {
    Arbitrary<Moment> moments =
        Combinators.combine(Arbitraries.integers().between(0, 4), times())
            .as((day, time) -> new Moment(LocalDate.of(2022, 5, 1).plusDays(day), time));
    return Combinators.combine(moments, moments, Arbitraries.integers().between(0, 2))
        .as(
            (a, b, shape) ->
                switch (shape) {
                  case 0 -> new During(fact, Optional.of(a), Optional.empty());
                  case 1 -> new During(fact, Optional.empty(), Optional.of(a));
                  default ->
                      a.day().isBefore(b.day())
                          ? new During(fact, Optional.of(a), Optional.of(b))
                          : new During(fact, Optional.empty(), Optional.of(b));
                });
  }

  private static Arbitrary<Optional<LocalTime>> times() {
    return Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(17, 0), LocalTime.of(23, 59)).optional();
  }

  private static Arbitrary<Criterion> bounds(Fact fact) {
    Arbitrary<BigDecimal> numbers =
        Arbitraries.integers().between(0, 24).map(n -> BigDecimal.valueOf(n * 5L, 1));
    return Combinators.combine(numbers, numbers, Arbitraries.integers().between(0, 2))
        .as(
            (a, b, shape) ->
                switch (shape) {
                  case 0 -> new Within(fact, Optional.of(a), Optional.empty());
                  case 1 -> new Within(fact, Optional.empty(), Optional.of(a));
                  default -> new Within(fact, Optional.of(a.min(b)), Optional.of(a.max(b)));
                });
  }

  /** Places in sources. */
  public static Arbitrary<Citation> citations() {
    return Combinators.combine(
            Arbitraries.of("flyer", "web-page"),
            Arbitraries.of("benefits, fourth point", "How to apply"),
            Arbitraries.of("“most” is read as more than half").optional())
        .as(Citation::new)
        .withoutEdgeCases();
  }

  /** Sources, dated and undated. */
  public static Arbitrary<Source> sources() {
    return Combinators.combine(
            Arbitraries.of("2022/23", "2017/2018").optional(),
            Arbitraries.of("a sentence is cut off").optional())
        .as(
            (year, flaws) ->
                new Source("flyer", "The flyer", "The hub", year, LocalDate.of(YEAR, 2, 1), flaws))
        .withoutEdgeCases();
  }

  /** Provenances, some of rules that replace others. */
  public static Arbitrary<Provenance> provenances() {
    Arbitrary<RulePlace> places =
        Combinators.combine(
                Arbitraries.of("national", "cheshire-wirral/2022-23"),
                Arbitraries.integers().between(1, 99))
            .as((pack, line) -> new RulePlace(pack, "primary-development.drl", line));
    return Combinators.combine(places, places.list().ofMaxSize(2))
        .as(
            (rule, replaced) ->
                new Provenance(
                    rule.pack(),
                    rule.file(),
                    rule.line(),
                    ImmutableList.copyOf(replaced),
                    Optional.empty()))
        .withoutEdgeCases();
  }

  /** Ids of terms. */
  public static Arbitrary<String> termIds() {
    return Arbitraries.of("phase", "release-time", "trn", "grant", "reports", "workshops");
  }

  /** Requirements of any aspect and strength. */
  public static Arbitrary<Requirement> requirements() {
    return Combinators.combine(
            termIds(),
            Arbitraries.of(Aspect.values()),
            Arbitraries.of(Strength.values()),
            criteria(3),
            criteria(2).optional(0.3),
            citations(),
            provenances())
        // The compiler of JDK 17 resolves the reference Requirement::new to components in reverse
        // order.
        .as(
            (id, aspect, strength, criterion, referral, citation, provenance) ->
                new Requirement(id, aspect, strength, criterion, referral, citation, provenance))
        .withoutEdgeCases();
  }

  /** Entitlements, with and without an amount, a unit and a condition. */
  public static Arbitrary<Entitlement> entitlements() {
    Arbitrary<Money> amounts =
        Arbitraries.longs()
            .between(0, 250_000)
            .map(pence -> Money.ofMinor(CurrencyUnit.of("GBP"), pence));
    return Combinators.combine(
            termIds(),
            Arbitraries.of(true, false),
            amounts.optional(),
            Arbitraries.of(PayUnit.values()).optional(),
            Arbitraries.of(Purpose.values()),
            payments().optional(),
            criteria(2).optional(),
            Combinators.combine(citations(), provenances()).as(Map::entry))
        .as(
            (id, charge, amount, unit, purpose, payment, when, place) ->
                new Entitlement(
                    id,
                    charge,
                    amount,
                    unit,
                    purpose,
                    payment,
                    when,
                    place.getKey(),
                    place.getValue()))
        .withoutEdgeCases();
  }

  /** Ways of payment. */
  public static Arbitrary<Payment> payments() {
    return Combinators.combine(
            Arbitraries.of(AmountBasis.values()),
            Arbitraries.of(true, false),
            Arbitraries.of("0.5", "1", "10.5", "15").map(BigDecimal::new).optional(),
            Arbitraries.of(true, false),
            Arbitraries.of("in the summer term", "once the evaluation is sent").optional(),
            Arbitraries.of(LocalDate.of(2017, 12, 31), LocalDate.of(2020, 7, 31)).optional())
        .as(Payment::new);
  }

  /** Undertakings. */
  public static Arbitrary<Undertaking> undertakings() {
    return Combinators.combine(
            termIds(),
            Arbitraries.of(Strength.values()),
            Arbitraries.of("write an action plan"),
            citations(),
            provenances())
        .as(Undertaking::new)
        .withoutEdgeCases();
  }

  /** Provisions. */
  public static Arbitrary<Provision> provisions() {
    return Combinators.combine(
            termIds(), Arbitraries.of("six workshops are held"), citations(), provenances())
        .as(Provision::new)
        .withoutEdgeCases();
  }

  /** Priorities. */
  public static Arbitrary<Priority> priorities() {
    return Arbitraries.oneOf(ofSomeSchools(), inOrder());
  }

  private static Arbitrary<Priority> inOrder() {
    return Combinators.combine(
            termIds(),
            Arbitraries.of(
                new PriorityOrder(Facts.SUBMITTED, false),
                new PriorityOrder(Facts.FREE_MEAL_SHARE, true),
                new PriorityOrder(Facts.PUPILS, false)),
            Arbitraries.of(TYPES).optional(),
            academicYears().optional(),
            citations(),
            provenances())
        .as(Priority::inOrder)
        .withoutEdgeCases();
  }

  private static Arbitrary<Priority> ofSomeSchools() {
    return Combinators.combine(
            termIds(),
            Arbitraries.of("schools of the Readiness year").optional(),
            Arbitraries.of(TYPES).optional(),
            academicYears().optional(),
            criteria(2).optional(),
            citations(),
            provenances())
        .as(Priority::new)
        .withoutEdgeCases();
  }

  /** Terms of every kind, mostly requirements. */
  public static Arbitrary<Term> anyTerm() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, requirements()),
        Tuple.of(2, entitlements()),
        Tuple.of(1, undertakings()),
        Tuple.of(1, provisions()),
        Tuple.of(1, priorities()));
  }

  /** Terms of a policy for an offering. */
  public static Arbitrary<Terms> terms(Offering offering) {
    Arbitrary<UnsettledTerm> unsettled =
        Combinators.combine(
                anyTerm(),
                Arbitraries.of(Facts.PHASE, Facts.ESTABLISHMENT_TYPE, Facts.COUNTRY)
                    .set()
                    .ofMinSize(1))
            .as((term, facts) -> new UnsettledTerm(term, ImmutableList.copyOf(facts)));
    return Combinators.combine(anyTerm().list().ofMaxSize(6), unsettled.list().ofMaxSize(1))
        .as((terms, open) -> terms(offering, terms, open))
        .withoutEdgeCases();
  }

  /** Returns the terms of a policy for an offering. */
  public static Terms terms(Offering offering, List<? extends Term> terms) {
    return terms(offering, terms, List.of());
  }

  private static Terms terms(
      Offering offering, List<? extends Term> terms, List<UnsettledTerm> open) {
    return Terms.of(
        offering,
        ImmutableList.copyOf(terms),
        ImmutableList.copyOf(open),
        ImmutableList.of(),
        new PolicyVersion(
            "sha256:00",
            ImmutableList.of("national"),
            ImmutableList.of("sha256:00"),
            "0.1.0",
            LocalDate.of(2022, 9, 1)));
  }

  /** Returns an application with some optional values removed. */
  public static Application poorer(Application full, Random random) {
    Map<String, Object> answers = new TreeMap<>(full.answers().byFact());
    answers.keySet().removeIf(id -> random.nextInt(4) == 0);
    List<LeadParticipant> people = new ArrayList<>();
    for (LeadParticipant person : full.leadParticipants().orElse(ImmutableList.of())) {
      people.add(
          LeadParticipant.builder()
              .trn(person.trn())
              .roles(some(person.roles(), random))
              .yearsTeaching(some(person.yearsTeaching(), random))
              .releaseDays(some(person.releaseDays(), random))
              .releaseOutsideMeetings(some(person.releaseOutsideMeetings(), random))
              .yearGroups(some(person.yearGroups(), random))
              .yearGroupsTaught(some(person.yearGroupsTaught(), random))
              .subjects(some(person.subjects(), random))
              .careerStage(some(person.careerStage(), random))
              .mathsSpecialist(some(person.mathsSpecialist(), random))
              .partTime(some(person.partTime(), random))
              .teachesMaths(some(person.teachesMaths(), random))
              .supportsMaths(some(person.supportsMaths(), random))
              .qualifications(some(person.qualifications(), random))
              .yearsInRole(some(person.yearsInRole(), random))
              .yearsInPhase(some(person.yearsInPhase(), random))
              .history(some(person.history(), random))
              .build());
    }
    School school = full.school();
    return Application.builder()
        .offering(full.offering())
        .school(
            School.builder()
                .urn(school.urn())
                .phase(some(school.phase(), random))
                .establishmentType(some(school.establishmentType(), random))
                .country(some(school.country(), random))
                .localAuthority(some(school.localAuthority(), random))
                .district(some(school.district(), random))
                .region(some(school.region(), random))
                .lowestAge(some(school.lowestAge(), random))
                .highestAge(some(school.highestAge(), random))
                .trust(some(school.trust(), random))
                .nurseryProvision(some(school.nurseryProvision(), random))
                .freeMealShare(some(school.freeMealShare(), random))
                .pupils(some(school.pupils(), random))
                .ofsted(some(school.ofsted(), random))
                .hubs(some(school.hubs(), random))
                .build())
        .history(some(full.history(), random))
        .leadParticipants(full.leadParticipants().map(list -> ImmutableList.copyOf(people)))
        .meetingsOnTop(full.meetingsOnTop())
        .headteacherStatement(full.headteacherStatement())
        .answers(Answers.of(answers))
        .placeWith(full.placeWith())
        .submittedBy(full.submittedBy())
        .place(some(full.place(), random))
        .build();
  }

  private static <T> Optional<T> some(Optional<T> known, Random random) {
    return known.filter(value -> random.nextInt(3) > 0);
  }
}

package org.tfm.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.CareerStage;
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
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.programme.WorkGroupType;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.school.SchoolKind;

/**
 * Random documents for the policy of one offering: valid and consistent, with each part present or
 * absent.
 */
final class RandomDocuments {

  private final Offering offering;
  private final AskedFacts asked;
  private final ImmutableList<String> types;

  private RandomDocuments(Offering offering, AskedFacts asked) {
    this.offering = offering;
    this.asked = asked;
    this.types =
        ImmutableSet.<String>builder()
            .addAll(asked.history())
            .add(
                offering.type(), "mastering-number", WorkGroupType.known().keySet().asList().get(0))
            .build()
            .asList();
  }

  /** Returns the documents for a policy, for all kinds of school. */
  static RandomDocuments of(Policy policy, Offering offering) {
    return new RandomDocuments(
        offering,
        new AskedFacts(
            SchoolKind.all().stream()
                .map(kind -> policy.terms(offering, PartialSchoolKind.of(kind)))));
  }

  /** Returns the documents for these terms. */
  static RandomDocuments of(Terms terms) {
    return new RandomDocuments(terms.offering(), new AskedFacts(Stream.of(terms)));
  }

  /** Returns a document; applications come twice as often as groups and progress. */
  Document document(Draw draw) {
    return switch (draw.between(0, 3)) {
      case 0 -> new Document.OfGroup(group(draw));
      case 1 -> new Document.OfYear(progress(draw));
      default -> new Document.OfSchool(application(draw));
    };
  }

  /** Returns an application, a draft or a submitted one, from nearly empty to complete. */
  Application application(Draw draw) {
    School school = school(draw);
    Optional<LocalDate> interest =
        ifAsked(
            draw,
            Facts.EXPRESSION_OF_INTEREST,
            () -> offering.year().firstDay().minusDays(draw.between(100, 300)));
    Map<String, Object> answers = answers(draw, asked.answers());
    interest.ifPresent(day -> answers.replace("expression-of-interest", true));
    return Application.builder()
        .offering(offering)
        .school(school)
        .history(draw.maybe(0.7, () -> draw.list(3, () -> participation(draw))))
        .leadParticipants(draw.maybe(0.8, () -> leadParticipants(draw)))
        .meetingsOnTop(draw.maybe(0.3, () -> new MeetingsOnTop(draw.between(0, 4))))
        .headteacherStatement(draw.maybe(0.7, () -> "We support this."))
        .answers(consistent(Optional.of(school), answers))
        .submittedBy(draw.one(List.of(SubmittedBy.values())))
        .submittedOn(draw.maybe(0.95, () -> offering.year().firstDay().minusMonths(3)))
        .expressionOfInterestOn(interest)
        .place(draw.maybe(0.7, () -> draw.one(List.of(Place.values()))))
        .programmeYear(programmeYear(draw))
        .build();
  }

  /** Returns a group, from nearly empty to complete; in some, all schools are of one kind. */
  WorkGroup group(Draw draw) {
    return WorkGroup.builder()
        .offering(offering)
        .lead(draw.maybe(0.7, () -> lead(draw)))
        .schools(draw.maybe(0.8, () -> members(draw)))
        .sessions(draw.maybe(0.7, () -> sessions(draw)))
        .answers(consistent(Optional.empty(), answers(draw, asked.answers())))
        .build();
  }

  /** Returns the progress of a school during the year, from nearly empty to complete. */
  Progress progress(Draw draw) {
    School school = school(draw);
    Optional<Integer> attended = count(draw, Facts.WORKSHOPS_ATTENDED);
    Optional<Integer> missed =
        ifAsked(
            draw,
            Facts.MISSED_WITHOUT_NOTICE,
            () -> draw.between(0, asked.beyond(Facts.MISSED_WITHOUT_NOTICE)));
    Optional<Integer> byHeadteacher =
        ifAsked(
            draw,
            Facts.HEADTEACHER_WORKSHOPS,
            () -> draw.between(0, asked.beyond(Facts.HEADTEACHER_WORKSHOPS)));
    Optional<ImmutableSet<HeadteacherEvent>> ofHeadteacher =
        ifAnyAsked(
            draw,
            List.of(Facts.HEADTEACHER_ATTENDED, Facts.SENIOR_LEADER_ATTENDED),
            () -> events(draw));
    boolean asksForShare = asked.includes(Facts.ATTENDANCE) || asked.includes(Facts.ATTENDED_ALL);
    int planned = Math.max(attended.orElse(0) + missed.orElse(0), byHeadteacher.orElse(0));
    return Progress.builder()
        .offering(offering)
        .school(school)
        .releaseDays(draw.maybe(0.7, () -> releaseTime(draw, Facts.RELEASE_TAKEN)))
        .workshopsAttended(attended)
        .workshopsPlanned(
            asksForShare ? draw.maybe(0.8, () -> planned + draw.between(0, 2)) : Optional.empty())
        .headteacherWorkshops(byHeadteacher)
        .missedWithoutNotice(missed)
        .programmeYear(programmeYear(draw))
        .visits(count(draw, Facts.VISITS))
        .visitHalfDays(count(draw, Facts.VISIT_HALF_DAYS))
        .tasksCompleted(
            ifAsked(draw, Facts.TASKS_COMPLETED, () -> draw.some(4, List.of(Task.values()))))
        .headteacherAttended(ofHeadteacher)
        .seniorLeaderAttended(
            ifAsked(draw, Facts.SENIOR_LEADER_ATTENDED, () -> events(draw))
                // What the headteacher attended, a senior leader attended.
                .map(
                    all ->
                        Sets.union(all, ofHeadteacher.orElse(ImmutableSet.of())).immutableCopy()))
        .answers(consistent(Optional.of(school), answers(draw, asked.answers())))
        .build();
  }

  private static ImmutableSet<HeadteacherEvent> events(Draw draw) {
    return draw.some(3, List.of(HeadteacherEvent.values()));
  }

  /** Returns a school; of some, only the number is known. */
  School school(Draw draw) {
    School.Builder school =
        School.builder()
            .urn(draw.between(900_001, 900_009))
            .phase(draw.maybe(0.8, () -> favouring(draw, Facts.PHASE, Phase.class)));
    Optional<EstablishmentType> type =
        draw.maybe(
            0.8,
            () ->
                draw.chance(0.4)
                    ? EstablishmentType.COMMUNITY_SCHOOL
                    : favouring(draw, Facts.ESTABLISHMENT_TYPE, EstablishmentType.class));
    return school
        .establishmentType(type)
        .country(
            draw.maybe(
                0.8,
                () -> draw.chance(0.7) ? Country.ENGLAND : draw.one(List.of(Country.values()))))
        .localAuthority(
            ifAsked(draw, Facts.LOCAL_AUTHORITY, () -> name(draw, Facts.LOCAL_AUTHORITY)))
        .district(ifAsked(draw, Facts.DISTRICT, () -> name(draw, Facts.DISTRICT)))
        .region(ifAsked(draw, Facts.REGION, () -> name(draw, Facts.REGION)))
        .trust(
            ifAnyAsked(draw, List.of(Facts.TRUST, Facts.TRUSTS), () -> name(draw, Facts.TRUST))
                .filter(name -> type.isEmpty() || type.get().name().contains("ACADEMY")))
        .hubs(
            ifAsked(
                draw,
                Facts.SERVING_HUBS,
                () -> draw.some(2, asked.wordsOf(Facts.SERVING_HUBS).asList()).asList()))
        .lowestAge(
            ifAnyAsked(
                draw, List.of(Facts.LOWEST_AGE, Facts.SCHOOL_YEARS), () -> draw.between(2, 11)))
        .highestAge(
            ifAnyAsked(
                draw, List.of(Facts.HIGHEST_AGE, Facts.SCHOOL_YEARS), () -> draw.between(11, 19)))
        .nurseryProvision(ifAsked(draw, Facts.NURSERY_PROVISION, () -> draw.chance(0.5)))
        .freeMealShare(
            ifAsked(
                draw,
                Facts.FREE_MEAL_SHARE,
                () ->
                    BigDecimal.valueOf(
                        Math.min(100, draw.between(0, asked.beyond(Facts.FREE_MEAL_SHARE))))))
        .pupils(
            ifAsked(
                draw,
                Facts.PUPILS,
                () -> Math.min(99_999, draw.between(0, asked.beyond(Facts.PUPILS)))))
        .ofsted(
            ifAsked(
                draw,
                Facts.OFSTED_GRADE,
                () -> favouring(draw, Facts.OFSTED_GRADE, OfstedGrade.class)))
        .build();
  }

  /** Returns a name that the policy compares with, or another. */
  private String name(Draw draw, Fact fact) {
    ImmutableSet<String> named = asked.wordsOf(fact);
    return named.isEmpty() || draw.chance(0.3) ? "Elsewhere" : draw.one(named.asList());
  }

  /** Returns a word; those that the policy names are frequent. */
  private <E extends Enum<E>> E favouring(Draw draw, Fact fact, Class<E> type) {
    ImmutableSet<String> named = asked.wordsOf(fact);
    return named.isEmpty() || draw.chance(0.3)
        ? draw.one(List.of(type.getEnumConstants()))
        : Enum.valueOf(type, draw.one(named.asList()));
  }

  private ReleaseTime releaseTime(Draw draw, Fact fact) {
    return ReleaseTime.ofHalfDays(draw.between(0, 2 * asked.beyond(fact)));
  }

  private BigDecimal years(Draw draw, Fact fact) {
    return BigDecimal.valueOf(draw.between(0, 2 * asked.beyond(fact)) * 5L, 1);
  }

  /** Returns at most the years of teaching. */
  private Optional<BigDecimal> yearsWithin(Draw draw, Fact fact, Optional<BigDecimal> teaching) {
    return ifAsked(draw, fact, () -> years(draw, fact))
        .map(years -> teaching.map(years::min).orElse(years));
  }

  private Optional<Integer> programmeYear(Draw draw) {
    return ifAsked(draw, Facts.PROGRAMME_YEAR, () -> draw.between(1, 3));
  }

  private Optional<Integer> count(Draw draw, Fact fact) {
    return draw.maybe(0.7, () -> draw.between(0, asked.beyond(fact)));
  }

  private Participation participation(Draw draw) {
    int year = offering.year().start();
    return Participation.builder()
        .type(draw.one(types))
        .year(AcademicYear.startingIn(draw.between(year - 3, year + 1)))
        .build();
  }

  private ImmutableList<LeadParticipant> leadParticipants(Draw draw) {
    return IntStream.range(0, draw.between(0, 3))
        .mapToObj(number -> leadParticipant(draw, number))
        .collect(ImmutableList.toImmutableList());
  }

  private static ReleaseTime atMost(Optional<ReleaseTime> most, ReleaseTime time) {
    return most.filter(whole -> whole.halfDays() < time.halfDays()).orElse(time);
  }

  private LeadParticipant leadParticipant(Draw draw, int number) {
    Optional<BigDecimal> teaching = draw.maybe(0.7, () -> years(draw, Facts.YEARS_TEACHING));
    Optional<ImmutableSet<TaughtSubject>> subjects =
        ifAsked(draw, Facts.SUBJECTS, () -> draw.some(2, List.of(TaughtSubject.values())));
    Optional<ReleaseTime> release =
        draw.maybe(0.8, () -> releaseTime(draw, Facts.COMBINED_RELEASE));
    return LeadParticipant.builder()
        .trn(draw.maybe(0.7, () -> Trn.parse("000000" + number)))
        .roles(draw.maybe(0.8, () -> draw.some(3, List.of(Role.values()))))
        .yearsTeaching(teaching)
        .releaseDays(release)
        .releaseOutsideMeetings(
            ifAsked(
                draw,
                Facts.RELEASE_OUTSIDE_MEETINGS,
                () -> atMost(release, releaseTime(draw, Facts.RELEASE_OUTSIDE_MEETINGS))))
        .yearGroups(
            ifAsked(draw, Facts.YEAR_GROUPS, () -> draw.some(2, List.of(YearGroup.values()))))
        .yearGroupsTaught(
            ifAsked(
                draw, Facts.YEAR_GROUPS_TAUGHT, () -> draw.some(2, List.of(YearGroup.values()))))
        .subjects(subjects)
        .careerStage(
            ifAsked(draw, Facts.CAREER_STAGE, () -> draw.one(List.of(CareerStage.values()))))
        .mathsSpecialist(ifAsked(draw, Facts.MATHS_SPECIALIST, () -> draw.chance(0.7)))
        .partTime(ifAsked(draw, Facts.PART_TIME, () -> draw.chance(0.3)))
        .teachesMaths(
            subjects.isPresent()
                ? Optional.empty()
                : ifAsked(draw, Facts.TEACHES_MATHS, () -> draw.chance(0.7)))
        .supportsMaths(ifAsked(draw, Facts.SUPPORTS_MATHS, () -> draw.chance(0.7)))
        .qualifications(
            ifAsked(
                draw, Facts.QUALIFICATIONS, () -> draw.some(2, List.of(Qualification.values()))))
        .yearsInRole(yearsWithin(draw, Facts.YEARS_IN_ROLE, teaching))
        .yearsInPhase(yearsWithin(draw, Facts.YEARS_IN_PHASE, teaching))
        .history(
            ifAnyAsked(
                draw,
                List.of(Facts.OWN_PARTICIPATION, Facts.OWN_COMPLETED_PARTICIPATION),
                () -> draw.list(2, () -> participation(draw))))
        .answers(Answers.of(answers(draw, asked.answersOfPeople())))
        .build();
  }

  /** Returns a value that only some policies ask for. */
  private <T> Optional<T> ifAsked(Draw draw, Fact fact, Supplier<T> value) {
    return ifAnyAsked(draw, List.of(fact), value);
  }

  /** Returns a value that only policies ask for that use one of these facts. */
  private <T> Optional<T> ifAnyAsked(Draw draw, List<Fact> facts, Supplier<T> value) {
    return facts.stream().anyMatch(asked::includes) ? draw.maybe(0.7, value) : Optional.empty();
  }

  private GroupLead lead(Draw draw) {
    return new GroupLead(
        favouring(draw, Facts.LEAD_ROLE, LeadRole.class), draw.maybe(0.95, () -> urn(draw)));
  }

  private static int urn(Draw draw) {
    return draw.between(900_001, 900_003);
  }

  /** Returns schools with a number each, all of one kind or each of its own. */
  private ImmutableList<School> members(Draw draw) {
    School first = school(draw);
    Supplier<School> next = draw.chance(0.5) ? () -> first : () -> school(draw);
    return IntStream.range(0, draw.between(0, asked.beyond(Facts.SCHOOLS)))
        .mapToObj(i -> School.builder().from(next.get()).urn(900_001 + i).build())
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Session> sessions(Draw draw) {
    return IntStream.rangeClosed(1, draw.between(0, asked.beyond(Facts.SESSIONS)))
        .mapToObj(number -> session(draw, number))
        .collect(ImmutableList.toImmutableList());
  }

  private Session session(Draw draw, int number) {
    Optional<LocalDate> date = ifAsked(draw, Facts.SESSION_DATE, () -> day(draw));
    return Session.builder()
        .number(number)
        .host(draw.maybe(0.95, () -> urn(draw)))
        .date(date)
        .startsAt(date.flatMap(day -> draw.maybe(0.5, () -> LocalTime.of(draw.between(8, 18), 0))))
        .venue(ifAsked(draw, Facts.SESSION_VENUE, () -> name(draw, Facts.SESSION_VENUE)))
        .kind(ifAsked(draw, Facts.SESSION_KIND, () -> name(draw, Facts.SESSION_KIND)))
        .mode(
            ifAsked(
                draw,
                Facts.SESSION_MODE,
                () -> favouring(draw, Facts.SESSION_MODE, SessionMode.class)))
        .days(
            ifAnyAsked(
                draw,
                List.of(Facts.SESSION_DAYS, Facts.SESSION_TIME_DAYS),
                () -> releaseTime(draw, Facts.SESSION_DAYS)))
        .hours(
            ifAnyAsked(
                draw,
                List.of(Facts.SESSION_HOURS, Facts.SESSION_TIME_HOURS),
                () -> BigDecimal.valueOf(draw.between(0, 8) * 5L, 1)))
        .build();
  }

  private LocalDate day(Draw draw) {
    return offering.year().firstDay().plusDays(draw.between(0, 330));
  }

  private Map<String, Object> answers(Draw draw, Set<Fact> facts) {
    Map<String, Object> answers = new TreeMap<>();
    for (Fact fact : facts) {
      if (draw.chance(0.7)) {
        answers.put(fact.id(), answer(draw, fact));
      }
    }
    return answers;
  }

  private Object answer(Draw draw, Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> draw.chance(0.7);
      case NUMBER -> draw.between(0, asked.beyond(fact));
      case CHOICE -> draw.one(words(fact));
      case CHOICES -> draw.some(2, words(fact)).asList();
      case DAY -> "2022-0" + (1 + draw.between(0, 8)) + "-15";
      case TEXT -> "said";
    };
  }

  private ImmutableList<String> words(Fact fact) {
    ImmutableList<String> words =
        fact.choices().isEmpty()
            ? asked.wordsOf(fact).asList()
            : ImmutableList.copyOf(fact.choices());
    return words.isEmpty() ? ImmutableList.of("SOMETHING_ELSE") : words;
  }

  /** Corrects answers that contradict the school or each other. */
  private static Answers consistent(Optional<School> school, Map<String, Object> answers) {
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
}

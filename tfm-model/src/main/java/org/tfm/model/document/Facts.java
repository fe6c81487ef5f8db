package org.tfm.model.document;

import static java.util.Objects.requireNonNull;
import static org.tfm.model.document.FactPlace.in;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.problem.Blanks;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.style.Internal;

/**
 * The facts that every policy can ask about, each in one row with its places in the documents.
 *
 * <p>A pack may add facts of its own: yes/no, number, choice or text, found among the answers.
 */
public final class Facts {

  // Filled from top to bottom while the class is loaded, and read when it is whole.
  private static final List<FactBinding> ROWS = new ArrayList<>();

  /** The phase of the school. */
  public static final Fact PHASE =
      row(
          Fact.choice(
                  "phase",
                  "the phase of the school",
                  "Which phase of education is the school?",
                  names(Phase.values()),
                  "school.phase")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.phase()),
              (school, value) ->
                  word(Phase.class, value).map(to -> edit(school).phase(to).build())));

  /** The type of the school in the register. */
  public static final Fact ESTABLISHMENT_TYPE =
      row(
          Fact.choice(
                  "establishment-type",
                  "the establishment type of the school",
                  "Which type of establishment is the school in the register of schools?",
                  names(EstablishmentType.values()),
                  "school.establishmentType")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.establishmentType()),
              (school, value) ->
                  word(EstablishmentType.class, value)
                      .map(to -> edit(school).establishmentType(to).build())));

  /** The country the school is in. */
  public static final Fact COUNTRY =
      row(
          Fact.choice(
                  "country",
                  "the country of the school",
                  "Which country is the school in?",
                  names(Country.values()),
                  "school.country")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.country()),
              (school, value) ->
                  word(Country.class, value).map(to -> edit(school).country(to).build())));

  /** Whether it is a special school; follows from the type. */
  public static final Fact SPECIAL =
      row(
          Fact.yesNo(
                  "special",
                  "the school is a special school",
                  "Is the school a special school?",
                  "school.establishmentType")
              .asFixed(),
          in(School.class, SchoolTypes::isSpecial).following(ESTABLISHMENT_TYPE));

  /** Whether it is a mainstream school; follows from the type. */
  public static final Fact MAINSTREAM =
      row(
          Fact.yesNo(
                  "mainstream",
                  "the school is a mainstream school",
                  "Is the school a mainstream school?",
                  "school.establishmentType")
              .asFixed(),
          in(School.class, SchoolTypes::isMainstream).following(ESTABLISHMENT_TYPE));

  /** Whether it is state-funded; follows from the type, or is answered where the type is silent. */
  public static final Fact STATE_FUNDED =
      row(
          Fact.yesNo(
                  "state-funded",
                  "the school is state-funded",
                  "Is the school state-funded?",
                  "answers.state-funded")
              .asFixed(),
          in(School.class, SchoolTypes::isStateFunded)
              .following(
                  school ->
                      SchoolTypes.isSilentOnFunding(school)
                          ? Optional.empty()
                          : Optional.of(ESTABLISHMENT_TYPE)));

  /** The types of work group the school took part in before the year it applies for. */
  public static final Fact EARLIER_PARTICIPATION =
      row(
          Fact.choices(
                  "earlier-participation",
                  "the list of the school's earlier work groups",
                  "Which work groups has the school taken part in, in which years?",
                  List.of(),
                  "history")
              .asFixed(),
          in(
              Application.class,
              application -> History.types(application, AcademicYear::isBefore),
              (application, value) ->
                  History.with(application, application.offering().year().previous(), value)));

  /** The types of work group the school has taken part in, the year it applies for included. */
  public static final Fact PARTICIPATION =
      row(
          Fact.choices(
                  "participation",
                  "the list of work groups the school has taken part in",
                  "Which work groups has the school taken part in, in which years?",
                  List.of(),
                  "history")
              .asFixed(),
          in(
              Application.class,
              application -> History.types(application, (one, own) -> !own.isBefore(one)),
              (application, value) ->
                  History.with(application, application.offering().year(), value)));

  /** The number of different people the school sends. */
  public static final Fact LEAD_PARTICIPANTS =
      row(
          Fact.number(
              "lead-participants",
              "the number of lead participants",
              "Which teachers would take part?",
              "",
              "leadParticipants"),
          in(Application.class, LeadParticipants::number).growing());

  /** Release time of all lead participants together, meetings included, in days. */
  public static final Fact COMBINED_RELEASE =
      row(
          Fact.number(
              "combined-release",
              "the combined release time",
              "For how many days is each lead participant released?",
              "day",
              "leadParticipants[].releaseDays"),
          in(
                  Application.class,
                  LeadParticipants::combinedRelease,
                  LeadParticipants::withCombinedRelease)
              .growing());

  /** The headteacher's statement. */
  public static final Fact HEADTEACHER_STATEMENT =
      row(
          Fact.text(
              "headteacher-statement",
              "the headteacher's statement",
              "What does the headteacher say in support of the application?",
              "headteacherStatement"),
          FactPlace.ofText(
              Application.class,
              application ->
                  application.headteacherStatement().isPresent()
                      && !Blanks.isBlank(application.headteacherStatement().get()),
              (application, text) -> edit(application).headteacherStatement(text).build()));

  /** Whether the school applies for itself alone. */
  public static final Fact APPLIES_INDIVIDUALLY =
      row(
          Fact.yesNo(
              "applies-individually",
              "the school makes an application of its own",
              "Does the school make an application of its own?",
              "submittedBy"),
          in(
              Application.class,
              application -> SharedValues.yesNo(application.submittedBy() == SubmittedBy.SCHOOL),
              (application, value) ->
                  yesNo(value)
                      .map(yes -> yes ? SubmittedBy.SCHOOL : SubmittedBy.TRUST_FOR_SEVERAL)
                      .map(by -> edit(application).submittedBy(by).build())));

  /** What the hub decided about a place. */
  public static final Fact PLACE =
      row(
          Fact.choice(
                  "place",
                  "the hub's decision about a place",
                  "Has the hub offered the school a place?",
                  names(Place.values()),
                  "place")
              .asFixed(),
          in(
              Application.class,
              application -> SharedValues.word(application.place()),
              (application, value) ->
                  word(Place.class, value).map(to -> edit(application).place(to).build())));

  /** The teacher reference number of a lead participant. */
  public static final Fact TRN =
      row(
          Fact.text(
              "trn",
              "the teacher reference number",
              "What is the person's seven-digit teacher reference number?",
              "leadParticipants[].trn"),
          FactPlace.ofText(
              LeadParticipant.class,
              person -> person.trn().isPresent(),
              (person, text) -> edit(person).trn(Trn.parse(text)).build()));

  /** The roles of a lead participant. */
  public static final Fact ROLES =
      row(
          Fact.choices(
              "roles",
              "the person's list of roles",
              "Which roles does the person hold in the school?",
              names(Role.values()),
              "leadParticipants[].roles"),
          in(LeadParticipant.class, LeadParticipants::roles, LeadParticipants::withRoles));

  /** Whether a lead participant is a teacher; follows from the roles. */
  public static final Fact TEACHER =
      row(
          Fact.yesNo(
              "teacher",
              "the person is a teacher and not only a teaching assistant",
              "Is the person a teacher, not only a teaching assistant?",
              "leadParticipants[].roles"),
          in(LeadParticipant.class, LeadParticipants::isTeacher).following(ROLES));

  /** Years of teaching of a lead participant. */
  public static final Fact YEARS_TEACHING =
      row(
          Fact.number(
              "years-teaching",
              "the person's teaching experience",
              "For how many years has the person taught?",
              "year",
              "leadParticipants[].yearsTeaching"),
          in(
              LeadParticipant.class,
              person -> person.yearsTeaching().map(Value.Quantity::of),
              (person, value) ->
                  amount(value).map(years -> edit(person).yearsTeaching(years).build())));

  /** Release time of one lead participant, in days. */
  public static final Fact RELEASE_DAYS =
      row(
          Fact.number(
              "release-days",
              "the person's release time",
              "For how many days is the person released?",
              "day",
              "leadParticipants[].releaseDays"),
          in(
              LeadParticipant.class,
              person ->
                  person.releaseDays().isPresent()
                      ? SharedValues.days(person.releaseDays().get().halfDays(), false)
                      : Optional.empty(),
              (person, value) ->
                  amount(value)
                      .map(days -> edit(person).releaseDays(ReleaseTime.ofDays(days)).build())));

  /** The number of different schools in a group. */
  public static final Fact SCHOOLS =
      row(
          Fact.number(
              "schools",
              "the number of schools in the group",
              "Which schools are in the group?",
              "",
              "schools"),
          in(
              WorkGroup.class,
              group ->
                  group
                      .schools()
                      .map(all -> all.stream().map(School::urn).distinct().count())
                      .map(Value.Quantity::of)));

  /** The number of different mainstream schools in a group; open while a type is not known. */
  public static final Fact MAINSTREAM_SCHOOLS =
      row(
          Fact.number(
              "mainstream-schools",
              "the number of mainstream schools in the group",
              "Which mainstream schools are in the group?",
              "",
              "schools"),
          in(WorkGroup.class, group -> group.schools().map(SchoolTypes::mainstream))
              .following(SCHOOLS));

  /** The role in which a group is led. */
  public static final Fact LEAD_ROLE =
      row(
          Fact.choice(
              "lead-role",
              "the role of the work group lead",
              "In which role does the lead lead the group?",
              names(LeadRole.values()),
              "lead.role"),
          in(
              WorkGroup.class,
              group -> group.lead().map(lead -> Value.Words.of(lead.role())),
              (group, value) ->
                  word(LeadRole.class, value)
                      .map(
                          role ->
                              edit(group)
                                  .lead(
                                      new GroupLead(role, group.lead().flatMap(GroupLead::school)))
                                  .build())));

  /** The number of sessions planned. */
  public static final Fact SESSIONS =
      row(
          Fact.number(
              "sessions",
              "the number of sessions planned",
              "Which sessions are planned?",
              "",
              "sessions"),
          in(
              WorkGroup.class,
              group -> group.sessions().map(all -> Value.Quantity.of(all.size())),
              (group, value) -> count(value).map(number -> Sessions.with(group, number))));

  /** The number of different schools that host sessions; open while a host is not known. */
  public static final Fact SESSION_HOSTS =
      row(
          Fact.number(
              "session-hosts",
              "the number of schools that host sessions",
              "Which school hosts each session?",
              "",
              "sessions[].host"),
          in(
              WorkGroup.class,
              group ->
                  group
                      .sessions()
                      .map(
                          all ->
                              new Value.Quantity(
                                  BigDecimal.valueOf(
                                      all.stream()
                                          .flatMap(session -> session.host().stream())
                                          .distinct()
                                          .count()),
                                  all.stream().anyMatch(one -> one.host().isEmpty())))));

  /** Whether the first session is at the lead's own school. */
  public static final Fact FIRST_SESSION_AT_LEADS_SCHOOL =
      row(
          Fact.yesNo(
              "first-session-at-leads-school",
              "the first session is in the lead's own school",
              "Which school is the lead's, and which school hosts the first session?",
              "sessions[].host"),
          in(
              WorkGroup.class,
              Sessions::firstAtLeadsSchool,
              (group, value) ->
                  yesNo(value).map(yes -> Sessions.withFirstAtLeadsSchool(group, yes))));

  /** Release time taken in the year, in days. */
  public static final Fact RELEASE_TAKEN =
      row(
          Fact.number(
              "release-taken",
              "the release time taken",
              "How many days of release were taken in the year, by all lead participants together?",
              "day",
              "releaseDays"),
          in(
              Progress.class,
              progress -> progress.releaseDays().map(ReleaseTime::days).map(Value.Quantity::of),
              (progress, value) ->
                  amount(value)
                      .map(days -> edit(progress).releaseDays(ReleaseTime.ofDays(days)).build())));

  /** Workshops attended in the year. */
  public static final Fact WORKSHOPS_ATTENDED =
      row(
          Fact.number(
              "workshops-attended",
              "the number of workshops attended",
              "How many workshops were attended?",
              "",
              "workshopsAttended"),
          in(
              Progress.class,
              progress -> progress.workshopsAttended().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).workshopsAttended(number).build())));

  /** Support visits in the year. */
  public static final Fact VISITS =
      row(
          Fact.number(
              "visits",
              "the number of support visits",
              "How many support visits were made to the school?",
              "",
              "visits"),
          in(
              Progress.class,
              progress -> progress.visits().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).visits(number).build())));

  /** Half-days of support visits in the year. */
  public static final Fact VISIT_HALF_DAYS =
      row(
          Fact.number(
              "visit-half-days",
              "the time of support visits",
              "How many half-days of support visits were made to the school?",
              "half-day",
              "visitHalfDays"),
          in(
              Progress.class,
              progress -> progress.visitHalfDays().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).visitHalfDays(number).build())));

  /** Whether most teachers use mastery approaches; worked out where both numbers are given. */
  public static final Fact MOST_TEACHERS_USING_MASTERY =
      row(
          answer(
              Teachers.MOST_USING_MASTERY,
              "most teachers have started to use teaching for mastery",
              "Have more than half of the teachers started to use teaching for mastery approaches?"),
          in(Application.class, application -> Teachers.mostUseMastery(application.answers()))
              .following(
                  application ->
                      Teachers.mostUseMastery(application.answers())
                          .map(counted -> Facts.TEACHERS_USING_MASTERY)));

  /** The number of teachers who teach maths at the school. */
  public static final Fact TEACHERS =
      row(
          Fact.number(
              Teachers.ALL,
              "the number of teachers",
              "How many teachers teach maths at the school?",
              "",
              "answers.teachers"));

  /** How many of these teachers have started to use mastery approaches. */
  public static final Fact TEACHERS_USING_MASTERY =
      row(
          Fact.number(
              Teachers.USING_MASTERY,
              "the number of teachers using mastery approaches",
              "How many of them have started to use teaching for mastery approaches?",
              "",
              "answers.teachers-using-mastery"),
          in(
              Application.class,
              application -> Optional.empty(),
              (application, value) ->
                  Optional.of(
                      edit(application)
                          .answers(
                              application
                                  .answers()
                                  .without(Teachers.MOST_USING_MASTERY)
                                  .with(Facts.TEACHERS_USING_MASTERY, value, () -> ""))
                          .build())));

  static {
    row(
        answer(
            "committed-to-mastery",
            "the school is committed to teaching for mastery",
            "Is the school committed to using teaching for mastery approaches?"));
    row(
        answer(
            "capacity-for-development",
            "the school has capacity for significant development work in the year",
            "Does the school have the capacity for significant development work this year?"));
    row(
        answer(
            "school-leadership-commitment",
            "the school's leadership is strongly committed to sustaining mastery",
            "Is the school's leadership strongly committed to sustaining mastery?"));
    row(
        answer(
            "subject-leadership-commitment",
            "the subject leadership is strongly committed to sustaining mastery",
            "Is the subject leadership strongly committed to sustaining mastery?"));
    row(
        answer(
                "mastery-specialist-school",
                "the school is a Mastery Specialist's school",
                "Is a Mastery Specialist on the staff of the school?")
            .asFixed());
    row(
        answer(
            "full-year-commitment",
            "the school commits to the full academic year",
            "Does the school commit to the full academic year's programme?"));
    row(
        answer(
                "mastering-number-2021-22",
                "the school took part in Mastering Number in 2021/22",
                "Did the school take part in Mastering Number in 2021/22?")
            .asFixed());
    row(
        answer(
            "mastery-begun",
            "the school has begun to commit to teaching for mastery",
            "Has the school begun to commit to developing teaching for mastery?"));
    row(
        Fact.number(
            "classes-with-mastery-embedded",
            "the number of classes or year groups with mastery embedded",
            "In how many classes or year groups is teaching for mastery embedded?",
            "",
            "answers.classes-with-mastery-embedded"));
    row(
        answer(
            "significant-commitment",
            "mastery has a significant place in the school's curriculum planning",
            "Has the school made a significant commitment to mastery in curriculum planning?"));
    row(
        answer(
            "textbook-match-funding",
            "the school has taken up textbook match funding",
            "Has the school taken up textbook match funding?"));
    row(
        answer(
            "dfe-textbook-confirmation",
            "the Department for Education has confirmed the help with textbooks",
            "Has the Department for Education confirmed the help with textbooks?"));
    row(
        answer(
            "expression-of-interest",
            "an expression of interest has been sent",
            "Has the school sent the hub an expression of interest?"));
    row(
        answer(
            "work-group-plan",
            "the group has shown its plan",
            "Has the group shown how it has developed its plan?"));
    row(
        answer(
            "action-plan",
            "the school has an action plan",
            "Has the school developed its action plan?"));
    row(
        answer(
            "reports",
            "the reports the hub asked for were provided",
            "Has the school provided the reports that the hub asked for?"));
    row(
        answer(
            "evaluation",
            "the school took part in the evaluation",
            "Has the school taken part in the evaluation that was asked for?"));
  }

  private static final ImmutableMap<String, Fact> ALL = facts(fact -> true);
  private static final ImmutableMap<String, Fact> ANSWERS = facts(Fact::isAnswer);
  private static final ImmutableMap<AcademicYear, Fact> PARTICIPATION_IN = participations();
  private static final ImmutableList<FactBinding> TABLE = ImmutableList.copyOf(ROWS);
  private static final ImmutableSet<String> IDS =
      TABLE.stream().map(row -> row.fact().id()).collect(ImmutableSet.toImmutableSet());

  private Facts() {}

  private static Fact row(Fact fact, FactPlace<?>... places) {
    ROWS.add(new FactBinding(fact, ImmutableList.copyOf(places)));
    return fact;
  }

  private static ImmutableMap<String, Fact> facts(Predicate<Fact> which) {
    return Maps.uniqueIndex(ROWS.stream().map(FactBinding::fact).filter(which).toList(), Fact::id);
  }

  private static ImmutableMap<AcademicYear, Fact> participations() {
    return AcademicYear.all()
        .collect(ImmutableMap.toImmutableMap(year -> year, Facts::participation));
  }

  private static Fact participation(AcademicYear year) {
    return row(
        Fact.choices(
                "participation-in-" + year.inFileName(),
                "the list of the school's work groups of " + year,
                "Which work groups did the school take part in, in " + year + "?",
                List.of(),
                "history")
            .asFixed(),
        in(
            Application.class,
            application -> History.types(application, (one, own) -> one.equals(year)),
            (application, value) -> History.with(application, year, value)));
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Fact answer(String id, String clause, String question) {
    return Fact.yesNo(id, clause, question, "answers." + id);
  }

  private static School.Builder edit(School school) {
    return School.builder().from(school);
  }

  private static Application.Builder edit(Application application) {
    return Application.builder().from(application);
  }

  private static LeadParticipant.Builder edit(LeadParticipant person) {
    return LeadParticipant.builder().from(person);
  }

  private static WorkGroup.Builder edit(WorkGroup group) {
    return WorkGroup.builder().from(group);
  }

  private static Progress.Builder edit(Progress progress) {
    return Progress.builder().from(progress);
  }

  private static Optional<Boolean> yesNo(Value value) {
    return value instanceof Value.YesNo answer ? Optional.of(answer.yes()) : Optional.empty();
  }

  private static Optional<BigDecimal> amount(Value value) {
    return value instanceof Value.Quantity number ? Optional.of(number.amount()) : Optional.empty();
  }

  private static Optional<Integer> count(Value value) {
    return amount(value).map(BigDecimal::intValueExact);
  }

  private static <E extends Enum<E>> Optional<E> word(Class<E> type, Value value) {
    return value instanceof Value.Words words && words.words().size() == 1
        ? Optional.of(Enum.valueOf(type, words.words().iterator().next()))
        : Optional.empty();
  }

  /**
   * How many members a list has.
   *
   * @hidden
   */
  @Internal
  public static Fact counting(Members members) {
    return switch (members) {
      case LEAD_PARTICIPANTS -> LEAD_PARTICIPANTS;
      case SCHOOLS -> SCHOOLS;
    };
  }

  /** Every fact of this library with its places. */
  static ImmutableList<FactBinding> table() {
    return TABLE;
  }

  /** Every fact of this library, by id; {@link #participationIn} gives more. */
  public static ImmutableMap<String, Fact> all() {
    return ALL;
  }

  /** The facts of this library that are found among the answers, by id. */
  public static ImmutableMap<String, Fact> answers() {
    return ANSWERS;
  }

  /**
   * Whether a fact of this library has the id, those of {@link #participationIn} included: no
   * policy can have one of its own with it.
   *
   * @hidden
   */
  @Internal
  public static boolean isOfLibrary(String id) {
    return IDS.contains(id);
  }

  /** The types of work group the school took part in, in one year. */
  public static Fact participationIn(AcademicYear year) {
    requireNonNull(year, "year");
    return Optional.ofNullable(PARTICIPATION_IN.get(year)).orElseThrow();
  }
}

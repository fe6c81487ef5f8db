package org.tfm.model.document;

import static java.util.Objects.requireNonNull;
import static org.tfm.model.document.FactPlace.in;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Value;
import org.tfm.model.json.LibraryVersions;
import org.tfm.model.problem.Blanks;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Hub;
import org.tfm.model.programme.HubArea;
import org.tfm.model.programme.Hubs;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.OfstedGrade;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.style.Internal;

/**
 * The facts that every policy can ask about, one row for each, with its places in documents.
 *
 * <p>Packs can declare further facts (yes/no, number, choice or text), which are read from the
 * answers.
 */
public final class Facts {

  static {
    LibraryVersions.check();
  }

  private static final String IN_AREA_OF = "in-area-of-";
  private static final String SCHOOL_HUBS = "school.hubs";

  // Filled during class initialisation, in source order, and only read afterwards.
  private static final List<FactBinding> ROWS = new ArrayList<>();

  private static final ImmutableMap<String, String> ROLE_NAMES =
      ImmutableMap.<String, String>builder()
          .put("MATHS_LEAD", "the maths lead")
          .put("SUBJECT_LEADER", "a subject leader")
          .put("MIDDLE_LEADER", "a middle leader")
          .put("SENIOR_LEADER", "a senior leader")
          .put("INTERVENTION_LEAD", "an intervention lead")
          .put("CLASS_TEACHER", "a class teacher")
          .put("TEACHING_ASSISTANT", "a teaching assistant")
          .put("SENCO", "the SENCO")
          .put("HEADTEACHER", "the headteacher")
          .put("DEPUTY_HEADTEACHER", "a deputy headteacher")
          .put("PHASE_LEADER", "a phase leader")
          .put("KEY_STAGE_LEAD", "a key stage lead")
          .put("YEAR_GROUP_LEAD", "a year group lead")
          .put("SECOND_IN_DEPARTMENT", "the second in the department")
          .put("MASTERY_LEAD", "the mastery lead")
          .put("TEACHER_TRAINER", "a tutor in teacher training")
          .put("SYSTEM_LEADER", "a leader working with several schools")
          .put("SPECIALIST_LEADER", "a specialist leader of education")
          .put("CONSULTANT", "a consultant")
          .put("WORK_GROUP_LEAD", "a lead of Work Groups")
          .buildOrThrow();

  private static final ImmutableMap<String, String> YEAR_GROUP_NAMES =
      ImmutableMap.<String, String>builder()
          .put("NURSERY_CLASS", "a nursery class")
          .put("RECEPTION", "Reception")
          .putAll(
              IntStream.rangeClosed(1, 13)
                  .boxed()
                  .collect(
                      ImmutableMap.toImmutableMap(year -> "YEAR_" + year, year -> "Year " + year)))
          .buildOrThrow();

  private static final ImmutableMap<String, String> CAREER_STAGE_NAMES =
      ImmutableMap.of(
          "EARLY_CAREER_YEAR_1", "a first-year early career teacher",
          "EARLY_CAREER_YEAR_2", "a second-year early career teacher",
          "EARLY_CAREER_YEAR_3", "a third-year early career teacher",
          "LATER_CAREER", "past the early career years");

  private static final ImmutableMap<String, String> APPLICANT_NAMES =
      ImmutableMap.of(
          "SCHOOL", "a school",
          "TRUST_FOR_SEVERAL", "a trust for several schools",
          "TRUST", "a trust",
          "TRAINING_PROVIDER", "a training provider",
          "GROUP_OF_SCHOOLS", "a group of schools",
          "SINGLE_TEACHER", "a teacher");

  private static final ImmutableMap<String, String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .collect(
              ImmutableMap.toImmutableMap(
                  month -> month.toLowerCase(Locale.ENGLISH), month -> month));

  private static final ImmutableMap<String, String> LEAD_NAMES =
      ImmutableMap.of(
          "MASTERY_SPECIALIST", "a Mastery Specialist",
          "READINESS_LEAD", "a Mastery Readiness Lead",
          "LOCAL_LEADER", "a Local Leader of Maths Education",
          "COHORT_LEAD", "a Cohort Lead");

  private static final ImmutableMap<String, String> QUALIFICATION_NAMES =
      ImmutableMap.of(
          "QUALIFIED_TEACHER_STATUS", "qualified teacher status",
          "MATHS_TEACHER_TRAINING", "initial teacher training in maths",
          "MATHS_DEGREE", "a degree in maths",
          "MATHS_A_LEVEL", "an A level in maths",
          "ACCREDITED_SPECIALIST", "accreditation as a Mastery Specialist",
          "ACCREDITED_DEVELOPMENT_LEAD", "accreditation as a Professional Development Lead",
          "TRAINING_IN_MATHS", "training in maths");

  private static final ImmutableMap<String, String> SUBJECT_NAMES =
      ImmutableMap.<String, String>builder()
          .put("MATHS", "maths")
          .put("ENGLISH", "English")
          .put("SCIENCE", "science")
          .put("COMPUTING", "computing")
          .put("DESIGN_AND_TECHNOLOGY", "design and technology")
          .put("GEOGRAPHY", "geography")
          .put("HISTORY", "history")
          .put("LANGUAGES", "languages")
          .put("ART_AND_DESIGN", "art and design")
          .put("MUSIC", "music")
          .put("PHYSICAL_EDUCATION", "physical education")
          .put("RELIGIOUS_EDUCATION", "religious education")
          .put("BUSINESS_AND_ECONOMICS", "business and economics")
          .put("PSYCHOLOGY", "psychology")
          .put("OTHER_SUBJECT", "another subject")
          .buildOrThrow();

  private static final ImmutableMap<String, String> TASK_NAMES =
      ImmutableMap.<String, String>builder()
          .put("ACTION_PLAN", "an action plan")
          .put("GAP_TASKS", "the tasks between sessions")
          .put("LESSON_STUDY", "the lesson study")
          .put("LESSON_OBSERVATIONS", "the lesson observations")
          .put("CLASSROOM_TRIALS", "the trials in the classroom")
          .put("VISITS_TO_SCHOOLS", "the visits to other schools")
          .put("READING", "the reading")
          .put("PRESENTATION", "a presentation")
          .put("ONLINE_MODULES", "the online modules")
          .put("ONLINE_CONTRIBUTIONS", "the contributions to the online community")
          .put("REFLECTIVE_LOG", "a reflective log")
          .put("CASE_STUDY", "a case study")
          .put("PORTFOLIO", "a portfolio of evidence")
          .put("WORK_WITH_COLLEAGUES", "the work with colleagues")
          .put("PUPIL_ASSESSMENTS", "the assessments of pupils")
          .put("SURVEYS", "the surveys")
          .put("REPORTS", "the reports that the hub asks for")
          .put("EVALUATION", "the evaluation")
          .put("COLLABORATIVE_PLANNING", "the planning with others")
          .put("PUPIL_INTERVIEWS", "the interviews of pupils")
          .put("WORK_SCRUTINY", "the scrutiny of pupils' work")
          .put("EVIDENCE_OF_IMPACT", "the evidence of the impact on pupils")
          .put("HOSTED_VISITS", "the visits of others to the school")
          .buildOrThrow();

  private static final ImmutableMap<String, String> EVENT_NAMES =
      ImmutableMap.<String, String>builder()
          .put("LAUNCH", "the launch")
          .put("INITIAL_TRAINING", "the initial training")
          .put("FIRST_WORKSHOP", "the first workshop")
          .put("LAST_WORKSHOP", "the last workshop")
          .put("LEADERSHIP_SESSION", "a session for senior leaders")
          .put("NETWORKING_EVENT", "a networking event")
          .put("SPECIALIST_MEETING", "a meeting with the lead of the group")
          .put("SUPPORT_VISITS", "the support visits")
          .buildOrThrow();

  /** The phase of education of the school. */
  public static final Fact PHASE =
      row(
          Fact.choice(
                  "phase",
                  "the phase of the school",
                  "Which phase of education is the school?",
                  names(Phase.values()),
                  "school.phase")
              .said("the school", "is", "")
              .named(SchoolNames.PHASES)
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.kind().phase()),
              (school, value) ->
                  word(Phase.class, value).map(to -> edit(school).phase(to).build())));

  /** The establishment type of the school. */
  public static final Fact ESTABLISHMENT_TYPE =
      row(
          Fact.choice(
                  "establishment-type",
                  "the establishment type of the school",
                  "Which type of establishment is the school in the register of schools?",
                  names(EstablishmentType.values()),
                  "school.establishmentType")
              .said("the school", "is", "")
              .named(SchoolNames.TYPES)
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.kind().establishmentType()),
              (school, value) ->
                  word(EstablishmentType.class, value)
                      .map(to -> edit(school).establishmentType(to).build())));

  /** The country of the school. */
  public static final Fact COUNTRY =
      row(
          Fact.choice(
                  "country",
                  "the country of the school",
                  "Which country is the school in?",
                  names(Country.values()),
                  "school.country")
              .said("the school", "is", "in {}")
              .named(SchoolNames.COUNTRIES)
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.kind().country()),
              (school, value) ->
                  word(Country.class, value).map(to -> edit(school).country(to).build())));

  /** Whether the school is a special school; derived from the type. */
  public static final Fact SPECIAL =
      row(
          Fact.yesNo(
                  "special",
                  "the school is a special school",
                  "Is the school a special school?",
                  "school.establishmentType")
              .said("the school", "is", "a special school")
              .asFixed(),
          in(School.class, SchoolTypes::isSpecial).following(ESTABLISHMENT_TYPE));

  /** Whether the school is a mainstream school; derived from the type. */
  public static final Fact MAINSTREAM =
      row(
          Fact.yesNo(
                  "mainstream",
                  "the school is a mainstream school",
                  "Is the school a mainstream school?",
                  "school.establishmentType")
              .said("the school", "is", "a mainstream school")
              .asFixed(),
          in(School.class, SchoolTypes::isMainstream).following(ESTABLISHMENT_TYPE));

  /**
   * Whether the school is state-funded; derived from the type, or answered if it is not determined.
   */
  public static final Fact STATE_FUNDED =
      row(
          Fact.yesNo(
                  "state-funded",
                  "the school is state-funded",
                  "Is the school state-funded?",
                  "answers.state-funded")
              .said("the school", "is", "state-funded")
              .asFixed(),
          in(School.class, SchoolTypes::isStateFunded)
              .following(
                  school ->
                      SchoolTypes.isSilentOnFunding(school)
                          ? Optional.empty()
                          : Optional.of(ESTABLISHMENT_TYPE)));

  /** The name of the local authority of the school. */
  public static final Fact LOCAL_AUTHORITY =
      row(
          Fact.choice(
                  "local-authority",
                  "the local authority of the school",
                  "Which local authority is the school in?",
                  List.of(),
                  "school.localAuthority")
              .said("the school", "is", "in {}")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.name(school.localAuthority()),
              (school, value) -> name(value).map(to -> edit(school).localAuthority(to).build())));

  /** The name of the administrative district of the school. */
  public static final Fact DISTRICT =
      row(
          Fact.choice(
                  "district",
                  "the district of the school",
                  "Which district is the school in?",
                  List.of(),
                  "school.district")
              .said("the school", "is", "in the district of {}")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.name(school.district()),
              (school, value) -> name(value).map(to -> edit(school).district(to).build())));

  /** The name of the region of the school. */
  public static final Fact REGION =
      row(
          Fact.choice(
                  "region",
                  "the region of the school",
                  "Which region is the school in?",
                  List.of(),
                  "school.region")
              .said("the school", "is", "in the {} region")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.name(school.region()),
              (school, value) -> name(value).map(to -> edit(school).region(to).build())));

  /** The name of the trust that the school is part of. */
  public static final Fact TRUST =
      row(
          Fact.choice(
                  "trust",
                  "the trust of the school",
                  "Which trust is the school part of?",
                  List.of(),
                  "school.trust")
              .said("the school", "is", "part of {}")
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.name(school.trust()),
              (school, value) -> name(value).map(to -> edit(school).trust(to).build())));

  /** The reference number of the school. */
  public static final Fact URN =
      row(
          Fact.choice(
                  "urn",
                  "the reference number (URN) of the school",
                  "What is the school's unique reference number (URN)?",
                  List.of(),
                  "school.urn")
              .said("the school", "is", "the one with the URN {}")
              .asFixed(),
          in(
              School.class,
              school ->
                  Optional.of(new Value.Words(ImmutableSet.of(Integer.toString(school.urn()))))));

  /** The hubs whose area contains the school, as the document says. */
  public static final Fact SERVING_HUBS =
      row(
          Fact.choices(
                  "serving-hubs",
                  "the Maths Hubs whose area contains the school",
                  "Which Maths Hub is the school in the area of?",
                  List.of(),
                  SCHOOL_HUBS)
              .said("the school", "is", "in the area of {}")
              .named(Maps.transformValues(Hubs.known(), hub -> "the " + hub.hub().name()))
              .asFixed(),
          in(
              School.class,
              school -> school.hubs().map(ids -> new Value.Words(ImmutableSet.copyOf(ids))),
              (school, value) ->
                  value instanceof Value.Words words
                      ? Optional.of(edit(school).hubs(words.words().asList()).build())
                      : Optional.empty()));

  /** Whether the school is in the area of the hub of the offering, before the hub is known. */
  public static final Fact IN_HUB_AREA = inArea(HubArea.unknown(Hubs.NATIONAL), "the hub");

  /** The lowest age of pupils, in years. */
  public static final Fact LOWEST_AGE =
      row(
          Fact.number(
                  "lowest-age",
                  "the lowest age of the school's pupils",
                  "How old are the school's youngest pupils?",
                  "year",
                  "school.lowestAge")
              .said("the school's youngest pupils", "are", "{} old")
              .asFixed(),
          in(
              School.class,
              school -> school.lowestAge().flatMap(SharedValues::number),
              (school, value) -> count(value).map(to -> edit(school).lowestAge(to).build())));

  /** The highest age of pupils, in years. */
  public static final Fact HIGHEST_AGE =
      row(
          Fact.number(
                  "highest-age",
                  "the highest age of the school's pupils",
                  "How old are the school's oldest pupils?",
                  "year",
                  "school.highestAge")
              .said("the school's oldest pupils", "are", "{} old")
              .asFixed(),
          in(
              School.class,
              school -> school.highestAge().flatMap(SharedValues::number),
              (school, value) -> count(value).map(to -> edit(school).highestAge(to).build())));

  /** The year groups of the school; derived from the ages of its pupils. */
  public static final Fact SCHOOL_YEARS =
      row(
          Fact.choices(
                  "school-years",
                  "the year groups of the school",
                  "Which year groups does the school have?",
                  names(YearGroup.values()),
                  "school.lowestAge")
              .said("the school", "has", "")
              .named(YEAR_GROUP_NAMES)
              .asFixed(),
          in(School.class, SchoolYears::of)
              .following(
                  school ->
                      Optional.of(
                          school.lowestAge().isPresent() && school.highestAge().isEmpty()
                              ? Facts.HIGHEST_AGE
                              : Facts.LOWEST_AGE)));

  /** Whether the school has nursery provision. */
  public static final Fact NURSERY_PROVISION =
      row(
          Fact.yesNo(
                  "nursery-provision",
                  "the school has nursery provision",
                  "Does the school have nursery provision?",
                  "school.nurseryProvision")
              .said("the school", "has", "nursery provision")
              .asFixed(),
          in(
              School.class,
              school -> school.nurseryProvision().flatMap(SharedValues::yesNo),
              (school, value) ->
                  yesNo(value).map(yes -> edit(school).nurseryProvision(yes).build())));

  /** The percentage of pupils who are eligible for free school meals. */
  public static final Fact FREE_MEAL_SHARE =
      row(
          Fact.number(
                  "free-meal-share",
                  "the percentage of pupils eligible for free school meals",
                  "What percentage of pupils is eligible for free school meals?",
                  "per cent",
                  "school.freeMealShare")
              .said("the school", "has", "{} of pupils eligible for free school meals")
              .asFixed(),
          in(
              School.class,
              school -> school.freeMealShare().flatMap(SharedValues::number),
              (school, value) ->
                  amount(value).map(share -> edit(school).freeMealShare(share).build())));

  /** The number of pupils of the school. */
  public static final Fact PUPILS =
      row(
          Fact.number(
                  "pupils",
                  "the number of pupils",
                  "How many pupils does the school have?",
                  "pupil",
                  "school.pupils")
              .said("the school", "has", "")
              .asFixed(),
          in(
              School.class,
              school -> school.pupils().flatMap(SharedValues::number),
              (school, value) -> count(value).map(to -> edit(school).pupils(to).build())));

  /** The overall grade of the latest Ofsted inspection that gave one. */
  public static final Fact OFSTED_GRADE =
      row(
          Fact.choice(
                  "ofsted-grade",
                  "the school's latest Ofsted grade",
                  "What is the school's latest overall Ofsted grade?",
                  names(OfstedGrade.values()),
                  "school.ofsted")
              .said("the school", "is graded", "{} by Ofsted")
              .named(SchoolNames.OFSTED_GRADES)
              .asFixed(),
          in(
              School.class,
              school -> SharedValues.word(school.ofsted()),
              (school, value) ->
                  word(OfstedGrade.class, value).map(to -> edit(school).ofsted(to).build())));

  /** The types of work group that the school took part in before the year applied for. */
  public static final Fact EARLIER_PARTICIPATION =
      row(
          Fact.choices(
                  "earlier-participation",
                  "the school's earlier work groups",
                  "Which work groups has the school taken part in, in which years?",
                  List.of(),
                  "history")
              .said("the school", "has taken part", "in {} before")
              .asFixed(),
          in(
              Application.class,
              application -> History.types(application, AcademicYear::isBefore),
              (application, value) ->
                  History.with(application, application.offering().year().previous(), value)));

  /** The types of work group that the school completed before the year applied for. */
  public static final Fact COMPLETED_PARTICIPATION =
      row(
          Fact.choices(
                  "completed-participation",
                  "the work groups that the school has completed",
                  "Which work groups has the school taken part in, in which years, and which has it completed?",
                  List.of(),
                  "history")
              .said("the school", "has completed", "{} before")
              .asFixed(),
          in(Application.class, History::completed, History::withCompleted));

  /** The types of work group that the school took part in up to the year applied for. */
  public static final Fact PARTICIPATION =
      row(
          Fact.choices(
                  "participation",
                  "the work groups that the school has taken part in",
                  "Which work groups has the school taken part in, in which years?",
                  List.of(),
                  "history")
              .said("the school", "has taken part", "in {}")
              .asFixed(),
          in(
              Application.class,
              application -> History.types(application, (one, own) -> !own.isBefore(one)),
              (application, value) ->
                  History.with(application, application.offering().year(), value)));

  /** The other types of work group that the school takes part in, in the year applied for. */
  public static final Fact PARTICIPATION_THIS_YEAR =
      row(
          Fact.choices(
                  "participation-in-the-same-year",
                  "the school's other work groups in the same year",
                  "Which other work groups does the school take part in, in the same year?",
                  List.of(),
                  "history")
              .said("the school", "takes part", "in {} in the same year"),
          in(
              Application.class,
              History::othersOfSameYear,
              (application, value) ->
                  History.with(application, application.offering().year(), value)));

  /** The number of different lead participants. */
  public static final Fact LEAD_PARTICIPANTS =
      row(
          Fact.number(
                  "lead-participants",
                  "the number of lead participants",
                  "Which teachers would take part?",
                  "lead participant",
                  "leadParticipants")
              .said("the application", "names", ""),
          in(Application.class, LeadParticipants::number).growing());

  /** The release time of all lead participants together, including meetings, in days. */
  public static final Fact COMBINED_RELEASE =
      row(
          Fact.number(
                  "combined-release",
                  "the release time of all lead participants together",
                  "How many days is each lead participant released for? (halves allowed)",
                  "day",
                  "leadParticipants[].releaseDays")
              .said("the lead participants", "are released", "for {} between them"),
          in(
                  Application.class,
                  LeadParticipants::combinedRelease,
                  LeadParticipants::withCombinedRelease)
              .growing());

  /** The day of submission, and the time if it is known. */
  public static final Fact SUBMITTED =
      row(
          Fact.day(
                  "submitted",
                  "the day of submission",
                  "When is the application submitted?",
                  "submittedOn")
              .said("the application", "is", "submitted {}")
              .asFixed(),
          in(Application.class, Submission::read, Submission::write));

  /** The day on which the school sent an expression of interest. */
  public static final Fact EXPRESSION_OF_INTEREST =
      row(
          Fact.day(
                  "day-of-interest",
                  "the day of the expression of interest",
                  "When did the school send an expression of interest?",
                  "expressionOfInterestOn")
              .said("the school", "has sent", "an expression of interest {}")
              .asFixed(),
          in(
              Application.class,
              application ->
                  Interest.day(application.expressionOfInterestOn(), application.answers()),
              (application, value) ->
                  value instanceof Value.Day day
                      ? Optional.of(
                          edit(application).expressionOfInterestOn(day.moment().day()).build())
                      : Optional.empty()));

  /** The headteacher's statement. */
  public static final Fact HEADTEACHER_STATEMENT =
      row(
          Fact.text(
                  "headteacher-statement",
                  "a statement by the headteacher",
                  "What does the headteacher say in support of the application?",
                  "headteacherStatement")
              .said("the application", "includes", "a statement by the headteacher"),
          FactPlace.ofText(
              Application.class,
              application ->
                  application.headteacherStatement().isPresent()
                      && !Blanks.isBlank(application.headteacherStatement().get()),
              (application, text) -> edit(application).headteacherStatement(text).build()));

  /** Whether the school applies individually. */
  public static final Fact APPLIES_INDIVIDUALLY =
      row(
          Fact.yesNo(
                  "applies-individually",
                  "the school makes its own application",
                  "Does the school make its own application?",
                  "submittedBy")
              .said("the school", "makes", "its own application"),
          in(
              Application.class,
              application -> SharedValues.yesNo(application.submittedBy() == SubmittedBy.SCHOOL),
              (application, value) ->
                  yesNo(value)
                      .map(yes -> yes ? SubmittedBy.SCHOOL : SubmittedBy.TRUST_FOR_SEVERAL)
                      .map(by -> edit(application).submittedBy(by).build())));

  /** The applicant. */
  public static final Fact APPLICANT =
      row(
          Fact.choice(
                  "applicant",
                  "the applicant",
                  "Who makes the application?",
                  names(SubmittedBy.values()),
                  "submittedBy")
              .said("the applicant", "is", "")
              .named(APPLICANT_NAMES),
          in(
              Application.class,
              application -> SharedValues.word(Optional.of(application.submittedBy())),
              (application, value) ->
                  word(SubmittedBy.class, value)
                      .map(by -> edit(application).submittedBy(by).build())));

  /** The intake within the year. */
  public static final Fact INTAKE =
      row(
          Fact.choice(
                  "intake",
                  "the intake",
                  "Which intake of the year is it for?",
                  List.of(),
                  "offering.intake")
              .said("the application", "is", "for the {} intake")
              .named(MONTHS),
          in(
              Application.class,
              application -> intake(application.offering()),
              (application, value) ->
                  intake(application.offering(), value)
                      .map(offering -> edit(application).offering(offering).build())),
          in(
              WorkGroup.class,
              group -> intake(group.offering()),
              (group, value) ->
                  intake(group.offering(), value)
                      .map(offering -> edit(group).offering(offering).build())),
          in(
              Progress.class,
              progress -> intake(progress.offering()),
              (progress, value) ->
                  intake(progress.offering(), value)
                      .map(offering -> edit(progress).offering(offering).build())));

  /** The hub's decision about a place. */
  public static final Fact PLACE =
      row(
          Fact.choice(
                  "place",
                  "the hub's decision about a place",
                  "Has the hub offered the school a place?",
                  names(Place.values()),
                  "place")
              .said("the hub", "has offered", "")
              .named(ImmutableMap.of("ACCEPTED", "a place", "NOT_OFFERED", "no place"))
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
                  "a teacher reference number (TRN)",
                  "What is the person's teacher reference number? (7 digits)",
                  "leadParticipants[].trn")
              .said("the person", "has", "a teacher reference number (TRN)"),
          FactPlace.ofText(
              LeadParticipant.class,
              person -> person.trn().isPresent(),
              (person, text) -> edit(person).trn(Trn.parse(text)).build()));

  /** The roles of a lead participant. */
  public static final Fact ROLES =
      row(
          Fact.choices(
                  "roles",
                  "the roles",
                  "Which roles does the person hold in the school?",
                  names(Role.values()),
                  "leadParticipants[].roles")
              .said("the person", "is", "")
              .named(ROLE_NAMES),
          in(
              LeadParticipant.class,
              LeadParticipants::roles,
              (person, value) ->
                  words(Role.class, value).map(roles -> edit(person).roles(roles).build())));

  /** Whether a lead participant is a teacher; derived from the roles. */
  public static final Fact TEACHER =
      row(
          Fact.yesNo(
                  "teacher",
                  "the person is a teacher",
                  "Is the person a teacher, not only a teaching assistant?",
                  "leadParticipants[].roles")
              .said("the person", "is", "a teacher"),
          in(LeadParticipant.class, LeadParticipants::isTeacher).following(ROLES));

  /** The years of teaching of a lead participant. */
  public static final Fact YEARS_TEACHING =
      row(
          Fact.number(
                  "years-teaching",
                  "the teaching experience",
                  "For how many years has the person taught?",
                  "year",
                  "leadParticipants[].yearsTeaching")
              .said("the person", "has taught", "for {}"),
          in(
              LeadParticipant.class,
              person -> person.yearsTeaching().map(Value.Quantity::of),
              (person, value) ->
                  amount(value).map(years -> edit(person).yearsTeaching(years).build())));

  /** The release time of a lead participant, in days. */
  public static final Fact RELEASE_DAYS =
      row(
          Fact.number(
                  "release-days",
                  "the release time",
                  "How many days is the person released for? (halves allowed)",
                  "day",
                  "leadParticipants[].releaseDays")
              .said("the person", "is released", "for {}"),
          in(
              LeadParticipant.class,
              person ->
                  person.releaseDays().isPresent()
                      ? SharedValues.days(person.releaseDays().get().halfDays(), false)
                      : Optional.empty(),
              (person, value) ->
                  amount(value)
                      .map(days -> edit(person).releaseDays(ReleaseTime.ofDays(days)).build())));

  /** The release time of a lead participant in addition to the meetings, in days. */
  public static final Fact RELEASE_OUTSIDE_MEETINGS =
      row(
          Fact.number(
                  "release-outside-meetings",
                  "the release time in addition to the meetings",
                  "For how many days is the person released in addition to the meetings? (halves"
                      + " allowed)",
                  "day",
                  "leadParticipants[].releaseOutsideMeetings")
              .said("the person", "is released", "for {} in addition to the meetings"),
          in(
              LeadParticipant.class,
              person ->
                  person.releaseOutsideMeetings().map(ReleaseTime::days).map(Value.Quantity::of),
              (person, value) ->
                  amount(value)
                      .map(
                          days ->
                              edit(person)
                                  .releaseOutsideMeetings(ReleaseTime.ofDays(days))
                                  .build())));

  /** The year groups that a lead participant teaches. */
  public static final Fact YEAR_GROUPS =
      row(
          Fact.choices(
                  "year-groups",
                  "the year groups",
                  "Which year groups does the person teach?",
                  names(YearGroup.values()),
                  "leadParticipants[].yearGroups")
              .said("the person", "teaches", "")
              .named(YEAR_GROUP_NAMES),
          in(
              LeadParticipant.class,
              person -> words(person.yearGroups()),
              (person, value) ->
                  words(YearGroup.class, value)
                      .map(groups -> edit(person).yearGroups(groups).build())));

  /** The year groups that a lead participant has taught so far. */
  public static final Fact YEAR_GROUPS_TAUGHT =
      row(
          Fact.choices(
                  "year-groups-taught",
                  "the year groups taught so far",
                  "Which year groups has the person taught so far?",
                  names(YearGroup.values()),
                  "leadParticipants[].yearGroupsTaught")
              .said("the person", "has taught", "")
              .named(YEAR_GROUP_NAMES),
          in(
              LeadParticipant.class,
              person -> words(person.yearGroupsTaught()),
              (person, value) ->
                  words(YearGroup.class, value)
                      .map(groups -> edit(person).yearGroupsTaught(groups).build())));

  /** The subjects that a lead participant teaches. */
  public static final Fact SUBJECTS =
      row(
          Fact.choices(
                  "subjects",
                  "the subjects",
                  "Which subjects does the person teach?",
                  names(TaughtSubject.values()),
                  "leadParticipants[].subjects")
              .said("the person", "teaches", "")
              .named(SUBJECT_NAMES),
          in(
              LeadParticipant.class,
              person -> words(person.subjects()),
              (person, value) ->
                  words(TaughtSubject.class, value)
                      .map(subjects -> edit(person).subjects(subjects).build())));

  /** The stage of the career of a lead participant. */
  public static final Fact CAREER_STAGE =
      row(
          Fact.choice(
                  "career-stage",
                  "the stage of the career",
                  "In which early career year is the person, if any?",
                  names(CareerStage.values()),
                  "leadParticipants[].careerStage")
              .said("the person", "is", "")
              .named(CAREER_STAGE_NAMES),
          in(
              LeadParticipant.class,
              person -> person.careerStage().map(Value.Words::of),
              (person, value) ->
                  word(CareerStage.class, value).map(to -> edit(person).careerStage(to).build())));

  /** Whether a lead participant has trained as a specialist maths teacher. */
  public static final Fact MATHS_SPECIALIST =
      row(
          Fact.yesNo(
                  "maths-specialist",
                  "the person has trained as a specialist maths teacher",
                  "Has the person trained as a specialist maths teacher?",
                  "leadParticipants[].mathsSpecialist")
              .said("the person", "has trained", "as a specialist maths teacher"),
          in(
              LeadParticipant.class,
              person -> person.mathsSpecialist().flatMap(SharedValues::yesNo),
              (person, value) ->
                  yesNo(value).map(yes -> edit(person).mathsSpecialist(yes).build())));

  /** Whether a lead participant works part time. */
  public static final Fact PART_TIME =
      row(
          Fact.yesNo(
                  "part-time",
                  "the person works part time",
                  "Does the person work part time?",
                  "leadParticipants[].partTime")
              .said("the person", "works", "part time"),
          in(
              LeadParticipant.class,
              person -> person.partTime().flatMap(SharedValues::yesNo),
              (person, value) -> yesNo(value).map(yes -> edit(person).partTime(yes).build())));

  /** Whether a lead participant teaches maths. */
  public static final Fact TEACHES_MATHS =
      row(
          Fact.yesNo(
                  "teaches-maths",
                  "the person teaches maths",
                  "Does the person teach maths?",
                  "leadParticipants[].teachesMaths")
              .said("the person", "teaches", "maths"),
          in(
              LeadParticipant.class,
              person ->
                  person
                      .teachesMaths()
                      .or(() -> person.subjects().map(all -> all.contains(TaughtSubject.MATHS)))
                      .flatMap(SharedValues::yesNo),
              (person, value) -> yesNo(value).map(yes -> edit(person).teachesMaths(yes).build())));

  /** Whether a lead participant supports the teaching of maths. */
  public static final Fact SUPPORTS_MATHS =
      row(
          Fact.yesNo(
                  "supports-maths",
                  "the person supports the teaching of maths",
                  "Does the person support the teaching of maths?",
                  "leadParticipants[].supportsMaths")
              .said("the person", "supports", "the teaching of maths"),
          in(
              LeadParticipant.class,
              person -> person.supportsMaths().flatMap(SharedValues::yesNo),
              (person, value) -> yesNo(value).map(yes -> edit(person).supportsMaths(yes).build())));

  /** The qualifications and accreditations of a lead participant. */
  public static final Fact QUALIFICATIONS =
      row(
          Fact.choices(
                  "qualifications",
                  "the qualifications",
                  "Which qualifications does the person have?",
                  names(Qualification.values()),
                  "leadParticipants[].qualifications")
              .said("the person", "has", "")
              .named(QUALIFICATION_NAMES),
          in(
              LeadParticipant.class,
              person -> words(person.qualifications()),
              (person, value) ->
                  words(Qualification.class, value)
                      .map(all -> edit(person).qualifications(all).build())));

  /** The years of a lead participant in the present role. */
  public static final Fact YEARS_IN_ROLE =
      row(
          Fact.number(
                  "years-in-role",
                  "the time in the role",
                  "For how many years has the person been in the present role?",
                  "year",
                  "leadParticipants[].yearsInRole")
              .said("the person", "has been", "in the present role for {}"),
          in(
              LeadParticipant.class,
              person -> person.yearsInRole().map(Value.Quantity::of),
              (person, value) ->
                  amount(value).map(years -> edit(person).yearsInRole(years).build())));

  /** The years of teaching of a lead participant in the present phase. */
  public static final Fact YEARS_IN_PHASE =
      row(
          Fact.number(
                  "years-in-phase",
                  "the time in the phase",
                  "For how many years has the person taught in the present phase?",
                  "year",
                  "leadParticipants[].yearsInPhase")
              .said("the person", "has taught", "in the present phase for {}"),
          in(
              LeadParticipant.class,
              person -> person.yearsInPhase().map(Value.Quantity::of),
              (person, value) ->
                  amount(value).map(years -> edit(person).yearsInPhase(years).build())));

  /** The types of work group that a lead participant took part in up to the year applied for. */
  public static final Fact OWN_PARTICIPATION =
      row(
          Fact.choices(
                  "own-participation",
                  "the work groups that the person has taken part in",
                  "Which work groups has the person taken part in, in which years?",
                  List.of(),
                  "leadParticipants[].history")
              .said("the person", "has taken part", "in {}"),
          in(LeadParticipant.class, History::types, History::with));

  /** The types of work group that a lead participant completed, up to the year applied for. */
  public static final Fact OWN_COMPLETED_PARTICIPATION =
      row(
          Fact.choices(
                  "own-completed-participation",
                  "the work groups that the person has completed",
                  "Which work groups has the person completed, in which years?",
                  List.of(),
                  "leadParticipants[].history")
              .said("the person", "has completed", "{}"),
          in(LeadParticipant.class, History::completed, History::withCompleted));

  /** The number of different schools in a group. */
  public static final Fact SCHOOLS =
      row(
          Fact.number(
                  "schools",
                  "the number of schools in the group",
                  "Which schools are in the group?",
                  "school",
                  "schools")
              .said("the group", "has", ""),
          in(
              WorkGroup.class,
              group ->
                  group
                      .schools()
                      .map(all -> all.stream().map(School::urn).distinct().count())
                      .map(Value.Quantity::of)));

  /** The number of different mainstream schools in a group; a lower bound if a type is unknown. */
  public static final Fact MAINSTREAM_SCHOOLS =
      row(
          Fact.number(
                  "mainstream-schools",
                  "the number of mainstream schools in the group",
                  "Which mainstream schools are in the group?",
                  "mainstream school",
                  "schools")
              .said("the group", "has", ""),
          in(WorkGroup.class, group -> group.schools().map(SchoolTypes::numberOfMainstream))
              .following(SCHOOLS));

  /**
   * The number of different trusts of the schools of a group; a school that is known to be in no
   * trust counts as one. A lower bound if the trust of a school is unknown.
   */
  public static final Fact TRUSTS =
      row(
          Fact.number(
                  "trusts",
                  "the number of trusts that the schools belong to",
                  "Which trust is each school of the group part of?",
                  "trust",
                  "schools[].trust")
              .said("the schools of the group", "belong", "to {}"),
          in(WorkGroup.class, group -> group.schools().map(SchoolTypes::numberOfTrusts)));

  /** The role of the lead of a group. */
  public static final Fact LEAD_ROLE =
      row(
          Fact.choice(
                  "lead-role",
                  "the role of the work group lead",
                  "What is the role of the work group lead?",
                  names(LeadRole.values()),
                  "lead.role")
              .said("the work group lead", "is", "")
              .named(LEAD_NAMES),
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

  /** The number of planned sessions. */
  public static final Fact SESSIONS =
      row(
          Fact.number(
                  "sessions",
                  "the number of sessions planned",
                  "Which sessions are planned?",
                  "session",
                  "sessions")
              .said("the group", "plans", ""),
          in(
              WorkGroup.class,
              group -> group.sessions().map(all -> Value.Quantity.of(all.size())),
              (group, value) -> count(value).map(number -> Sessions.with(group, number))));

  /** The number of different schools that host sessions; a lower bound if a host is unknown. */
  public static final Fact SESSION_HOSTS =
      row(
          Fact.number(
                  "session-hosts",
                  "the number of schools that host sessions",
                  "Which school hosts each session?",
                  "different school",
                  "sessions[].host")
              .said("the sessions", "are hosted", "by {}"),
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
                  "sessions[].host")
              .said("the first session", "is", "in the lead's own school"),
          in(
              WorkGroup.class,
              Sessions::firstAtLeadsSchool,
              (group, value) ->
                  yesNo(value).map(yes -> Sessions.withFirstAtLeadsSchool(group, yes))));

  /** The number of a session in the year. */
  public static final Fact SESSION_NUMBER =
      row(
          Fact.number(
                  "number-of-session",
                  "the number of the session",
                  "What is the number of the session in the year?",
                  "",
                  "sessions[].number")
              .said("the session", "is", "number {}"),
          in(Session.class, session -> SharedValues.number(session.number())));

  /** The day of a session, and the time of its start if it is known. */
  public static final Fact SESSION_DATE =
      row(
          Fact.day(
                  "date-of-session",
                  "the day of the session",
                  "When does the session take place?",
                  "sessions[].date")
              .said("the session", "takes place", ""),
          in(
              Session.class,
              session -> Days.value(session.date(), session.startsAt()),
              (session, value) ->
                  value instanceof Value.Day day
                      ? Optional.of(
                          edit(session)
                              .date(day.moment().day())
                              .startsAt(day.moment().time())
                              .build())
                      : Optional.empty()));

  /** The name of the place of a session. */
  public static final Fact SESSION_VENUE =
      row(
          Fact.choice(
                  "venue-of-session",
                  "the venue of the session",
                  "Where does the session take place?",
                  List.of(),
                  "sessions[].venue")
              .said("the session", "is", "at {}"),
          in(
              Session.class,
              session -> SharedValues.name(session.venue()),
              (session, value) -> name(value).map(venue -> edit(session).venue(venue).build())));

  /** What the policy calls a session. */
  public static final Fact SESSION_KIND =
      row(
          Fact.choice(
                  "kind-of-session",
                  "the kind of session",
                  "Which kind of session is it?",
                  List.of(),
                  "sessions[].kind")
              .said("the session", "is", "a {} session"),
          in(
              Session.class,
              session -> SharedValues.name(session.kind()),
              (session, value) -> name(value).map(kind -> edit(session).kind(kind).build())));

  /** Whether a session is in person or online. */
  public static final Fact SESSION_MODE =
      row(
          Fact.choice(
                  "mode-of-session",
                  "the mode of the session",
                  "Is the session in person or online?",
                  names(SessionMode.values()),
                  "sessions[].mode")
              .said("the session", "is", "")
              .named(ImmutableMap.of("IN_PERSON", "in person", "ONLINE", "online")),
          in(
              Session.class,
              session -> session.mode().map(Value.Words::of),
              (session, value) ->
                  word(SessionMode.class, value).map(mode -> edit(session).mode(mode).build())));

  /** The length of a session, in days. */
  public static final Fact SESSION_DAYS =
      row(
          Fact.number(
                  "length-of-session-in-days",
                  "the length of the session in days",
                  "How many days does the session last? (halves allowed)",
                  "day",
                  "sessions[].days")
              .said("the session", "lasts", "{}"),
          in(
              Session.class,
              session -> session.days().map(ReleaseTime::days).map(Value.Quantity::of),
              (session, value) ->
                  amount(value)
                      .map(ReleaseTime::ofDays)
                      .map(days -> edit(session).days(days).build())));

  /** The length of a session, in hours. */
  public static final Fact SESSION_HOURS =
      row(
          Fact.number(
                  "length-of-session-in-hours",
                  "the length of the session in hours",
                  "How many hours does the session last?",
                  "hour",
                  "sessions[].hours")
              .said("the session", "lasts", "{}"),
          in(
              Session.class,
              session -> session.hours().map(Value.Quantity::of),
              (session, value) -> amount(value).map(hours -> edit(session).hours(hours).build())));

  /**
   * The length of all sessions together, in days; a lower bound if a session is planned whose
   * length in days is unknown.
   */
  public static final Fact SESSION_TIME_DAYS =
      row(
          Fact.number(
                  "session-time-in-days",
                  "the length of all sessions together, in days",
                  "How many days does each session last? (halves allowed)",
                  "day",
                  "sessions[].days")
              .said("all sessions together", "last", "{}"),
          in(WorkGroup.class, Sessions::days, Sessions::withDays));

  /**
   * The length of all sessions together, in hours; a lower bound if a session is planned whose
   * length in hours is unknown.
   */
  public static final Fact SESSION_TIME_HOURS =
      row(
          Fact.number(
                  "session-time-in-hours",
                  "the length of all sessions together, in hours",
                  "How many hours does each session last?",
                  "hour",
                  "sessions[].hours")
              .said("all sessions together", "last", "{}"),
          in(WorkGroup.class, Sessions::hours, Sessions::withHours));

  /** The release time taken in the year, in days. */
  public static final Fact RELEASE_TAKEN =
      row(
          Fact.number(
                  "release-taken",
                  "the release time taken",
                  "How many days of release were taken in the year, by all lead participants together?",
                  "day",
                  "releaseDays")
              .said("the lead participants", "have taken", "{} of release time"),
          in(
              Progress.class,
              progress -> progress.releaseDays().map(ReleaseTime::days).map(Value.Quantity::of),
              (progress, value) ->
                  amount(value)
                      .map(days -> edit(progress).releaseDays(ReleaseTime.ofDays(days)).build())));

  /** The number of workshops attended in the year. */
  public static final Fact WORKSHOPS_ATTENDED =
      row(
          Fact.number(
                  "workshops-attended",
                  "the number of workshops attended",
                  "How many workshops were attended?",
                  "workshop",
                  "workshopsAttended")
              .said("the school", "has attended", ""),
          in(
              Progress.class,
              progress -> progress.workshopsAttended().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).workshopsAttended(number).build())));

  /** The number of workshops planned for the year. */
  public static final Fact WORKSHOPS_PLANNED =
      row(
          Fact.number(
                  "workshops-planned-for-the-year",
                  "the number of workshops planned",
                  "How many workshops were planned?",
                  "workshop",
                  "workshopsPlanned")
              .said("the group", "has planned", ""),
          in(
              Progress.class,
              progress -> progress.workshopsPlanned().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).workshopsPlanned(number).build())));

  /** The percentage of the workshops planned that the school attended. */
  public static final Fact ATTENDANCE =
      row(
          Fact.number(
                  "share-of-workshops-attended",
                  "the attendance",
                  "How many workshops were planned, and how many were attended?",
                  "per cent",
                  "workshopsAttended")
              .said("the school", "has attended", "{} of the workshops planned"),
          in(
                  Progress.class,
                  Attendance::share,
                  (progress, value) ->
                      amount(value).flatMap(percent -> Attendance.withShare(progress, percent)))
              .following(Facts::sourceOfAttendance));

  /** Whether the school attended all workshops planned. */
  public static final Fact ATTENDED_ALL =
      row(
          Fact.yesNo(
                  "all-workshops-attended",
                  "the school has attended all the workshops planned",
                  "How many workshops were planned, and how many were attended?",
                  "workshopsAttended")
              .said("the school", "has attended", "all the workshops planned"),
          in(
                  Progress.class,
                  Attendance::isAll,
                  (progress, value) ->
                      yesNo(value).flatMap(all -> Attendance.withAll(progress, all)))
              .following(Facts::sourceOfAttendance));

  /** The number of workshops that the headteacher attended in the year. */
  public static final Fact HEADTEACHER_WORKSHOPS =
      row(
          Fact.number(
                  "workshops-attended-by-the-headteacher",
                  "the number of workshops that the headteacher attended",
                  "How many workshops did the headteacher attend?",
                  "workshop",
                  "headteacherWorkshops")
              .said("the headteacher", "has attended", ""),
          in(
              Progress.class,
              progress -> progress.headteacherWorkshops().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).headteacherWorkshops(number).build())));

  /** The number of workshops missed without the notice that the hub asks for. */
  public static final Fact MISSED_WITHOUT_NOTICE =
      row(
          Fact.number(
                  "workshops-missed-without-notice",
                  "the number of workshops missed without notice",
                  "How many workshops were missed without the notice that the hub asks for?",
                  "workshop",
                  "missedWithoutNotice")
              .said("the school", "has missed", "{} without notice"),
          in(
              Progress.class,
              progress -> progress.missedWithoutNotice().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).missedWithoutNotice(number).build())));

  /** The school's year in a programme of several years. */
  public static final Fact PROGRAMME_YEAR =
      row(
          Fact.number(
                  "year-of-the-programme",
                  "the school's year in the programme",
                  "Which year of the programme is this for the school? (1 for the first)",
                  "",
                  "programmeYear")
              .said("the school", "is", "in year {} of the programme")
              .asFixed(),
          in(
              Application.class,
              application -> application.programmeYear().map(Value.Quantity::of),
              (application, value) ->
                  count(value).map(year -> edit(application).programmeYear(year).build())),
          in(
              Progress.class,
              progress -> progress.programmeYear().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(year -> edit(progress).programmeYear(year).build())));

  /** The tasks that the school has completed. */
  public static final Fact TASKS_COMPLETED =
      row(
          Fact.choices(
                  "tasks-completed",
                  "the tasks completed",
                  "Which tasks of the year has the school completed?",
                  names(Task.values()),
                  "tasksCompleted")
              .said("the school", "has completed", "")
              .named(TASK_NAMES),
          in(
              Progress.class,
              progress -> words(progress.tasksCompleted()),
              (progress, value) ->
                  words(Task.class, value)
                      .map(tasks -> edit(progress).tasksCompleted(tasks).build())));

  /** The events that the headteacher has attended. */
  public static final Fact HEADTEACHER_ATTENDED =
      row(
          Fact.choices(
                  "events-attended-by-the-headteacher",
                  "the events that the headteacher attended",
                  "Which events has the headteacher attended?",
                  names(HeadteacherEvent.values()),
                  "headteacherAttended")
              .said("the headteacher", "has attended", "")
              .named(EVENT_NAMES),
          in(
              Progress.class,
              progress -> words(progress.headteacherAttended()),
              (progress, value) ->
                  words(HeadteacherEvent.class, value)
                      .map(events -> Attendance.withHeadteacher(progress, events))));

  /** The events that the headteacher or another senior leader has attended. */
  public static final Fact SENIOR_LEADER_ATTENDED =
      row(
          Fact.choices(
                  "events-attended-by-a-senior-leader",
                  "the events that the headteacher or another senior leader attended",
                  "Which events has the headteacher or another senior leader attended?",
                  names(HeadteacherEvent.values()),
                  "seniorLeaderAttended")
              .said("the headteacher or another senior leader", "has attended", "")
              .named(EVENT_NAMES),
          in(
              Progress.class,
              Attendance::ofSeniorLeaders,
              (progress, value) ->
                  words(HeadteacherEvent.class, value)
                      .map(events -> Attendance.withSeniorLeaders(progress, events))));

  /** The number of support visits in the year. */
  public static final Fact VISITS =
      row(
          Fact.number(
                  "visits",
                  "the number of support visits",
                  "How many support visits were made to the school?",
                  "support visit",
                  "visits")
              .said("the school", "has received", ""),
          in(
              Progress.class,
              progress -> progress.visits().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).visits(number).build())));

  /** The number of half-days of support visits in the year. */
  public static final Fact VISIT_HALF_DAYS =
      row(
          Fact.number(
                  "visit-half-days",
                  "the time spent on support visits",
                  "How many half-days of support visits were made to the school?",
                  "half-day",
                  "visitHalfDays")
              .said("the school", "has received", "{} of support visits"),
          in(
              Progress.class,
              progress -> progress.visitHalfDays().map(Value.Quantity::of),
              (progress, value) ->
                  count(value).map(number -> edit(progress).visitHalfDays(number).build())));

  /** Whether most teachers use mastery approaches; derived if both numbers are given. */
  public static final Fact MOST_TEACHERS_USING_MASTERY =
      row(
          answer(
              Teachers.MOST_USING_MASTERY,
              "more than half of the teachers",
              "have started",
              "to use teaching for mastery",
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
                  "teacher",
                  "answers.teachers")
              .said("the school", "has", "of maths"));

  /** The number of these teachers who have started to use mastery approaches. */
  public static final Fact TEACHERS_USING_MASTERY =
      row(
          Fact.number(
                  Teachers.USING_MASTERY,
                  "the number of teachers using mastery approaches",
                  "How many of them have started to use teaching for mastery approaches?",
                  "teacher",
                  "answers.teachers-using-mastery")
              .said("the school", "has", "who use teaching for mastery"),
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
            "the school",
            "is committed",
            "to teaching for mastery",
            "Is the school committed to using teaching for mastery approaches?"));
    row(
        answer(
            "capacity-for-development",
            "the school",
            "has",
            "the capacity for significant development work this year",
            "Does the school have the capacity for significant development work this year?"));
    row(
        answer(
            "school-leadership-commitment",
            "the school's leadership",
            "is",
            "strongly committed to sustaining mastery",
            "Is the school's leadership strongly committed to sustaining mastery?"));
    row(
        answer(
            "subject-leadership-commitment",
            "the subject leadership",
            "is",
            "strongly committed to sustaining mastery",
            "Is the subject leadership strongly committed to sustaining mastery?"));
    row(
        answer(
                "mastery-specialist-school",
                "the school",
                "has",
                "a Mastery Specialist on its staff",
                "Is a Mastery Specialist on the staff of the school?")
            .asFixed());
    row(
        answer(
            "full-year-commitment",
            "the school",
            "commits",
            "to the full academic year",
            "Does the school commit to the full academic year's programme?"));
    row(
        answer(
                "mastering-number-2021-22",
                "the school",
                "has taken part",
                "in Mastering Number in 2021/22",
                "Did the school take part in Mastering Number in 2021/22?")
            .asFixed());
    row(
        answer(
            "mastery-begun",
            "the school",
            "has begun",
            "to develop teaching for mastery",
            "Has the school begun to commit to developing teaching for mastery?"));
    row(
        Fact.number(
                "classes-with-mastery-embedded",
                "the number of classes or year groups with mastery embedded",
                "In how many classes or year groups is teaching for mastery embedded?",
                "class or year group",
                "answers.classes-with-mastery-embedded")
            .said("the school", "has embedded", "teaching for mastery in {}"));
    row(
        answer(
            "significant-commitment",
            "the school",
            "has made",
            "a significant commitment to mastery in its curriculum planning",
            "Has the school made a significant commitment to mastery in curriculum planning?"));
    row(
        answer(
            "textbook-match-funding",
            "the school",
            "has taken up",
            "textbook match funding",
            "Has the school taken up textbook match funding?"));
    row(
        answer(
            "dfe-textbook-confirmation",
            "the Department for Education",
            "has confirmed",
            "the help with textbooks",
            "Has the Department for Education confirmed the help with textbooks?"));
    row(
        answer(
            Interest.SENT,
            "the school",
            "has sent",
            "an expression of interest",
            "Has the school sent the hub an expression of interest?"),
        in(Application.class, application -> Interest.isSent(application.expressionOfInterestOn()))
            .following(
                application ->
                    application.expressionOfInterestOn().map(day -> EXPRESSION_OF_INTEREST)));
    row(
        answer(
            "work-group-plan",
            "the group",
            "has shown",
            "how it developed its plan",
            "Has the group shown how it has developed its plan?"));
    row(
        answer(
            "action-plan",
            "the school",
            "has",
            "an action plan",
            "Has the school developed its action plan?"));
    row(
        answer(
            "reports",
            "the school",
            "has provided",
            "the reports that the hub asked for",
            "Has the school provided the reports that the hub asked for?"));
    row(
        answer(
            "evaluation",
            "the school",
            "has taken part",
            "in the evaluation",
            "Has the school taken part in the evaluation that was asked for?"));
  }

  private static final ImmutableMap<String, Fact> ALL = facts(fact -> true);
  private static final ImmutableMap<String, Fact> ANSWERS = facts(Fact::isAnswer);
  private static final ImmutableMap<AcademicYear, Fact> PARTICIPATION_IN = participations();
  private static final ImmutableList<FactBinding> TABLE = ImmutableList.copyOf(ROWS);
  private static final ImmutableSet<String> IDS =
      TABLE.stream().map(row -> row.fact().id()).collect(ImmutableSet.toImmutableSet());

  private static final ImmutableSet<String> OF_YEAR =
      Stream.concat(
              Stream.of("reports", "evaluation"),
              TABLE.stream()
                  .filter(row -> row.isIn(Progress.class) && !row.isIn(Application.class))
                  .map(row -> row.fact().id()))
          .collect(ImmutableSet.toImmutableSet());

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
                "the school's work groups in " + year,
                "Which work groups did the school take part in, in " + year + "?",
                List.of(),
                "history")
            .said("the school", "has taken part", "in {} in " + year)
            .asFixed(),
        in(
            Application.class,
            application -> History.types(application, (one, own) -> one.equals(year)),
            (application, value) -> History.with(application, year, value)));
  }

  /**
   * Returns the number to change in order to change the attendance: the workshops attended, or
   * those planned if they are unknown; empty if both are unknown.
   */
  private static Optional<Fact> sourceOfAttendance(Progress progress) {
    return Attendance.planned(progress).isPresent()
        ? Optional.of(WORKSHOPS_ATTENDED)
        : progress.workshopsAttended().map(attended -> WORKSHOPS_PLANNED);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Fact answer(
      String id, String subject, String verb, String complement, String question) {
    return Fact.yesNo(id, question, question, "answers." + id).said(subject, verb, complement);
  }

  private static Optional<Value> intake(Offering offering) {
    return offering.intake().map(intake -> new Value.Words(ImmutableSet.of(intake)));
  }

  private static Optional<Offering> intake(Offering offering, Value value) {
    return value instanceof Value.Words words && words.words().size() == 1
        ? Optional.of(offering.in(words.words().iterator().next()))
        : Optional.empty();
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

  private static Session.Builder edit(Session session) {
    return Session.builder().from(session);
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

  private static Optional<String> name(Value value) {
    return value instanceof Value.Words words && words.words().size() == 1
        ? Optional.of(words.words().iterator().next())
        : Optional.empty();
  }

  /** Returns the words of a set, in declaration order. */
  private static <E extends Enum<E>> Optional<Value> words(Optional<ImmutableSet<E>> set) {
    return set.map(
        words ->
            new Value.Words(
                Sets.immutableEnumSet(words).stream()
                    .map(Enum::name)
                    .collect(ImmutableSet.toImmutableSet())));
  }

  private static <E extends Enum<E>> Optional<ImmutableSet<E>> words(Class<E> type, Value value) {
    return value instanceof Value.Words all
        ? Optional.of(
            all.words().stream()
                .map(word -> Enum.valueOf(type, word))
                .collect(ImmutableSet.toImmutableSet()))
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> word(Class<E> type, Value value) {
    return name(value).map(word -> Enum.valueOf(type, word));
  }

  /**
   * Returns the fact that is the number of members of a list.
   *
   * @hidden
   */
  @Internal
  public static Fact counting(Members members) {
    return switch (members) {
      case LEAD_PARTICIPANTS -> LEAD_PARTICIPANTS;
      case SCHOOLS -> SCHOOLS;
      case SESSIONS -> SESSIONS;
    };
  }

  /** All facts of the library with their places. */
  static ImmutableList<FactBinding> table() {
    return TABLE;
  }

  /** All facts of the library by id, except those of {@link #participationIn}. */
  public static ImmutableMap<String, Fact> all() {
    return ALL;
  }

  /** The facts of the library that are read from the answers, by id. */
  public static ImmutableMap<String, Fact> answers() {
    return ANSWERS;
  }

  /**
   * Whether the id belongs to a fact of the library, including those of {@link #participationIn},
   * so that packs cannot use it.
   *
   * @hidden
   */
  @Internal
  public static boolean isOfLibrary(String id) {
    return IDS.contains(id) || id.startsWith(IN_AREA_OF);
  }

  /**
   * Whether the fact is known only in the course of the year, from the progress of a school.
   *
   * @hidden
   */
  @Internal
  public static boolean isOfYear(Fact fact) {
    requireNonNull(fact, "fact");
    return OF_YEAR.contains(fact.id());
  }

  /** Returns the fact whether a school is in the area of a hub. */
  public static Fact inAreaOf(Hub hub, HubArea area) {
    requireNonNull(hub, "hub");
    requireNonNull(area, "area");
    return inArea(area, "the " + hub.name());
  }

  private static Fact inArea(HubArea area, String hub) {
    return Fact.yesNo(
            IN_AREA_OF + area.hub(),
            "the school is in the area of " + hub,
            "Is the school in the area of " + hub + "?",
            SCHOOL_HUBS)
        .said("the school", "is", "in the area of " + hub)
        .asFixed()
        .ofArea(area);
  }

  /** Returns the fact about the types of work group that the school took part in, in a year. */
  public static Fact participationIn(AcademicYear year) {
    requireNonNull(year, "year");
    return Optional.ofNullable(PARTICIPATION_IN.get(year)).orElseThrow();
  }
}

package org.tfm.model.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.FactKind;
import org.tfm.model.criterion.Value;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.school.Country;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;

/**
 * The facts that every policy can ask about.
 *
 * <p>A pack may add facts of its own: yes/no, number, choice or text, found among the answers.
 */
public final class Facts {

  /** The phase of the school. */
  public static final Fact PHASE =
      Fact.choice(
              "phase",
              "the phase of the school",
              "Which phase of education is the school?",
              names(Phase.values()),
              "school.phase")
          .asFixed();

  /** The type of the school in the register. */
  public static final Fact ESTABLISHMENT_TYPE =
      Fact.choice(
              "establishment-type",
              "the establishment type of the school",
              "Which type of establishment is the school in the register of schools?",
              names(EstablishmentType.values()),
              "school.establishmentType")
          .asFixed();

  /** The country the school is in. */
  public static final Fact COUNTRY =
      Fact.choice(
              "country",
              "the country of the school",
              "Which country is the school in?",
              names(Country.values()),
              "school.country")
          .asFixed();

  /** Whether it is a special school; follows from the type. */
  public static final Fact SPECIAL =
      Fact.yesNo(
              "special",
              "the school is a special school",
              "Is the school a special school?",
              "school.establishmentType")
          .asFixed();

  /** Whether it is a mainstream school; follows from the type. */
  public static final Fact MAINSTREAM =
      Fact.yesNo(
              "mainstream",
              "the school is a mainstream school",
              "Is the school a mainstream school?",
              "school.establishmentType")
          .asFixed();

  /** Whether it is state-funded; follows from the type, or is answered where the type is silent. */
  public static final Fact STATE_FUNDED =
      Fact.yesNo(
              "state-funded",
              "the school is state-funded",
              "Is the school state-funded?",
              "answers.state-funded")
          .asFixed();

  /** The types of work group the school took part in before the year it applies for. */
  public static final Fact EARLIER_PARTICIPATION =
      Fact.choices(
              "earlier-participation",
              "the list of the school's earlier work groups",
              "Which work groups has the school taken part in, in which years?",
              List.of(),
              "history")
          .asFixed();

  /** The types of work group the school has taken part in, the year it applies for included. */
  public static final Fact PARTICIPATION =
      Fact.choices(
              "participation",
              "the list of work groups the school has taken part in",
              "Which work groups has the school taken part in, in which years?",
              List.of(),
              "history")
          .asFixed();

  /** The number of different people the school sends. */
  public static final Fact LEAD_PARTICIPANTS =
      Fact.number(
          "lead-participants",
          "the number of lead participants",
          "Which teachers would take part?",
          "",
          "leadParticipants");

  /** Release time of all lead participants together, meetings included, in days. */
  public static final Fact COMBINED_RELEASE =
      Fact.number(
          "combined-release",
          "the combined release time",
          "For how many days is each lead participant released?",
          "day",
          "leadParticipants[].releaseDays");

  /** The headteacher's statement. */
  public static final Fact HEADTEACHER_STATEMENT =
      Fact.text(
          "headteacher-statement",
          "the headteacher's statement",
          "What does the headteacher say in support of the application?",
          "headteacherStatement");

  /** Whether the school applies for itself alone. */
  public static final Fact APPLIES_INDIVIDUALLY =
      Fact.yesNo(
          "applies-individually",
          "the school makes an application of its own",
          "Does the school make an application of its own?",
          "submittedBy");

  /** What the hub decided about a place. */
  public static final Fact PLACE =
      Fact.choice(
              "place",
              "the hub's decision about a place",
              "Has the hub offered the school a place?",
              names(Place.values()),
              "place")
          .asFixed();

  /** The teacher reference number of a lead participant. */
  public static final Fact TRN =
      Fact.text(
          "trn",
          "the teacher reference number",
          "What is the person's seven-digit teacher reference number?",
          "leadParticipants[].trn");

  /** The roles of a lead participant. */
  public static final Fact ROLES =
      Fact.choices(
          "roles",
          "the person's list of roles",
          "Which roles does the person hold in the school?",
          names(Role.values()),
          "leadParticipants[].roles");

  /** Years of teaching of a lead participant. */
  public static final Fact YEARS_TEACHING =
      Fact.number(
          "years-teaching",
          "the person's teaching experience",
          "For how many years has the person taught?",
          "year",
          "leadParticipants[].yearsTeaching");

  /** Release time of one lead participant, in days. */
  public static final Fact RELEASE_DAYS =
      Fact.number(
          "release-days",
          "the person's release time",
          "For how many days is the person released?",
          "day",
          "leadParticipants[].releaseDays");

  /** The number of different schools in a group. */
  public static final Fact SCHOOLS =
      Fact.number(
          "schools",
          "the number of schools in the group",
          "Which schools are in the group?",
          "",
          "schools");

  /** The role in which a group is led. */
  public static final Fact LEAD_ROLE =
      Fact.choice(
          "lead-role",
          "the role of the work group lead",
          "In which role does the lead lead the group?",
          names(LeadRole.values()),
          "lead.role");

  /** The number of sessions planned. */
  public static final Fact SESSIONS =
      Fact.number(
          "sessions",
          "the number of sessions planned",
          "Which sessions are planned?",
          "",
          "sessions");

  /** Whether the first session is at the lead's own school. */
  public static final Fact FIRST_SESSION_AT_LEADS_SCHOOL =
      Fact.yesNo(
          "first-session-at-leads-school",
          "the first session is in the lead's own school",
          "Which school is the lead's, and which school hosts the first session?",
          "sessions[].host");

  /** Release time taken in the year, in days. */
  public static final Fact RELEASE_TAKEN =
      Fact.number(
          "release-taken",
          "the release time taken",
          "How many days of release were taken in the year, by all lead participants together?",
          "day",
          "releaseDays");

  /** Workshops attended in the year. */
  public static final Fact WORKSHOPS_ATTENDED =
      Fact.number(
          "workshops-attended",
          "the number of workshops attended",
          "How many workshops were attended?",
          "",
          "workshopsAttended");

  /** Support visits in the year. */
  public static final Fact VISITS =
      Fact.number(
          "visits",
          "the number of support visits",
          "How many support visits were made to the school?",
          "",
          "visits");

  /** Half-days of support visits in the year. */
  public static final Fact VISIT_HALF_DAYS =
      Fact.number(
          "visit-half-days",
          "the time of support visits",
          "How many half-days of support visits were made to the school?",
          "half-day",
          "visitHalfDays");

  /** Whether most teachers use mastery approaches; worked out where both numbers are given. */
  public static final Fact MOST_TEACHERS_USING_MASTERY =
      answer(
          "most-teachers-using-mastery",
          "most teachers have started to use teaching for mastery",
          "Have more than half of the teachers started to use teaching for mastery approaches?");

  /** The number of teachers who teach maths at the school. */
  public static final Fact TEACHERS =
      Fact.number(
          "teachers",
          "the number of teachers",
          "How many teachers teach maths at the school?",
          "",
          "answers.teachers");

  /** How many of these teachers have started to use mastery approaches. */
  public static final Fact TEACHERS_USING_MASTERY =
      Fact.number(
          "teachers-using-mastery",
          "the number of teachers using mastery approaches",
          "How many of them have started to use teaching for mastery approaches?",
          "",
          "answers.teachers-using-mastery");

  /** In how many classes or year groups mastery is embedded. */
  public static final Fact CLASSES_WITH_MASTERY_EMBEDDED =
      Fact.number(
          "classes-with-mastery-embedded",
          "the number of classes or year groups with mastery embedded",
          "In how many classes or year groups is teaching for mastery embedded?",
          "",
          "answers.classes-with-mastery-embedded");

  private static final ImmutableMap<String, Fact> ANSWERS =
      Maps.uniqueIndex(
          List.of(
              STATE_FUNDED,
              MOST_TEACHERS_USING_MASTERY,
              TEACHERS,
              TEACHERS_USING_MASTERY,
              answer(
                  "committed-to-mastery",
                  "the school is committed to teaching for mastery",
                  "Is the school committed to using teaching for mastery approaches?"),
              answer(
                  "capacity-for-development",
                  "the school has capacity for significant development work in the year",
                  "Does the school have the capacity for significant development work this year?"),
              answer(
                  "school-leadership-commitment",
                  "the school's leadership is strongly committed to sustaining mastery",
                  "Is the school's leadership strongly committed to sustaining mastery?"),
              answer(
                  "subject-leadership-commitment",
                  "the subject leadership is strongly committed to sustaining mastery",
                  "Is the subject leadership strongly committed to sustaining mastery?"),
              answer(
                      "mastery-specialist-school",
                      "the school is a Mastery Specialist's school",
                      "Is a Mastery Specialist on the staff of the school?")
                  .asFixed(),
              answer(
                  "full-year-commitment",
                  "the school commits to the full academic year",
                  "Does the school commit to the full academic year's programme?"),
              answer(
                      "mastering-number-2021-22",
                      "the school took part in Mastering Number in 2021/22",
                      "Did the school take part in Mastering Number in 2021/22?")
                  .asFixed(),
              answer(
                  "mastery-begun",
                  "the school has begun to commit to teaching for mastery",
                  "Has the school begun to commit to developing teaching for mastery?"),
              CLASSES_WITH_MASTERY_EMBEDDED,
              answer(
                  "significant-commitment",
                  "mastery has a significant place in the school's curriculum planning",
                  "Has the school made a significant commitment to mastery in curriculum planning?"),
              answer(
                  "textbook-match-funding",
                  "the school has taken up textbook match funding",
                  "Has the school taken up textbook match funding?"),
              answer(
                  "dfe-textbook-confirmation",
                  "the Department for Education has confirmed the help with textbooks",
                  "Has the Department for Education confirmed the help with textbooks?"),
              answer(
                  "expression-of-interest",
                  "an expression of interest has been sent",
                  "Has the school sent the hub an expression of interest?"),
              answer(
                  "work-group-plan",
                  "the group has shown its plan",
                  "Has the group shown how it has developed its plan?"),
              answer(
                  "action-plan",
                  "the school has an action plan",
                  "Has the school developed its action plan?"),
              answer(
                  "reports",
                  "the reports the hub asked for were provided",
                  "Has the school provided the reports that the hub asked for?"),
              answer(
                  "evaluation",
                  "the school took part in the evaluation",
                  "Has the school taken part in the evaluation that was asked for?")),
          Fact::id);

  private static final ImmutableMap<String, Integer> YES_NO = numbered(ANSWERS);

  private static final ImmutableMap<String, Fact> ALL =
      Maps.uniqueIndex(
          Stream.concat(
                  Stream.of(
                      PHASE,
                      ESTABLISHMENT_TYPE,
                      COUNTRY,
                      SPECIAL,
                      MAINSTREAM,
                      EARLIER_PARTICIPATION,
                      PARTICIPATION,
                      LEAD_PARTICIPANTS,
                      COMBINED_RELEASE,
                      HEADTEACHER_STATEMENT,
                      APPLIES_INDIVIDUALLY,
                      PLACE,
                      TRN,
                      ROLES,
                      YEARS_TEACHING,
                      RELEASE_DAYS,
                      SCHOOLS,
                      LEAD_ROLE,
                      SESSIONS,
                      FIRST_SESSION_AT_LEADS_SCHOOL,
                      RELEASE_TAKEN,
                      WORKSHOPS_ATTENDED,
                      VISITS,
                      VISIT_HALF_DAYS),
                  ANSWERS.values().stream())
              .toList(),
          Fact::id);

  private static final String PARTICIPATION_IN = "participation-in-";

  private Facts() {}

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static Fact answer(String id, String clause, String question) {
    return Fact.yesNo(id, clause, question, "answers." + id);
  }

  /** Numbers for the yes/no facts, as many as two bits of a long each can hold. */
  private static ImmutableMap<String, Integer> numbered(Map<String, Fact> answers) {
    ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
    int next = 0;
    for (Fact fact : answers.values()) {
      if (fact.kind() == FactKind.YES_NO && next < Long.SIZE / 2) {
        numbered.put(fact.id(), next++);
      }
    }
    return numbered.buildOrThrow();
  }

  /** The number of a yes/no fact among the answers; -1 for any other fact. */
  static int yesNoIndex(String id) {
    Integer index = YES_NO.get(id);
    return index == null ? -1 : index;
  }

  /** Every fact of this library, by id. */
  public static ImmutableMap<String, Fact> all() {
    return ALL;
  }

  /** The facts of this library that are found among the answers, by id. */
  public static ImmutableMap<String, Fact> answers() {
    return ANSWERS;
  }

  /** The types of work group the school took part in, in one year. */
  public static Fact participationIn(AcademicYear year) {
    return Fact.choices(
            PARTICIPATION_IN + year.inFileName(),
            "the list of the school's work groups of " + year,
            "Which work groups did the school take part in, in " + year + "?",
            List.of(),
            "history")
        .asFixed();
  }

  /** The year of a fact made by {@link #participationIn}; empty for any other fact. */
  static Optional<AcademicYear> yearOfParticipation(Fact fact) {
    return fact.id().startsWith(PARTICIPATION_IN)
        ? Optional.of(AcademicYear.parse(fact.id().substring(PARTICIPATION_IN.length())))
        : Optional.empty();
  }

  /** More than half of the teachers, from both numbers; else the answer as given. */
  static Optional<Value> mostTeachers(Answers answers) {
    Optional<BigDecimal> all = number(answers, TEACHERS);
    Optional<BigDecimal> using = number(answers, TEACHERS_USING_MASTERY);
    if (all.isPresent() && using.isPresent()) {
      BigDecimal some = using.get();
      return Optional.of(
          new Value.YesNo(
              some.add(some).compareTo(all.get()) > 0,
              some.toPlainString() + " of " + all.get().toPlainString() + " teachers"));
    }
    return answers.find(MOST_TEACHERS_USING_MASTERY);
  }

  /**
   * Refuses answers that contradict each other, or the type of the school: no decision can rest on
   * both.
   */
  static void checkConsistent(School school, Answers answers) {
    Optional<BigDecimal> all = number(answers, TEACHERS);
    Optional<BigDecimal> using = number(answers, TEACHERS_USING_MASTERY);
    if (all.isPresent() && using.isPresent() && using.get().compareTo(all.get()) > 0) {
      throw new IllegalArgumentException(
          "`answers.teachers-using-mastery` is more than `answers.teachers`");
    }
    if (contradicts(mostTeachers(answers), answers.find(MOST_TEACHERS_USING_MASTERY))) {
      throw new IllegalArgumentException(
          "`answers.most-teachers-using-mastery` contradicts `answers.teachers` and"
              + " `answers.teachers-using-mastery`");
    }
    if (contradicts(
        new SchoolEvidence(school, answers, "").find(STATE_FUNDED), answers.find(STATE_FUNDED))) {
      throw new IllegalArgumentException(
          "`answers.state-funded` contradicts `school.establishmentType`");
    }
  }

  private static boolean contradicts(Optional<Value> workedOut, Optional<Value> given) {
    return workedOut.isPresent()
        && workedOut.get() instanceof Value.YesNo one
        && given.isPresent()
        && given.get() instanceof Value.YesNo other
        && one.yes() != other.yes();
  }

  private static Optional<BigDecimal> number(Answers answers, Fact fact) {
    return answers
        .find(fact)
        .filter(Value.Quantity.class::isInstance)
        .map(value -> ((Value.Quantity) value).amount());
  }
}

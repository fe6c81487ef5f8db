package org.tfm.examples.byhand;

import static org.tfm.model.assessment.Status.EVIDENCE_MISSING;
import static org.tfm.model.assessment.Status.MET;
import static org.tfm.model.assessment.Status.REFERRED;
import static org.tfm.model.assessment.Status.UNMET;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.tfm.model.assessment.EntitlementReason;
import org.tfm.model.assessment.EntitlementStatus;
import org.tfm.model.assessment.PolicyVersion;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.MissingFact;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Place;
import org.tfm.model.document.Role;
import org.tfm.model.document.SubmittedBy;
import org.tfm.model.document.Trn;
import org.tfm.model.problem.Blanks;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Funding;
import org.tfm.model.school.Phase;
import org.tfm.model.school.ProvisionType;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.PayUnit;
import org.tfm.model.term.Purpose;
import org.tfm.model.term.Strength;

/**
 * Cheshire {@literal &} Wirral's policy for Development work groups of 2022/23, in plain Java.
 *
 * <p>The baseline of the benchmarks: the same findings, word for word, from conditions and
 * constants. Findings with few variants are precomputed; only findings with a number or a person in
 * them are created for each application. Immutable and thread-safe.
 */
public final class CheshireWirralByHand {

  /** The offering of the policy. */
  public static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.startingIn(2022));

  private static final int NEEDED_PEOPLE = 2;
  private static final int NEEDED_HALF_DAYS = 20;
  private static final int MOST_FINDINGS = 10;

  // Eligibility

  private static final Row PHASE =
      new Row(
          "phase",
          Aspect.ELIGIBILITY,
          Strength.MUST,
          Verdict.NO,
          "the phase of the school is primary",
          Row.read(
              "work groups, first sentence",
              "all-through schools, middle schools deemed primary and schools without a phase in the register are not mentioned, so the hub decides"),
          Row.line(5));

  private static final Row SCHOOL_TYPE =
      new Row(
          "school-type",
          Aspect.ELIGIBILITY,
          Strength.MUST,
          Verdict.REFER_TO_HUB,
          "the hub decides",
          Row.read(
              "work groups, first sentence",
              "neither special schools nor how a school is funded is mentioned, so the hub decides"),
          Row.line(16));

  private static final Row COMMITTED =
      new Row(
          "committed-to-mastery",
          Aspect.ELIGIBILITY,
          Strength.MUST,
          Verdict.NO,
          "it is so that the school is committed to teaching for mastery",
          Row.read(
              "who can apply, first and second sentences",
              "a school that took part in Mastering Number in 2021/22 is an example; Mastering Number is neither required nor enough"),
          Row.line(26));

  private static final Row CAPACITY =
      new Row(
          "capacity-for-development",
          Aspect.ELIGIBILITY,
          Strength.SHOULD,
          Verdict.REFER_TO_HUB,
          "it is so that the school has capacity for significant development work in the year",
          Row.read("who can apply, third sentence", "the school judges its own capacity"),
          Row.line(36));

  // Application

  private static final Row LEAD_PARTICIPANTS =
      new Row(
          "lead-participants",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "the number of lead participants is exactly 2",
          Row.read(
              "how to apply, closing note; work groups, first point",
              "exactly two different people; the same teacher reference number twice is one person"),
          Row.line(48));

  private static final Row AUDIENCE =
      new Row(
          "audience",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "for each lead participant, it is so that the person is a teacher and not only a teaching assistant",
          Row.read(
              "how to apply, closing note; work groups, first point",
              "a person known to be only a teaching assistant is not a teacher"),
          Row.line(58));

  private static final Row TRN =
      new Row(
          "trn",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "for each lead participant, the teacher reference number is given",
          Row.read("how to apply, closing note", "a teacher reference number has seven digits"),
          Row.line(67));

  private static final Row HEADTEACHER_STATEMENT =
      new Row(
          "headteacher-statement",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "the headteacher's statement is given",
          Row.read("how to apply, closing note", "no length is given, so any statement is enough"),
          Row.line(76));

  private static final Row INDIVIDUAL_APPLICATION =
      new Row(
          "individual-application",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "it is so that the school makes an application of its own",
          Row.read(
              "how to apply, first and second paragraphs",
              "a school that joins with its trust or cluster still applies for itself"),
          Row.line(85));

  // Commitments

  private static final Row RELEASE_TIME =
      new Row(
          "release-time",
          Aspect.COMMITMENT,
          Strength.MUST,
          Verdict.NO,
          "the combined release time is at least 10 days",
          Row.read(
              "expectations of schools, second point",
              "the days of both lead participants are added together, and the meetings count"),
          Row.line(96));

  // Precomputed findings

  private static final HandFinding PHASE_MISSING =
      PHASE.finding(
          EVIDENCE_MISSING,
          "not given",
          "The phase of the school must be primary. Still to be said: Which phase of education is"
              + " the school?",
          missing("phase", "Which phase of education is the school?", "school.phase"));

  private static final ImmutableMap<Phase, HandFinding> BY_PHASE =
      Maps.toMap(List.of(Phase.values()), CheshireWirralByHand::phase);

  private static final MissingFact TYPE =
      missing(
          "establishment-type",
          "Which type of establishment is the school in the register of schools?",
          "school.establishmentType");

  private static final HandFinding SPECIAL =
      SCHOOL_TYPE.finding(
          REFERRED, "not given", "The hub decides: the hub must agree; read: not given.");

  private static final HandFinding SPECIAL_OR_NOT =
      SCHOOL_TYPE.finding(
          EVIDENCE_MISSING,
          "not given",
          "The hub must agree. Still to be said: Which type of establishment is the school in the"
              + " register of schools?",
          TYPE);

  private static final HandFinding COMMITTED_YES =
      COMMITTED.finding(
          MET, "yes", "It is so that the school is committed to teaching for mastery: yes.");

  private static final HandFinding COMMITTED_NO =
      COMMITTED.finding(
          UNMET,
          "no",
          "It must be so that the school is committed to teaching for mastery; read: no.");

  private static final HandFinding COMMITTED_MISSING =
      COMMITTED.finding(
          EVIDENCE_MISSING,
          "not given",
          "It must be so that the school is committed to teaching for mastery. Still to be said:"
              + " Is the school committed to using teaching for mastery approaches?",
          missing(
              "committed-to-mastery",
              "Is the school committed to using teaching for mastery approaches?",
              "answers.committed-to-mastery"));

  private static final HandFinding CAPACITY_YES =
      CAPACITY.finding(
          MET,
          "yes",
          "It is so that the school has capacity for significant development work in the year:"
              + " yes.");

  private static final HandFinding CAPACITY_NO =
      CAPACITY.finding(
          REFERRED,
          "no",
          "The hub decides: it should be so that the school has capacity for significant"
              + " development work in the year; read: no.");

  private static final HandFinding CAPACITY_MISSING =
      CAPACITY.finding(
          EVIDENCE_MISSING,
          "not given",
          "It should be so that the school has capacity for significant development work in the"
              + " year. Still to be said: Does the school have the capacity for significant"
              + " development work this year?",
          missing(
              "capacity-for-development",
              "Does the school have the capacity for significant development work this year?",
              "answers.capacity-for-development"));

  private static final MissingFact WHO =
      missing("lead-participants", "Which teachers would take part?", "leadParticipants");

  private static final String PEOPLE_STILL_TO_BE_SAID =
      "The number of lead participants must be exactly 2. Still to be said: Which teachers would"
          + " take part?";

  private static final HandFinding LEAD_PARTICIPANTS_MISSING =
      LEAD_PARTICIPANTS.finding(EVIDENCE_MISSING, "not given", PEOPLE_STILL_TO_BE_SAID, WHO, WHO);

  private static final HandFinding NO_LEAD_PARTICIPANTS =
      LEAD_PARTICIPANTS.finding(
          UNMET, "0", "The number of lead participants must be exactly 2; read: 0.");

  private static final HandFinding ONE_LEAD_PARTICIPANT_SO_FAR =
      LEAD_PARTICIPANTS.finding(EVIDENCE_MISSING, "1 so far", PEOPLE_STILL_TO_BE_SAID, WHO);

  private static final HandFinding TWO_LEAD_PARTICIPANTS =
      LEAD_PARTICIPANTS.finding(MET, "2", "The number of lead participants is exactly 2: 2.");

  private static final String TRN_QUESTION =
      "What is the person's seven-digit teacher reference number?";

  private static final HandFinding TRN_OF_NOBODY =
      TRN.finding(
          EVIDENCE_MISSING,
          "not given",
          "For each lead participant, the teacher reference number must be given. Still to be said:"
              + " each lead participant: What is the person's seven-digit teacher reference number?",
          trnOf("each lead participant"));

  private static final HandFinding TRN_OF_TWO =
      TRN.finding(
          MET,
          "2 of 2 given",
          "For each lead participant, the teacher reference number is given: 2 of 2 given.");

  private static final HandFinding STATEMENT_GIVEN =
      HEADTEACHER_STATEMENT.finding(MET, "given", "The headteacher's statement is given: given.");

  private static final MissingFact STATEMENT =
      missing(
          "headteacher-statement",
          "What does the headteacher say in support of the application?",
          "headteacherStatement");

  private static final HandFinding STATEMENT_LACKING =
      HEADTEACHER_STATEMENT.finding(
          UNMET,
          "not given",
          "The headteacher's statement must be given; read: not given. To be given: What does the"
              + " headteacher say in support of the application?",
          STATEMENT);

  private static final HandFinding STATEMENT_MISSING =
      HEADTEACHER_STATEMENT.finding(
          EVIDENCE_MISSING,
          "not given",
          "The headteacher's statement must be given. Still to be said: What does the headteacher"
              + " say in support of the application?",
          STATEMENT);

  private static final HandFinding BY_THE_SCHOOL =
      INDIVIDUAL_APPLICATION.finding(
          MET, "yes", "It is so that the school makes an application of its own: yes.");

  private static final HandFinding BY_A_TRUST =
      INDIVIDUAL_APPLICATION.finding(
          UNMET, "no", "It must be so that the school makes an application of its own; read: no.");

  private static final String STILL_TO_BE_SAID = ". Still to be said:";

  private static final String RELEASE_STILL_TO_BE_SAID =
      "The combined release time must be at least 10 days. Still to be said: For how many days is"
          + " each lead participant released?";

  private static final ImmutableList<MissingFact> COMBINED_RELEASE =
      ImmutableList.of(
          missing(
              "combined-release",
              "For how many days is each lead participant released?",
              "leadParticipants[].releaseDays"));

  private static final HandFinding RELEASE_TIME_MISSING =
      RELEASE_TIME.finding(
          EVIDENCE_MISSING, "not given", RELEASE_STILL_TO_BE_SAID, COMBINED_RELEASE);

  private static final String TEACHER_QUESTION =
      "Is the person a teacher, not only a teaching assistant?";

  private static final String TEACHER = "the person is a teacher and not only a teaching assistant";

  private static final HandFinding AUDIENCE_OF_NOBODY =
      AUDIENCE.finding(
          EVIDENCE_MISSING,
          "each lead participant: not given",
          "For each lead participant, it must be so that "
              + TEACHER
              + ". Still to be said: each lead participant: "
              + TEACHER_QUESTION,
          teacherOf("each lead participant"));

  /** Roles that only a teacher holds. */
  private static final ImmutableSet<Role> OF_TEACHERS =
      Sets.immutableEnumSet(
          Role.MATHS_LEAD,
          Role.SUBJECT_LEADER,
          Role.MIDDLE_LEADER,
          Role.SENIOR_LEADER,
          Role.CLASS_TEACHER,
          Role.SENCO,
          Role.HEADTEACHER);

  // What the school gets

  private static final String NO = ": not due, because the answer is no.";

  private static final String NO_DESPITE_PLACE =
      ": not due, because the answer is no; the hub has offered a place all the same.";

  private static final HandEntitlement GRANT = grant(EntitlementStatus.FIRM, null, ".");

  private static final HandEntitlement GRANT_WITHOUT_PLACE =
      grant(EntitlementStatus.NOT_DUE, EntitlementReason.CONDITION_NOT_MET, ": not due.");

  private static final HandEntitlement GRANT_REFUSED =
      grant(EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO, NO);

  private static final HandEntitlement GRANT_REFUSED_DESPITE_PLACE =
      grant(
          EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO_DESPITE_PLACE, NO_DESPITE_PLACE);

  private static final HandEntitlement GRANT_OPEN =
      grant(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.CONDITION_OPEN,
          ", once this is answered: Has the hub offered the school a place?",
          missing("place", "Has the hub offered the school a place?", "place"));

  private static final HandEntitlement CHARGE = charge(EntitlementStatus.FIRM, null, ".");

  private static final HandEntitlement CHARGE_REFUSED =
      charge(EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO, NO);

  private static final HandEntitlement CHARGE_REFUSED_DESPITE_PLACE =
      charge(
          EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO_DESPITE_PLACE, NO_DESPITE_PLACE);

  private static final HandEntitlement CHARGE_OPEN =
      charge(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.VERDICT_OPEN,
          ", if the school may take part.");

  private static final HandEntitlement CHARGE_WITH_HUB =
      charge(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.HUB_DECIDES,
          ", if the hub decides that the school may take part.");

  private final PolicyVersion policy;

  /** Creates the policy; its assessments name this version. */
  public CheshireWirralByHand(PolicyVersion policy) {
    this.policy = policy;
  }

  /**
   * Assesses an application.
   *
   * @throws InvalidInputException if it is for another offering, or has an answer that the policy
   *     does not ask for
   */
  public HandAssessment assess(Application application) {
    if (!application.offering().equals(OFFERING)) {
      throw refused(ProblemCode.CONTRADICTION, "/offering", "the document is for another offering");
    }
    Boolean committed = null;
    Boolean capacity = null;
    for (Map.Entry<String, Object> answer : application.answers().byFact().entrySet()) {
      switch (answer.getKey()) {
        case "committed-to-mastery" -> committed = yesNo(answer);
        case "capacity-for-development" -> capacity = yesNo(answer);
        case "state-funded",
            "most-teachers-using-mastery",
            "school-leadership-commitment",
            "subject-leadership-commitment",
            "mastery-specialist-school",
            "full-year-commitment",
            "mastering-number-2021-22",
            "mastery-begun",
            "significant-commitment",
            "textbook-match-funding",
            "dfe-textbook-confirmation",
            "expression-of-interest",
            "work-group-plan",
            "action-plan",
            "reports",
            "evaluation" ->
            yesNo(answer);
        case "teachers", "teachers-using-mastery", "classes-with-mastery-embedded" ->
            checkNumber(answer);
        default ->
            throw refused(
                ProblemCode.UNKNOWN_KEY, "/answers/" + answer.getKey(), "no policy asks for this");
      }
    }
    EstablishmentType type = application.school().establishmentType().orElse(null);
    List<LeadParticipant> people =
        application.leadParticipants().isPresent()
            ? application.leadParticipants().get()
            : ImmutableList.of();

    ImmutableList.Builder<HandFinding> all = ImmutableList.builderWithExpectedSize(MOST_FINDINGS);
    Phase phase = application.school().phase().orElse(null);
    all.add(phase == null ? PHASE_MISSING : made(BY_PHASE.get(phase)));
    if (type != null
        && (type.provision() == ProvisionType.SPECIAL || type.funding() != Funding.STATE)) {
      all.add(SPECIAL);
    }
    all.add(committed == null ? COMMITTED_MISSING : committed ? COMMITTED_YES : COMMITTED_NO);
    all.add(capacity == null ? CAPACITY_MISSING : capacity ? CAPACITY_YES : CAPACITY_NO);
    if (type == null) {
      all.add(SPECIAL_OR_NOT);
    }
    boolean handedIn = application.submittedOn().isPresent();
    int different = differentPeople(people);
    boolean growing = !handedIn && different > 0 && different < NEEDED_PEOPLE;
    all.add(leadParticipants(different, handedIn));
    all.add(audience(people, growing));
    all.add(trn(people, handedIn, growing));
    Optional<String> statement = application.headteacherStatement();
    all.add(
        statement.isPresent() && !Blanks.isBlank(statement.get())
            ? STATEMENT_GIVEN
            : handedIn ? STATEMENT_LACKING : STATEMENT_MISSING);
    all.add(application.submittedBy() == SubmittedBy.SCHOOL ? BY_THE_SCHOOL : BY_A_TRUST);
    all.add(releaseTime(application, people, growing));
    return assessment(application, all.build());
  }

  private HandAssessment assessment(Application application, ImmutableList<HandFinding> findings) {
    Prospect eligibility = new Prospect();
    Prospect applied = new Prospect();
    Prospect commitments = new Prospect();
    for (HandFinding finding : findings) {
      switch (finding.row().aspect()) {
        case ELIGIBILITY -> eligibility.add(finding);
        case APPLICATION -> applied.add(finding);
        default -> commitments.add(finding);
      }
    }
    Verdict verdict = eligibility.and(applied).and(commitments).verdict();
    return new HandAssessment(
        OFFERING,
        verdict,
        eligibility.verdict(),
        applied.verdict(),
        commitments.verdict(),
        findings,
        entitlements(application.place().orElse(null), verdict),
        Lists.UNDERTAKINGS,
        Lists.PROVISION,
        ImmutableList.of(),
        policy);
  }

  /** The best and the worst verdict that are still possible. */
  private static final class Prospect {

    private Verdict best = Verdict.YES;
    private Verdict worst = Verdict.YES;

    void add(HandFinding finding) {
      if (finding.row().strength() == Strength.PREFERRED) {
        return;
      }
      switch (finding.status()) {
        case MET -> {}
        case UNMET -> add(Verdict.NO, Verdict.NO);
        case EVIDENCE_MISSING -> add(Verdict.YES, finding.row().worst());
        case REFERRED, POLICY_SILENT -> add(Verdict.REFER_TO_HUB, Verdict.REFER_TO_HUB);
      }
    }

    private void add(Verdict itsBest, Verdict itsWorst) {
      best = worse(best, itsBest);
      worst = worse(worst, itsWorst);
    }

    Prospect and(Prospect other) {
      Prospect both = new Prospect();
      both.add(best, worst);
      both.add(other.best, other.worst);
      return both;
    }

    Verdict verdict() {
      return best == worst ? best : Verdict.MORE_INFORMATION_NEEDED;
    }
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static ImmutableList<HandEntitlement> entitlements(
      @Nullable Place place, Verdict verdict) {
    boolean accepted = place == Place.ACCEPTED;
    return ImmutableList.of(grant(place, accepted, verdict), charge(accepted, verdict));
  }

  private static HandEntitlement grant(@Nullable Place place, boolean accepted, Verdict verdict) {
    if (place != null && !accepted) {
      return GRANT_WITHOUT_PLACE;
    }
    if (verdict == Verdict.NO) {
      return accepted ? GRANT_REFUSED_DESPITE_PLACE : GRANT_REFUSED;
    }
    return accepted ? GRANT : GRANT_OPEN;
  }

  private static HandEntitlement charge(boolean accepted, Verdict verdict) {
    if (verdict == Verdict.NO) {
      return accepted ? CHARGE_REFUSED_DESPITE_PLACE : CHARGE_REFUSED;
    }
    if (accepted || verdict == Verdict.YES) {
      return CHARGE;
    }
    return verdict == Verdict.REFER_TO_HUB ? CHARGE_WITH_HUB : CHARGE_OPEN;
  }

  private static HandFinding phase(Phase phase) {
    String read = words(phase);
    return switch (phase) {
      case PRIMARY -> PHASE.finding(MET, read, "The phase of the school is primary: primary.");
      case ALL_THROUGH, MIDDLE_DEEMED_PRIMARY, NOT_APPLICABLE ->
          PHASE.finding(
              REFERRED,
              read,
              "The hub decides: the phase of the school must be primary; read: " + read + ".");
      default ->
          PHASE.finding(
              UNMET, read, "The phase of the school must be primary; read: " + read + ".");
    };
  }

  private static HandFinding leadParticipants(int different, boolean handedIn) {
    return switch (different) {
      case NEEDED_PEOPLE -> TWO_LEAD_PARTICIPANTS;
      case 0 -> handedIn ? NO_LEAD_PARTICIPANTS : LEAD_PARTICIPANTS_MISSING;
      default ->
          different < NEEDED_PEOPLE && !handedIn
              ? ONE_LEAD_PARTICIPANT_SO_FAR
              : LEAD_PARTICIPANTS.finding(
                  UNMET,
                  () -> Integer.toString(different),
                  read -> "The number of lead participants must be exactly 2; read: " + read + ".",
                  ImmutableList.of());
    };
  }

  /** Counts the people; a repeated number is one person, people without a number are different. */
  private static int differentPeople(List<LeadParticipant> people) {
    if (people.size() == 2) {
      Optional<Trn> first = people.get(0).trn();
      return first.isPresent() && first.equals(people.get(1).trn()) ? 1 : 2;
    }
    Set<Trn> known = new HashSet<>();
    int different = 0;
    for (LeadParticipant person : people) {
      if (person.trn().isEmpty() || known.add(person.trn().get())) {
        different++;
      }
    }
    return different;
  }

  private static HandFinding trn(List<LeadParticipant> people, boolean handedIn, boolean growing) {
    if (people.isEmpty()) {
      return TRN_OF_NOBODY;
    }
    int given = 0;
    for (LeadParticipant person : people) {
      given += person.trn().isPresent() ? 1 : 0;
    }
    int all = people.size();
    int some = given;
    if (some < all || growing) {
      return trnMissing(people, some, handedIn, growing);
    }
    return all == NEEDED_PEOPLE
        ? TRN_OF_TWO
        : TRN.finding(
            MET,
            () -> some + " of " + all + " given",
            read ->
                "For each lead participant, the teacher reference number is given: " + read + ".",
            ImmutableList.of());
  }

  private static HandFinding trnMissing(
      List<LeadParticipant> people, int given, boolean handedIn, boolean growing) {
    int all = people.size();
    ImmutableList.Builder<MissingFact> builder = ImmutableList.builder();
    for (int i = 0; i < all; i++) {
      if (people.get(i).trn().isEmpty()) {
        builder.add(trnOf("lead participant " + (i + 1)));
      }
    }
    if (growing) {
      builder.add(trnOf("lead participant " + (all + 1)));
    }
    ImmutableList<MissingFact> missing = builder.build();
    String must = "For each lead participant, the teacher reference number must be given";
    return TRN.finding(
        handedIn ? UNMET : EVIDENCE_MISSING,
        () -> given + " of " + all + " given",
        read ->
            questions(
                handedIn ? must + "; read: " + read + ". To be given:" : must + STILL_TO_BE_SAID,
                missing),
        missing);
  }

  private static String questions(String sentence, ImmutableList<MissingFact> missing) {
    StringBuilder all = new StringBuilder(sentence);
    for (MissingFact one : missing) {
      all.append(' ').append(one.of()).append(": ").append(one.question());
    }
    return all.toString();
  }

  private static HandFinding releaseTime(
      Application application, List<LeadParticipant> people, boolean growing) {
    if (people.isEmpty()) {
      return RELEASE_TIME_MISSING;
    }
    long sum =
        application.meetingsOnTop().isPresent()
            ? (long) application.meetingsOnTop().get().halfDays() * people.size()
            : 0;
    boolean open = growing;
    for (LeadParticipant person : people) {
      Optional<ReleaseTime> release = person.releaseDays();
      if (release.isPresent()) {
        sum += release.get().halfDays();
      } else {
        open = true;
      }
    }
    long halfDays = sum;
    Supplier<String> read = open ? () -> days(halfDays) + " so far" : () -> days(halfDays);
    if (halfDays >= NEEDED_HALF_DAYS) {
      return RELEASE_TIME.finding(
          MET,
          read,
          days -> "The combined release time is at least 10 days: " + days + ".",
          ImmutableList.of());
    }
    return open
        ? RELEASE_TIME.finding(
            EVIDENCE_MISSING, read, days -> RELEASE_STILL_TO_BE_SAID, COMBINED_RELEASE)
        : RELEASE_TIME.finding(
            UNMET,
            read,
            days -> "The combined release time must be at least 10 days; read: " + days + ".",
            ImmutableList.of());
  }

  /** Somebody who is no teacher decides it; else somebody who was not said; else all are read. */
  private static HandFinding audience(List<LeadParticipant> people, boolean growing) {
    if (people.isEmpty()) {
      return AUDIENCE_OF_NOBODY;
    }
    boolean none = false;
    boolean open = growing;
    for (LeadParticipant person : people) {
      Boolean teacher = isTeacher(person);
      none |= Boolean.FALSE.equals(teacher);
      open |= teacher == null;
    }
    if (none) {
      return AUDIENCE.finding(
          UNMET,
          () -> teachers(people, true),
          read ->
              "For each lead participant, it must be so that " + TEACHER + "; read: " + read + ".",
          ImmutableList.of());
    }
    return open
        ? audienceMissing(people, growing)
        : AUDIENCE.finding(
            MET,
            () -> teachers(people, false),
            read -> "For each lead participant, it is so that " + TEACHER + ": " + read + ".",
            ImmutableList.of());
  }

  private static @Nullable Boolean isTeacher(LeadParticipant person) {
    return person
        .roles()
        .map(
            roles ->
                !roles.contains(Role.TEACHING_ASSISTANT)
                    || !Sets.intersection(roles, OF_TEACHERS).isEmpty())
        .orElse(null);
  }

  /** Whether each person is a teacher, or only those who are none. */
  private static String teachers(List<LeadParticipant> people, boolean none) {
    StringBuilder reads = new StringBuilder(64);
    for (int i = 0; i < people.size(); i++) {
      Boolean teacher = isTeacher(people.get(i));
      if (!none || Boolean.FALSE.equals(teacher)) {
        reads
            .append(reads.isEmpty() ? "" : "; ")
            .append("lead participant ")
            .append(i + 1)
            .append(": ")
            .append(teacher == null ? "not given" : teacher ? "yes" : "no");
      }
    }
    return reads.toString();
  }

  private static HandFinding audienceMissing(List<LeadParticipant> people, boolean growing) {
    ImmutableList.Builder<MissingFact> builder = ImmutableList.builder();
    for (int i = 0; i < people.size(); i++) {
      if (people.get(i).roles().isEmpty()) {
        builder.add(teacherOf("lead participant " + (i + 1)));
      }
    }
    String next = "lead participant " + (people.size() + 1);
    if (growing) {
      builder.add(teacherOf(next));
    }
    ImmutableList<MissingFact> missing = builder.build();
    return AUDIENCE.finding(
        EVIDENCE_MISSING,
        () -> teachers(people, false) + (growing ? "; " + next + ": not given" : ""),
        read ->
            questions(
                "For each lead participant, it must be so that " + TEACHER + STILL_TO_BE_SAID,
                missing),
        missing);
  }

  private static HandEntitlement grant(
      EntitlementStatus status,
      @Nullable EntitlementReason reason,
      String because,
      MissingFact... waitsFor) {
    return new HandEntitlement(
        "grant",
        status,
        Optional.ofNullable(reason),
        false,
        Optional.of(Money.of(CurrencyUnit.GBP, 1000)),
        Optional.of(PayUnit.SCHOOL),
        Purpose.RELEASE_TIME,
        ImmutableList.copyOf(waitsFor),
        "£1,000 for each school towards release time" + because,
        Row.read(
            "benefits, fifth point; after the expectations, second sentence",
            "each school with a place gets one grant"),
        Row.line(194));
  }

  private static HandEntitlement charge(
      EntitlementStatus status, @Nullable EntitlementReason reason, String because) {
    return new HandEntitlement(
        "charge",
        status,
        Optional.ofNullable(reason),
        true,
        Optional.of(Money.of(CurrencyUnit.GBP, 0)),
        Optional.of(PayUnit.SCHOOL),
        Purpose.PARTICIPATION,
        ImmutableList.of(),
        "No charge for participation" + because,
        Row.plain("benefits, fifth point; after the expectations, first sentence"),
        Row.line(203));
  }

  private static String days(long halfDays) {
    if (halfDays == 2) {
      return "1 day";
    }
    return halfDays % 2 == 0 ? halfDays / 2 + " days" : halfDays / 2 + ".5 days";
  }

  private static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static MissingFact missing(String fact, String question, String at) {
    return new MissingFact(fact, "", question, at);
  }

  private static MissingFact trnOf(String person) {
    return new MissingFact("trn", person, TRN_QUESTION, "leadParticipants[].trn");
  }

  private static MissingFact teacherOf(String of) {
    return new MissingFact("teacher", of, TEACHER_QUESTION, "leadParticipants[].roles");
  }

  private static HandFinding made(@Nullable HandFinding finding) {
    if (finding == null) {
      throw new IllegalStateException("a word without its finding");
    }
    return finding;
  }

  private static boolean yesNo(Map.Entry<String, Object> answer) {
    if (answer.getValue() instanceof Boolean yes) {
      return yes;
    }
    throw refused(
        ProblemCode.WRONG_TYPE, "/answers/" + answer.getKey(), "expected `true` or `false`");
  }

  private static void checkNumber(Map.Entry<String, Object> answer) {
    if (!(answer.getValue() instanceof BigDecimal number) || number.signum() < 0) {
      throw refused(
          ProblemCode.WRONG_TYPE,
          "/answers/" + answer.getKey(),
          "expected a number that is not negative");
    }
  }

  private static InvalidInputException refused(ProblemCode code, String pointer, String what) {
    return new InvalidInputException(Problem.of(code, what).atValue(pointer));
  }
}

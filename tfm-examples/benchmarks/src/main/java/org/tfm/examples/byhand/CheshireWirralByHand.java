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
import org.tfm.model.assessment.Status;
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

  /** The largest numbers of people about whom a sentence has at most 25 words. */
  private static final int MOST_IN_SENTENCE_ON_TEACHERS = 12;

  private static final int MOST_IN_SENTENCE_ON_TRN = 10;

  private static final String ONE = "lead participant ";

  private static final String HUB_DECIDES =
      "the hub decides: the document mentions neither special schools nor school funding";

  // Eligibility

  private static final Row PHASE =
      new Row(
          "phase",
          Aspect.ELIGIBILITY,
          Strength.MUST,
          Verdict.NO,
          "the school is a primary school",
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
          HUB_DECIDES,
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
          "the school is committed to teaching for mastery",
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
          "the school has the capacity for significant development work this year",
          Row.read("who can apply, third sentence", "the school judges its own capacity"),
          Row.line(36));

  // Application

  private static final Row LEAD_PARTICIPANTS =
      new Row(
          "lead-participants",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "the application names exactly 2 lead participants",
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
          "each lead participant is a teacher",
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
          "each lead participant has a teacher reference number (TRN)",
          Row.read("how to apply, closing note", "a teacher reference number has seven digits"),
          Row.line(67));

  private static final Row HEADTEACHER_STATEMENT =
      new Row(
          "headteacher-statement",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "the application includes a statement by the headteacher",
          Row.read("how to apply, closing note", "no length is given, so any statement is enough"),
          Row.line(76));

  private static final Row INDIVIDUAL_APPLICATION =
      new Row(
          "individual-application",
          Aspect.APPLICATION,
          Strength.MUST,
          Verdict.NO,
          "the school makes its own application",
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
          "the lead participants are released for at least 10 days between them",
          Row.read(
              "expectations of schools, second point",
              "the days of both lead participants are added together, and the meetings count"),
          Row.line(96));

  // Precomputed findings

  private static final HandFinding PHASE_MISSING =
      PHASE.finding(
          EVIDENCE_MISSING,
          "not given",
          "The school must be a primary school. Please answer: Which phase of education is the"
              + " school?",
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
          REFERRED,
          "not given",
          "The hub decides: the document mentions neither special schools nor school funding.");

  private static final HandFinding SPECIAL_OR_NOT =
      SCHOOL_TYPE.finding(
          EVIDENCE_MISSING,
          "not given",
          "The hub decides: the document mentions neither special schools nor school funding."
              + " Please answer: Which type of establishment is the school in the register of"
              + " schools?",
          TYPE);

  private static final HandFinding COMMITTED_YES =
      COMMITTED.finding(MET, "yes", "The school is committed to teaching for mastery.");

  private static final HandFinding COMMITTED_NO =
      COMMITTED.finding(
          UNMET, "no", "The school must be committed to teaching for mastery; it is not.");

  private static final HandFinding COMMITTED_MISSING =
      COMMITTED.finding(
          EVIDENCE_MISSING,
          "not given",
          "The school must be committed to teaching for mastery. Please answer: Is the school"
              + " committed to using teaching for mastery approaches?",
          missing(
              "committed-to-mastery",
              "Is the school committed to using teaching for mastery approaches?",
              "answers.committed-to-mastery"));

  private static final HandFinding CAPACITY_YES =
      CAPACITY.finding(
          MET, "yes", "The school has the capacity for significant development work this year.");

  private static final HandFinding CAPACITY_NO =
      CAPACITY.finding(
          REFERRED,
          "no",
          "The school should have the capacity for significant development work this year; it does"
              + " not. The hub decides.");

  private static final HandFinding CAPACITY_MISSING =
      CAPACITY.finding(
          EVIDENCE_MISSING,
          "not given",
          "The school should have the capacity for significant development work this year. Please"
              + " answer: Does the school have the capacity for significant development work this"
              + " year?",
          missing(
              "capacity-for-development",
              "Does the school have the capacity for significant development work this year?",
              "answers.capacity-for-development"));

  private static final MissingFact WHO =
      missing("lead-participants", "Which teachers would take part?", "leadParticipants");

  private static final MissingFact WHO_ELSE =
      missing("lead-participants", "Which other teachers would take part?", "leadParticipants");

  private static final String WHO_IS_ASKED =
      "The application must name exactly 2 lead participants. Please answer: ";

  private static final HandFinding LEAD_PARTICIPANTS_MISSING =
      LEAD_PARTICIPANTS.finding(
          EVIDENCE_MISSING, "not given", WHO_IS_ASKED + WHO.question(), WHO, WHO);

  private static final HandFinding ONE_LEAD_PARTICIPANT_SO_FAR =
      LEAD_PARTICIPANTS.finding(
          EVIDENCE_MISSING,
          "1 lead participant so far",
          WHO_IS_ASKED + WHO_ELSE.question(),
          WHO_ELSE);

  private static final HandFinding TWO_LEAD_PARTICIPANTS =
      LEAD_PARTICIPANTS.finding(
          MET, "2 lead participants", "The application names 2 lead participants.");

  private static final String TRN_NEEDED =
      "Each lead participant must have a teacher reference number (TRN)";

  private static final String TRN_QUESTION =
      "What is the person's teacher reference number? (7 digits)";

  private static final HandFinding TRN_OF_NOBODY =
      TRN.finding(
          EVIDENCE_MISSING,
          "not given",
          "Each lead participant must have a teacher reference number (TRN). Please answer for each"
              + " lead participant: What is the person's teacher reference number? (7 digits)",
          trnOf("each lead participant"));

  private static final String TRN_OF_ALL =
      "Each lead participant has a teacher reference number (TRN).";

  private static final HandFinding TRN_OF_TWO = TRN.finding(MET, "2 of 2 given", TRN_OF_ALL);

  private static final HandFinding STATEMENT_GIVEN =
      HEADTEACHER_STATEMENT.finding(
          MET, "given", "The application includes a statement by the headteacher.");

  private static final MissingFact STATEMENT =
      missing(
          "headteacher-statement",
          "What does the headteacher say in support of the application?",
          "headteacherStatement");

  private static final HandFinding STATEMENT_LACKING =
      HEADTEACHER_STATEMENT.finding(
          UNMET,
          "not given",
          "The application must include a statement by the headteacher; it does not.",
          STATEMENT);

  private static final HandFinding STATEMENT_MISSING =
      HEADTEACHER_STATEMENT.finding(
          EVIDENCE_MISSING,
          "not given",
          "The application must include a statement by the headteacher. Please answer: What does"
              + " the headteacher say in support of the application?",
          STATEMENT);

  private static final HandFinding BY_THE_SCHOOL =
      INDIVIDUAL_APPLICATION.finding(MET, "yes", "The school makes its own application.");

  private static final HandFinding BY_A_TRUST =
      INDIVIDUAL_APPLICATION.finding(
          UNMET, "no", "The school must make its own application; it does not.");

  private static final String RELEASE_QUESTION =
      "How many days is each lead participant released for? (halves allowed)";

  private static final String RELEASE_IS_ASKED =
      "The lead participants must be released for at least 10 days between them. Please answer: "
          + RELEASE_QUESTION;

  private static final ImmutableList<MissingFact> COMBINED_RELEASE =
      ImmutableList.of(
          missing("combined-release", RELEASE_QUESTION, "leadParticipants[].releaseDays"));

  private static final HandFinding RELEASE_TIME_MISSING =
      RELEASE_TIME.finding(EVIDENCE_MISSING, "not given", RELEASE_IS_ASKED, COMBINED_RELEASE);

  private static final String TEACHERS_NEEDED = "Each lead participant must be a teacher";

  private static final String TEACHER_QUESTION =
      "Is the person a teacher, not only a teaching assistant?";

  private static final HandFinding AUDIENCE_OF_NOBODY =
      AUDIENCE.finding(
          EVIDENCE_MISSING,
          "each lead participant: not given",
          "Each lead participant must be a teacher. Please answer for each lead participant: Is"
              + " the person a teacher, not only a teaching assistant?",
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
          Role.HEADTEACHER,
          Role.DEPUTY_HEADTEACHER,
          Role.PHASE_LEADER,
          Role.KEY_STAGE_LEAD,
          Role.YEAR_GROUP_LEAD,
          Role.SECOND_IN_DEPARTMENT,
          Role.MASTERY_LEAD);

  // What the school gets

  private static final String NO = ", because the school cannot take part.";

  private static final String NO_DESPITE_PLACE =
      ". The hub has offered a place, but the school cannot take part.";

  private static final String NOT_DUE = ": not due";

  private static final String NOT_FREE = ": this does not apply";

  private static final HandEntitlement GRANT =
      grant(EntitlementStatus.FIRM, null, ", because the hub has offered a place.");

  private static final HandEntitlement GRANT_WITHOUT_PLACE =
      grant(
          EntitlementStatus.NOT_DUE,
          EntitlementReason.CONDITION_NOT_MET,
          ": not due. It is due only if the hub has offered a place.");

  private static final HandEntitlement GRANT_REFUSED =
      grant(EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO, NOT_DUE + NO);

  private static final HandEntitlement GRANT_REFUSED_DESPITE_PLACE =
      grant(
          EntitlementStatus.NOT_DUE,
          EntitlementReason.VERDICT_NO_DESPITE_PLACE,
          NOT_DUE + NO_DESPITE_PLACE);

  private static final HandEntitlement GRANT_OPEN =
      grant(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.CONDITION_OPEN,
          " if the hub has offered a place.",
          missing("place", "Has the hub offered the school a place?", "place"));

  private static final HandEntitlement CHARGE = charge(EntitlementStatus.FIRM, null, ".");

  private static final HandEntitlement CHARGE_REFUSED =
      charge(EntitlementStatus.NOT_DUE, EntitlementReason.VERDICT_NO, NOT_FREE + NO);

  private static final HandEntitlement CHARGE_REFUSED_DESPITE_PLACE =
      charge(
          EntitlementStatus.NOT_DUE,
          EntitlementReason.VERDICT_NO_DESPITE_PLACE,
          NOT_FREE + NO_DESPITE_PLACE);

  private static final HandEntitlement CHARGE_OPEN =
      charge(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.VERDICT_OPEN,
          " if the school can take part.");

  private static final HandEntitlement CHARGE_WITH_HUB =
      charge(
          EntitlementStatus.CONDITIONAL,
          EntitlementReason.HUB_DECIDES,
          " if the hub decides that the school can take part.");

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
    return switch (phase) {
      case PRIMARY -> PHASE.finding(MET, "a primary school", "The school is a primary school.");
      case NURSERY -> otherPhase(UNMET, "a nursery school");
      case MIDDLE_DEEMED_PRIMARY -> otherPhase(REFERRED, "a middle-deemed-primary school");
      case MIDDLE_DEEMED_SECONDARY -> otherPhase(UNMET, "a middle-deemed-secondary school");
      case SECONDARY -> otherPhase(UNMET, "a secondary school");
      case SIXTEEN_PLUS -> otherPhase(UNMET, "a 16-plus provider");
      case ALL_THROUGH -> otherPhase(REFERRED, "an all-through school");
      case NOT_APPLICABLE -> otherPhase(REFERRED, "a school without a phase");
    };
  }

  private static HandFinding otherPhase(Status status, String read) {
    return PHASE.finding(
        status,
        read,
        "The school must be a primary school; it is "
            + read
            + (status == REFERRED ? ". The hub decides." : "."));
  }

  private static HandFinding leadParticipants(int different, boolean handedIn) {
    return switch (different) {
      case 0 -> handedIn ? otherNumber(0) : LEAD_PARTICIPANTS_MISSING;
      case 1 -> handedIn ? otherNumber(1) : ONE_LEAD_PARTICIPANT_SO_FAR;
      case NEEDED_PEOPLE -> TWO_LEAD_PARTICIPANTS;
      default -> otherNumber(different);
    };
  }

  private static HandFinding otherNumber(int different) {
    return LEAD_PARTICIPANTS.finding(
        UNMET,
        () -> different == 1 ? "1 lead participant" : different + " lead participants",
        read ->
            "The application must name exactly 2 lead participants; it names "
                + (different == 0 ? "no lead participants" : read)
                + ".",
        ImmutableList.of());
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
                all == 1 ? "Lead participant 1 has a teacher reference number (TRN)." : TRN_OF_ALL,
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
    return TRN.finding(
        handedIn ? UNMET : EVIDENCE_MISSING,
        () -> given + " of " + all + " given",
        read ->
            handedIn
                ? unmet(
                    TRN_NEEDED,
                    all(missing) + (missing.size() == 1 ? " does not" : " do not"),
                    missing.size() <= MOST_IN_SENTENCE_ON_TRN)
                : asked(TRN_NEEDED, missing, TRN_QUESTION),
        missing);
  }

  /** Returns the demand with a clause, in one sentence if there are few people in it. */
  private static String unmet(String needed, String clause, boolean isShort) {
    return isShort ? needed + "; " + clause + "." : needed + ". L" + clause.substring(1) + ".";
  }

  /** Returns the demand with a question about people. */
  private static String asked(String needed, ImmutableList<MissingFact> missing, String question) {
    return needed + ". Please answer for " + all(missing) + ": " + question;
  }

  /** Returns people by their numbers, such as {@code lead participants 1 and 2}. */
  private static String all(ImmutableList<MissingFact> missing) {
    StringBuilder all = new StringBuilder(missing.get(0).of());
    int last = missing.size() - 1;
    if (last > 0) {
      all.insert(ONE.length() - 1, 's');
    }
    for (int i = 1; i <= last; i++) {
      all.append(i == last ? " and " : ", ")
          .append(missing.get(i).of(), ONE.length(), missing.get(i).of().length());
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
          days ->
              (days.endsWith(" so far") ? "So far, the" : "The")
                  + " lead participants are released for "
                  + days(halfDays)
                  + " between them (needed: at least 10 days).",
          ImmutableList.of());
    }
    return open
        ? RELEASE_TIME.finding(EVIDENCE_MISSING, read, days -> RELEASE_IS_ASKED, COMBINED_RELEASE)
        : RELEASE_TIME.finding(
            UNMET,
            read,
            days ->
                "The lead participants must be released for at least 10 days between them; they are"
                    + " released for "
                    + days
                    + " between them.",
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
          UNMET, () -> teachers(people, true), read -> noTeachers(people), ImmutableList.of());
    }
    return open
        ? audienceMissing(people, growing)
        : AUDIENCE.finding(
            MET,
            () -> teachers(people, false),
            read ->
                people.size() == 1
                    ? "Lead participant 1 is a teacher."
                    : "Each lead participant is a teacher.",
            ImmutableList.of());
  }

  private static String noTeachers(List<LeadParticipant> people) {
    ImmutableList.Builder<MissingFact> none = ImmutableList.builder();
    for (int i = 0; i < people.size(); i++) {
      if (Boolean.FALSE.equals(isTeacher(people.get(i)))) {
        none.add(teacherOf(ONE + (i + 1)));
      }
    }
    ImmutableList<MissingFact> all = none.build();
    return unmet(
        TEACHERS_NEEDED,
        all(all) + (all.size() == 1 ? " is a teaching assistant" : " are teaching assistants"),
        all.size() <= MOST_IN_SENTENCE_ON_TEACHERS);
  }

  private static @Nullable Boolean isTeacher(LeadParticipant person) {
    return person
        .roles()
        .filter(roles -> !roles.isEmpty())
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
            .append(teacher == null ? "not given" : teacher ? "yes" : "no (a teaching assistant)");
      }
    }
    return reads.toString();
  }

  private static HandFinding audienceMissing(List<LeadParticipant> people, boolean growing) {
    ImmutableList.Builder<MissingFact> builder = ImmutableList.builder();
    for (int i = 0; i < people.size(); i++) {
      if (isTeacher(people.get(i)) == null) {
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
        read -> asked(TEACHERS_NEEDED, missing, TEACHER_QUESTION),
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
        true,
        ImmutableList.copyOf(waitsFor),
        "£1,000 towards release time" + because,
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
        false,
        ImmutableList.of(),
        "No charge for taking part" + because,
        Row.plain("benefits, fifth point; after the expectations, first sentence"),
        Row.line(203));
  }

  private static String days(long halfDays) {
    if (halfDays == 1) {
      return "half a day";
    }
    if (halfDays == 2) {
      return "1 day";
    }
    return halfDays % 2 == 0 ? halfDays / 2 + " days" : halfDays / 2 + ".5 days";
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

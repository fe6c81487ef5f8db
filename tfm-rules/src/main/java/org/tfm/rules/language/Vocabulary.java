package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.Facts;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.Internal;

/**
 * The facts that a rule can ask about, and the amounts to compare them with.
 *
 * @hidden
 */
@Internal
public final class Vocabulary {

  private Vocabulary() {}

  /** The phase of the school. */
  public static FactExpression phase() {
    return new FactExpression(Facts.PHASE);
  }

  /** The type of the school in the school register. */
  public static FactExpression establishmentType() {
    return new FactExpression(Facts.ESTABLISHMENT_TYPE);
  }

  /** The country that the school is in. */
  public static FactExpression country() {
    return new FactExpression(Facts.COUNTRY);
  }

  /** Whether the school is a special school. */
  public static FactExpression special() {
    return new FactExpression(Facts.SPECIAL);
  }

  /** Whether the school is a mainstream school. */
  public static FactExpression mainstream() {
    return new FactExpression(Facts.MAINSTREAM);
  }

  /** Whether the school is state-funded. */
  public static FactExpression stateFunded() {
    return new FactExpression(Facts.STATE_FUNDED);
  }

  /** Who makes the application. */
  @SinceLanguage(2)
  public static FactExpression applicant() {
    return new FactExpression(Facts.APPLICANT);
  }

  /** The intake within the year. */
  @SinceLanguage(2)
  public static FactExpression intake() {
    return new FactExpression(Facts.INTAKE);
  }

  /** The name of the local authority of the school. */
  @SinceLanguage(2)
  public static FactExpression localAuthority() {
    return new FactExpression(Facts.LOCAL_AUTHORITY);
  }

  /** The name of the district of the school. */
  @SinceLanguage(2)
  public static FactExpression district() {
    return new FactExpression(Facts.DISTRICT);
  }

  /** The name of the region of the school. */
  @SinceLanguage(2)
  public static FactExpression region() {
    return new FactExpression(Facts.REGION);
  }

  /** The name of the trust that the school is part of. */
  @SinceLanguage(2)
  public static FactExpression trust() {
    return new FactExpression(Facts.TRUST);
  }

  /** Whether the school is in the area of the hub of the offering. */
  @SinceLanguage(2)
  public static FactExpression inHubArea() {
    return new FactExpression(Facts.IN_HUB_AREA);
  }

  /** The hubs whose area contains the school. */
  @SinceLanguage(2)
  public static HubsExpression servingHubs() {
    return new HubsExpression();
  }

  /** The reference number of the school in the register. */
  @SinceLanguage(2)
  public static FactExpression urn() {
    return new FactExpression(Facts.URN);
  }

  /** The age of the youngest pupils of the school. */
  @SinceLanguage(2)
  public static FactExpression lowestAge() {
    return new FactExpression(Facts.LOWEST_AGE);
  }

  /** The age of the oldest pupils of the school. */
  @SinceLanguage(2)
  public static FactExpression highestAge() {
    return new FactExpression(Facts.HIGHEST_AGE);
  }

  /** The year groups of the school. */
  @SinceLanguage(2)
  public static FactExpression schoolYears() {
    return new FactExpression(Facts.SCHOOL_YEARS);
  }

  /** Whether the school has nursery provision. */
  @SinceLanguage(2)
  public static FactExpression nurseryProvision() {
    return new FactExpression(Facts.NURSERY_PROVISION);
  }

  /** The percentage of pupils who are eligible for free school meals. */
  @SinceLanguage(2)
  public static FactExpression freeMealShare() {
    return new FactExpression(Facts.FREE_MEAL_SHARE);
  }

  /** The number of pupils of the school. */
  @SinceLanguage(2)
  public static FactExpression pupils() {
    return new FactExpression(Facts.PUPILS);
  }

  /** The latest overall Ofsted grade of the school. */
  @SinceLanguage(2)
  public static FactExpression ofsted() {
    return new FactExpression(Facts.OFSTED_GRADE);
  }

  /** The types of work group that the school took part in before the year that it applies for. */
  public static FactExpression earlierParticipation() {
    return new FactExpression(Facts.EARLIER_PARTICIPATION);
  }

  /** The types of work group that the school completed before the year that it applies for. */
  @SinceLanguage(2)
  public static FactExpression completedParticipation() {
    return new FactExpression(Facts.COMPLETED_PARTICIPATION);
  }

  /** The types of work group that the school took part in, up to the year that it applies for. */
  public static FactExpression participation() {
    return new FactExpression(Facts.PARTICIPATION);
  }

  /** The other types of work group that the school takes part in, in the year applied for. */
  @SinceLanguage(2)
  public static FactExpression participationThisYear() {
    return new FactExpression(Facts.PARTICIPATION_THIS_YEAR);
  }

  /** The types of work group that the school took part in during a year such as {@code 2017/18}. */
  public static FactExpression participationIn(String year) {
    return new FactExpression(Facts.participationIn(AcademicYear.parse(year)));
  }

  /** The number of different people that the school sends. */
  public static FactExpression leadParticipants() {
    return new FactExpression(Facts.LEAD_PARTICIPANTS);
  }

  /** The release time of all lead participants together, meetings included. */
  public static FactExpression combinedRelease() {
    return new FactExpression(Facts.COMBINED_RELEASE);
  }

  /** The day, and if it is known the time, at which the application is submitted. */
  @SinceLanguage(2)
  public static FactExpression submitted() {
    return new FactExpression(Facts.SUBMITTED);
  }

  /** The day on which the school sent an expression of interest. */
  @SinceLanguage(2)
  public static FactExpression expressionOfInterest() {
    return new FactExpression(Facts.EXPRESSION_OF_INTEREST);
  }

  /** The headteacher's statement. */
  public static FactExpression headteacherStatement() {
    return new FactExpression(Facts.HEADTEACHER_STATEMENT);
  }

  /** Whether the school applies only for itself. */
  public static FactExpression appliesIndividually() {
    return new FactExpression(Facts.APPLIES_INDIVIDUALLY);
  }

  /** The hub's decision about a place. */
  public static FactExpression place() {
    return new FactExpression(Facts.PLACE);
  }

  /** Whether most teachers use mastery approaches. */
  public static FactExpression mostTeachersUsingMastery() {
    return new FactExpression(Facts.MOST_TEACHERS_USING_MASTERY);
  }

  /** The teacher reference number of a lead participant. */
  public static FactExpression trn() {
    return new FactExpression(Facts.TRN);
  }

  /** The roles of a lead participant. */
  public static FactExpression roles() {
    return new FactExpression(Facts.ROLES);
  }

  /** Whether a lead participant is a teacher and not only a teaching assistant. */
  public static FactExpression teacher() {
    return new FactExpression(Facts.TEACHER);
  }

  /** The number of years that a lead participant has taught. */
  public static FactExpression yearsTeaching() {
    return new FactExpression(Facts.YEARS_TEACHING);
  }

  /** The release time of one lead participant. */
  public static FactExpression releaseDays() {
    return new FactExpression(Facts.RELEASE_DAYS);
  }

  /** The year groups that a lead participant teaches. */
  @SinceLanguage(2)
  public static FactExpression yearGroups() {
    return new FactExpression(Facts.YEAR_GROUPS);
  }

  /** The stage of the career of a lead participant. */
  @SinceLanguage(2)
  public static FactExpression careerStage() {
    return new FactExpression(Facts.CAREER_STAGE);
  }

  /** Whether a lead participant has trained as a specialist maths teacher. */
  @SinceLanguage(2)
  public static FactExpression mathsSpecialist() {
    return new FactExpression(Facts.MATHS_SPECIALIST);
  }

  /** Whether a lead participant works part time. */
  @SinceLanguage(2)
  public static FactExpression partTime() {
    return new FactExpression(Facts.PART_TIME);
  }

  /** Whether a lead participant teaches maths. */
  @SinceLanguage(2)
  public static FactExpression teachesMaths() {
    return new FactExpression(Facts.TEACHES_MATHS);
  }

  /** The year groups that a lead participant has taught so far. */
  @SinceLanguage(2)
  public static FactExpression yearGroupsTaught() {
    return new FactExpression(Facts.YEAR_GROUPS_TAUGHT);
  }

  /** The subjects that a lead participant teaches. */
  @SinceLanguage(2)
  public static FactExpression subjects() {
    return new FactExpression(Facts.SUBJECTS);
  }

  /** Whether a lead participant supports the teaching of maths. */
  @SinceLanguage(2)
  public static FactExpression supportsMaths() {
    return new FactExpression(Facts.SUPPORTS_MATHS);
  }

  /** The release time of a lead participant in addition to the meetings. */
  @SinceLanguage(2)
  public static FactExpression releaseOutsideMeetings() {
    return new FactExpression(Facts.RELEASE_OUTSIDE_MEETINGS);
  }

  /** The qualifications and accreditations of a lead participant. */
  @SinceLanguage(2)
  public static FactExpression qualifications() {
    return new FactExpression(Facts.QUALIFICATIONS);
  }

  /** The number of years of a lead participant in the present role. */
  @SinceLanguage(2)
  public static FactExpression yearsInRole() {
    return new FactExpression(Facts.YEARS_IN_ROLE);
  }

  /** The number of years that a lead participant has taught in the present phase. */
  @SinceLanguage(2)
  public static FactExpression yearsInPhase() {
    return new FactExpression(Facts.YEARS_IN_PHASE);
  }

  /** The types of work group that a lead participant took part in, up to the year applied for. */
  @SinceLanguage(2)
  public static FactExpression ownParticipation() {
    return new FactExpression(Facts.OWN_PARTICIPATION);
  }

  /** The types of work group that a lead participant completed, up to the year applied for. */
  @SinceLanguage(2)
  public static FactExpression ownCompletedParticipation() {
    return new FactExpression(Facts.OWN_COMPLETED_PARTICIPATION);
  }

  /** The number of different schools in a group. */
  public static FactExpression schools() {
    return new FactExpression(Facts.SCHOOLS);
  }

  /** The number of different mainstream schools in a group. */
  public static FactExpression mainstreamSchools() {
    return new FactExpression(Facts.MAINSTREAM_SCHOOLS);
  }

  /** The number of different trusts of the schools of a group. */
  @SinceLanguage(2)
  public static FactExpression trusts() {
    return new FactExpression(Facts.TRUSTS);
  }

  /** The role of the person who leads a group. */
  public static FactExpression leadRole() {
    return new FactExpression(Facts.LEAD_ROLE);
  }

  /** The number of planned sessions. */
  public static FactExpression sessions() {
    return new FactExpression(Facts.SESSIONS);
  }

  /** The number of different schools that host sessions. */
  public static FactExpression sessionHosts() {
    return new FactExpression(Facts.SESSION_HOSTS);
  }

  /** Whether the first session is at the lead's own school. */
  public static FactExpression firstSessionAtLeadsSchool() {
    return new FactExpression(Facts.FIRST_SESSION_AT_LEADS_SCHOOL);
  }

  /** The number of a session in the year. */
  @SinceLanguage(2)
  public static FactExpression sessionNumber() {
    return new FactExpression(Facts.SESSION_NUMBER);
  }

  /** The name of the place of a session. */
  @SinceLanguage(2)
  public static FactExpression venue() {
    return new FactExpression(Facts.SESSION_VENUE);
  }

  /** What the policy calls a session, such as {@code "maths"}. */
  @SinceLanguage(2)
  public static FactExpression sessionKind() {
    return new FactExpression(Facts.SESSION_KIND);
  }

  /** The day of a session, and the time of its start if it is known. */
  @SinceLanguage(2)
  public static FactExpression date() {
    return new FactExpression(Facts.SESSION_DATE);
  }

  /** Whether a session is in person or online. */
  @SinceLanguage(2)
  public static FactExpression mode() {
    return new FactExpression(Facts.SESSION_MODE);
  }

  /** The length of a session; compared with hours, its length in hours. */
  @SinceLanguage(2)
  public static FactExpression sessionLength() {
    return new FactExpression(Facts.SESSION_DAYS);
  }

  /** The length of all sessions together; compared with hours, their length in hours. */
  @SinceLanguage(2)
  public static FactExpression sessionTime() {
    return new FactExpression(Facts.SESSION_TIME_DAYS);
  }

  /** The release time taken in the year. */
  public static FactExpression releaseTaken() {
    return new FactExpression(Facts.RELEASE_TAKEN);
  }

  /** The number of workshops attended in the year. */
  public static FactExpression workshopsAttended() {
    return new FactExpression(Facts.WORKSHOPS_ATTENDED);
  }

  /** The percentage of the workshops planned that the school attended in the year. */
  @SinceLanguage(2)
  public static FactExpression attendance() {
    return new FactExpression(Facts.ATTENDANCE);
  }

  /** The number of workshops that the headteacher attended in the year. */
  @SinceLanguage(2)
  public static FactExpression headteacherWorkshops() {
    return new FactExpression(Facts.HEADTEACHER_WORKSHOPS);
  }

  /** The number of workshops missed without the notice that the hub asks for. */
  @SinceLanguage(2)
  public static FactExpression missedWithoutNotice() {
    return new FactExpression(Facts.MISSED_WITHOUT_NOTICE);
  }

  /** The school's year in a programme of several years. */
  @SinceLanguage(2)
  public static FactExpression programmeYear() {
    return new FactExpression(Facts.PROGRAMME_YEAR);
  }

  /** The tasks that the school has completed in the year. */
  @SinceLanguage(2)
  public static FactExpression tasksCompleted() {
    return new FactExpression(Facts.TASKS_COMPLETED);
  }

  /** The events that the headteacher has attended in the year. */
  @SinceLanguage(2)
  public static FactExpression headteacherAttended() {
    return new FactExpression(Facts.HEADTEACHER_ATTENDED);
  }

  /** The events that the headteacher or another senior leader has attended in the year. */
  @SinceLanguage(2)
  public static FactExpression seniorLeaderAttended() {
    return new FactExpression(Facts.SENIOR_LEADER_ATTENDED);
  }

  /** The number of support visits in the year. */
  public static FactExpression visits() {
    return new FactExpression(Facts.VISITS);
  }

  /** The half-days of support visits in the year. */
  public static FactExpression visitHalfDays() {
    return new FactExpression(Facts.VISIT_HALF_DAYS);
  }

  /** Returns the criterion that every lead participant meets this one. */
  public static Criterion everyLeadParticipant(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  /** Returns the criterion that at least one lead participant meets this one. */
  public static Criterion someLeadParticipant(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, false, criterion);
  }

  /** Returns the criterion that every school of the group meets this one. */
  public static Criterion everySchool(Criterion criterion) {
    return new ForMembers(Members.SCHOOLS, true, criterion);
  }

  /** Returns the criterion that at least one school of the group meets this one. */
  public static Criterion someSchool(Criterion criterion) {
    return new ForMembers(Members.SCHOOLS, false, criterion);
  }

  /** Returns the criterion that every session of the group meets this one. */
  @SinceLanguage(2)
  public static Criterion everySession(Criterion criterion) {
    return new ForMembers(Members.SESSIONS, true, criterion);
  }

  /** Returns the criterion that at least one session of the group meets this one. */
  @SinceLanguage(2)
  public static Criterion someSession(Criterion criterion) {
    return new ForMembers(Members.SESSIONS, false, criterion);
  }

  /** Returns the criterion that every part holds. */
  public static Criterion allOf(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  /** Returns the criterion that at least one part holds. */
  public static Criterion anyOf(Criterion... parts) {
    return new AnyOf(ImmutableList.copyOf(parts));
  }

  /** Returns the criterion that the demand holds if the condition does. */
  @SinceLanguage(2)
  public static Criterion ifThen(Criterion condition, Criterion demand) {
    return new AnyOf(ImmutableList.of(new Not(condition), demand));
  }

  /** Returns the criterion that this one does not hold. */
  public static Criterion not(Criterion criterion) {
    return new Not(criterion);
  }

  /** Returns a time in whole days. */
  public static ReleaseTime days(int days) {
    return ReleaseTime.ofDays(days);
  }

  /** Returns a time in days, exact to the half-day. */
  public static ReleaseTime days(double days) {
    return ReleaseTime.ofDays(BigDecimal.valueOf(days));
  }

  /** Returns a time in half-days. */
  public static ReleaseTime halfDays(int halfDays) {
    return ReleaseTime.ofHalfDays(halfDays);
  }

  /** Returns a length in whole hours. */
  @SinceLanguage(2)
  public static Hours hours(int hours) {
    return new Hours(BigDecimal.valueOf(hours));
  }

  /** Returns a length in hours, such as 1.5. */
  @SinceLanguage(2)
  public static Hours hours(double hours) {
    return new Hours(BigDecimal.valueOf(hours));
  }

  /** Returns an amount in pounds. */
  public static Money pounds(int pounds) {
    return Money.of(CurrencyUnit.GBP, pounds);
  }
}

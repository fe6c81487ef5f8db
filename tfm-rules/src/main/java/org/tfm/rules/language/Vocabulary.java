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

  /** The name of the local authority of the school. */
  public static FactExpression localAuthority() {
    return new FactExpression(Facts.LOCAL_AUTHORITY);
  }

  /** The name of the district of the school. */
  public static FactExpression district() {
    return new FactExpression(Facts.DISTRICT);
  }

  /** The name of the region of the school. */
  public static FactExpression region() {
    return new FactExpression(Facts.REGION);
  }

  /** The name of the trust that the school is part of. */
  public static FactExpression trust() {
    return new FactExpression(Facts.TRUST);
  }

  /** The age of the youngest pupils of the school. */
  public static FactExpression lowestAge() {
    return new FactExpression(Facts.LOWEST_AGE);
  }

  /** The age of the oldest pupils of the school. */
  public static FactExpression highestAge() {
    return new FactExpression(Facts.HIGHEST_AGE);
  }

  /** The year groups of the school. */
  public static FactExpression schoolYears() {
    return new FactExpression(Facts.SCHOOL_YEARS);
  }

  /** Whether the school has nursery provision. */
  public static FactExpression nurseryProvision() {
    return new FactExpression(Facts.NURSERY_PROVISION);
  }

  /** The percentage of pupils who are eligible for free school meals. */
  public static FactExpression freeMealShare() {
    return new FactExpression(Facts.FREE_MEAL_SHARE);
  }

  /** The types of work group that the school took part in before the year that it applies for. */
  public static FactExpression earlierParticipation() {
    return new FactExpression(Facts.EARLIER_PARTICIPATION);
  }

  /** The types of work group that the school completed before the year that it applies for. */
  public static FactExpression completedParticipation() {
    return new FactExpression(Facts.COMPLETED_PARTICIPATION);
  }

  /** The types of work group that the school took part in, up to the year that it applies for. */
  public static FactExpression participation() {
    return new FactExpression(Facts.PARTICIPATION);
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
  public static FactExpression submitted() {
    return new FactExpression(Facts.SUBMITTED);
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
  public static FactExpression yearGroups() {
    return new FactExpression(Facts.YEAR_GROUPS);
  }

  /** The stage of the career of a lead participant. */
  public static FactExpression careerStage() {
    return new FactExpression(Facts.CAREER_STAGE);
  }

  /** Whether a lead participant has trained as a specialist maths teacher. */
  public static FactExpression mathsSpecialist() {
    return new FactExpression(Facts.MATHS_SPECIALIST);
  }

  /** Whether a lead participant works part time. */
  public static FactExpression partTime() {
    return new FactExpression(Facts.PART_TIME);
  }

  /** The types of work group that a lead participant took part in, up to the year applied for. */
  public static FactExpression ownParticipation() {
    return new FactExpression(Facts.OWN_PARTICIPATION);
  }

  /** The number of different schools in a group. */
  public static FactExpression schools() {
    return new FactExpression(Facts.SCHOOLS);
  }

  /** The number of different mainstream schools in a group. */
  public static FactExpression mainstreamSchools() {
    return new FactExpression(Facts.MAINSTREAM_SCHOOLS);
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

  /** The release time taken in the year. */
  public static FactExpression releaseTaken() {
    return new FactExpression(Facts.RELEASE_TAKEN);
  }

  /** The number of workshops attended in the year. */
  public static FactExpression workshopsAttended() {
    return new FactExpression(Facts.WORKSHOPS_ATTENDED);
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

  /** Returns the criterion that every part holds. */
  public static Criterion allOf(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  /** Returns the criterion that at least one part holds. */
  public static Criterion anyOf(Criterion... parts) {
    return new AnyOf(ImmutableList.copyOf(parts));
  }

  /** Returns the criterion that the demand holds if the condition does. */
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

  /** Returns an amount in pounds. */
  public static Money pounds(int pounds) {
    return Money.of(CurrencyUnit.GBP, pounds);
  }
}

package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.tfm.model.application.Facts;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;

/** What a rule can ask about, and the amounts it can compare with. */
public final class Vocabulary {

  private Vocabulary() {}

  /** The phase of the school. */
  public static Asked phase() {
    return new Asked(Facts.PHASE);
  }

  /** The type of the school in the register. */
  public static Asked establishmentType() {
    return new Asked(Facts.ESTABLISHMENT_TYPE);
  }

  /** The country the school is in. */
  public static Asked country() {
    return new Asked(Facts.COUNTRY);
  }

  /** Whether it is a special school. */
  public static Asked special() {
    return new Asked(Facts.SPECIAL);
  }

  /** Whether it is a mainstream school. */
  public static Asked mainstream() {
    return new Asked(Facts.MAINSTREAM);
  }

  /** Whether it is state-funded. */
  public static Asked stateFunded() {
    return new Asked(Facts.STATE_FUNDED);
  }

  /** The types of work group the school took part in before the year it applies for. */
  public static Asked earlierParticipation() {
    return new Asked(Facts.EARLIER_PARTICIPATION);
  }

  /** The types of work group the school has taken part in, the year it applies for included. */
  public static Asked participation() {
    return new Asked(Facts.PARTICIPATION);
  }

  /** The types of work group the school took part in, in one year such as {@code 2017/18}. */
  public static Asked participationIn(String year) {
    return new Asked(Facts.participationIn(AcademicYear.parse(year)));
  }

  /** The number of different people the school sends. */
  public static Asked leadParticipants() {
    return new Asked(Facts.LEAD_PARTICIPANTS);
  }

  /** Release time of all lead participants together, meetings included. */
  public static Asked combinedRelease() {
    return new Asked(Facts.COMBINED_RELEASE);
  }

  /** The headteacher's statement. */
  public static Asked headteacherStatement() {
    return new Asked(Facts.HEADTEACHER_STATEMENT);
  }

  /** Whether the school applies for itself alone. */
  public static Asked appliesIndividually() {
    return new Asked(Facts.APPLIES_INDIVIDUALLY);
  }

  /** What the hub decided about a place. */
  public static Asked place() {
    return new Asked(Facts.PLACE);
  }

  /** Whether most teachers use mastery approaches. */
  public static Asked mostTeachersUsingMastery() {
    return new Asked(Facts.MOST_TEACHERS_USING_MASTERY);
  }

  /** The teacher reference number of a lead participant. */
  public static Asked trn() {
    return new Asked(Facts.TRN);
  }

  /** The roles of a lead participant. */
  public static Asked roles() {
    return new Asked(Facts.ROLES);
  }

  /** Years of teaching of a lead participant. */
  public static Asked yearsTeaching() {
    return new Asked(Facts.YEARS_TEACHING);
  }

  /** Release time of one lead participant. */
  public static Asked releaseDays() {
    return new Asked(Facts.RELEASE_DAYS);
  }

  /** The number of different schools in a group. */
  public static Asked schools() {
    return new Asked(Facts.SCHOOLS);
  }

  /** The role in which a group is led. */
  public static Asked leadRole() {
    return new Asked(Facts.LEAD_ROLE);
  }

  /** The number of sessions planned. */
  public static Asked sessions() {
    return new Asked(Facts.SESSIONS);
  }

  /** Whether the first session is at the lead's own school. */
  public static Asked firstSessionAtLeadsSchool() {
    return new Asked(Facts.FIRST_SESSION_AT_LEADS_SCHOOL);
  }

  /** Release time taken in the year. */
  public static Asked releaseTaken() {
    return new Asked(Facts.RELEASE_TAKEN);
  }

  /** Workshops attended in the year. */
  public static Asked workshopsAttended() {
    return new Asked(Facts.WORKSHOPS_ATTENDED);
  }

  /** Support visits in the year. */
  public static Asked visits() {
    return new Asked(Facts.VISITS);
  }

  /** Half-days of support visits in the year. */
  public static Asked visitHalfDays() {
    return new Asked(Facts.VISIT_HALF_DAYS);
  }

  /** The criterion holds for every lead participant. */
  public static Criterion everyLeadParticipant(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, true, criterion);
  }

  /** The criterion holds for at least one lead participant. */
  public static Criterion someLeadParticipant(Criterion criterion) {
    return new ForMembers(Members.LEAD_PARTICIPANTS, false, criterion);
  }

  /** The criterion holds for every school of the group. */
  public static Criterion everySchool(Criterion criterion) {
    return new ForMembers(Members.SCHOOLS, true, criterion);
  }

  /** The criterion holds for at least one school of the group. */
  public static Criterion someSchool(Criterion criterion) {
    return new ForMembers(Members.SCHOOLS, false, criterion);
  }

  /** Every part holds. */
  public static Criterion allOf(Criterion... parts) {
    return new AllOf(ImmutableList.copyOf(parts));
  }

  /** At least one part holds. */
  public static Criterion anyOf(Criterion... parts) {
    return new AnyOf(ImmutableList.copyOf(parts));
  }

  /** The criterion does not hold. */
  public static Criterion not(Criterion criterion) {
    return new Not(criterion);
  }

  /** So many days. */
  public static ReleaseTime days(int days) {
    return ReleaseTime.ofDays(days);
  }

  /** So many days, exact to the half-day. */
  public static ReleaseTime days(double days) {
    return ReleaseTime.ofDays(BigDecimal.valueOf(days));
  }

  /** So many half-days. */
  public static ReleaseTime halfDays(int halfDays) {
    return ReleaseTime.ofHalfDays(halfDays);
  }

  /** So many pounds. */
  public static Money pounds(int pounds) {
    return Money.of(CurrencyUnit.GBP, pounds);
  }
}

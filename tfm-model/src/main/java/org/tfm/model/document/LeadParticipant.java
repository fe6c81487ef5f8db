package org.tfm.model.document;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.tfm.model.json.TfmJson;
import org.tfm.model.privacy.Mask;
import org.tfm.model.privacy.Personal;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.style.ValueType;

/**
 * A person whom a school sends to a work group.
 *
 * <p>Absent values are unknown. Immutable. {@code toString} masks the name and the number.
 */
@Value.Immutable
@ValueType
@TfmJson.Strict
@JsonSerialize(as = ImmutableLeadParticipant.class)
@JsonDeserialize(as = ImmutableLeadParticipant.class)
public interface LeadParticipant {

  /** The name; not used in decisions. */
  @Value.Redacted
  @Personal(Mask.LEFT_OUT)
  Optional<String> name();

  /** The teacher reference number. */
  @Personal(Mask.ORDINAL)
  Optional<Trn> trn();

  /** All roles of the person. */
  Optional<ImmutableSet<Role>> roles();

  /** The years of teaching, 0 to 80. */
  Optional<BigDecimal> yearsTeaching();

  /** The days for which the person is released in the year, including meetings in that time. */
  Optional<ReleaseTime> releaseDays();

  /** The days of release in addition to the meetings of the group, at most all days of release. */
  Optional<ReleaseTime> releaseOutsideMeetings();

  /** The year groups that the person teaches. */
  Optional<ImmutableSet<YearGroup>> yearGroups();

  /** The year groups that the person has taught so far. */
  Optional<ImmutableSet<YearGroup>> yearGroupsTaught();

  /** All subjects that the person teaches. */
  Optional<ImmutableSet<TaughtSubject>> subjects();

  /** The stage of the person's career as a teacher. */
  Optional<CareerStage> careerStage();

  /** Whether the person has trained as a specialist maths teacher. */
  Optional<Boolean> mathsSpecialist();

  /** Whether the person works part time. */
  Optional<Boolean> partTime();

  /** Whether the person teaches maths. */
  Optional<Boolean> teachesMaths();

  /** Whether the person supports the teaching of maths, as a teaching assistant does. */
  Optional<Boolean> supportsMaths();

  /** All qualifications and accreditations that policies can ask for. */
  Optional<ImmutableSet<Qualification>> qualifications();

  /** The years in the present role, 0 to 80. */
  Optional<BigDecimal> yearsInRole();

  /** The years of teaching in the present phase, 0 to 80. */
  Optional<BigDecimal> yearsInPhase();

  /**
   * The person's own earlier and present work groups, at any school; absent if unknown, and empty
   * if there are none.
   */
  Optional<ImmutableList<Participation>> history();

  /** The answers to the policy's own questions about each person. */
  @Value.Default
  @Personal(Mask.TEXT_ANSWERS)
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  default Answers answers() {
    return Answers.none();
  }

  /**
   * Rejects a history that is too long, years that contradict each other, more release outside
   * meetings than release, and subjects that contradict whether the person teaches maths; and
   * normalises the years: 6.0 equals 6.
   */
  @Value.Check
  default LeadParticipant check() {
    List<Problem> problems = new ArrayList<>();
    Counts.check("/history", history(), Counts.HISTORY, problems);
    checkSubjects(problems);
    Counts.checkReleaseWithin(releaseDays(), releaseOutsideMeetings(), problems);
    Counts.checkYears("/yearsTeaching", yearsTeaching(), problems);
    Counts.checkYears("/yearsInRole", yearsInRole(), problems);
    Counts.checkYears("/yearsInPhase", yearsInPhase(), problems);
    Counts.checkYearsWithin(yearsTeaching(), "/yearsInPhase", yearsInPhase(), problems);
    if (!mayHaveTaughtLess()) {
      Counts.checkYearsWithin(yearsTeaching(), "/yearsInRole", yearsInRole(), problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return isPlain(yearsTeaching()) && isPlain(yearsInRole()) && isPlain(yearsInPhase())
        ? this
        : builder()
            .from(this)
            .yearsTeaching(yearsTeaching().map(org.tfm.model.criterion.Value.Quantity::plain))
            .yearsInRole(yearsInRole().map(org.tfm.model.criterion.Value.Quantity::plain))
            .yearsInPhase(yearsInPhase().map(org.tfm.model.criterion.Value.Quantity::plain))
            .build();
  }

  private void checkSubjects(List<Problem> problems) {
    if (teachesMaths().isPresent()
        && subjects()
            .filter(all -> all.contains(TaughtSubject.MATHS) != teachesMaths().get())
            .isPresent()) {
      problems.add(
          Problem.of(
                  ProblemCode.CONTRADICTION,
                  teachesMaths().get()
                      ? "`subjects` leaves out maths, but `teachesMaths` is `true`"
                      : "`subjects` includes maths, but `teachesMaths` is `false`")
              .atValue("/subjects"));
    }
  }

  /** Whether the present role may have begun before the person taught. */
  private boolean mayHaveTaughtLess() {
    return roles().filter(all -> all.contains(Role.TEACHING_ASSISTANT)).isPresent();
  }

  private static boolean isPlain(Optional<BigDecimal> years) {
    return years.map(org.tfm.model.criterion.Value.Quantity::plain).equals(years);
  }

  /** Returns an empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a lead participant; no value is required. */
  final class Builder {

    private ImmutableLeadParticipant.Builder values = ImmutableLeadParticipant.builder();

    private Builder() {}

    /** Copies all values of another lead participant, replacing those set before. */
    public Builder from(LeadParticipant person) {
      values = ImmutableLeadParticipant.builder().from(requireNonNull(person, "person"));
      return this;
    }

    /** Sets the name, which is not used in decisions. */
    public Builder name(String name) {
      values.name(name);
      return this;
    }

    /** Sets the name; empty if unknown. */
    public Builder name(Optional<String> name) {
      requireNonNull(name, "name");
      values.name(name);
      return this;
    }

    /** Sets the teacher reference number. */
    public Builder trn(Trn trn) {
      values.trn(trn);
      return this;
    }

    /** Sets the teacher reference number; empty if not given. */
    public Builder trn(Optional<Trn> trn) {
      requireNonNull(trn, "trn");
      values.trn(trn);
      return this;
    }

    /** Sets all roles of the person. A role that is not in the set is not held. */
    public Builder roles(Set<Role> roles) {
      values.roles(ImmutableSet.copyOf(requireNonNull(roles, "roles")));
      return this;
    }

    /** Sets all roles of the person; empty if unknown. */
    public Builder roles(Optional<? extends Set<Role>> roles) {
      requireNonNull(roles, "roles");
      values.roles(roles.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets the years of teaching, 0 to 80, with at most two decimal places. */
    public Builder yearsTeaching(BigDecimal years) {
      requireNonNull(years, "years");
      values.yearsTeaching(years);
      return this;
    }

    /** Sets the years of teaching; empty if unknown. */
    public Builder yearsTeaching(Optional<BigDecimal> years) {
      requireNonNull(years, "years");
      values.yearsTeaching(years);
      return this;
    }

    /** Sets the release time in the year, including meetings in that time. */
    public Builder releaseDays(ReleaseTime time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets the release time in the year; empty if unknown. */
    public Builder releaseDays(Optional<ReleaseTime> time) {
      requireNonNull(time, "time");
      values.releaseDays(time);
      return this;
    }

    /** Sets the release time in addition to the meetings of the group. */
    public Builder releaseOutsideMeetings(ReleaseTime time) {
      values.releaseOutsideMeetings(requireNonNull(time, "time"));
      return this;
    }

    /** Sets the release time in addition to the meetings of the group; empty if unknown. */
    public Builder releaseOutsideMeetings(Optional<ReleaseTime> time) {
      requireNonNull(time, "time");
      values.releaseOutsideMeetings(time);
      return this;
    }

    /** Sets all year groups that the person teaches. */
    public Builder yearGroups(Set<YearGroup> yearGroups) {
      values.yearGroups(ImmutableSet.copyOf(requireNonNull(yearGroups, "yearGroups")));
      return this;
    }

    /** Sets all year groups that the person teaches; empty if unknown. */
    public Builder yearGroups(Optional<? extends Set<YearGroup>> yearGroups) {
      requireNonNull(yearGroups, "yearGroups");
      values.yearGroups(yearGroups.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets all year groups that the person has taught so far. */
    public Builder yearGroupsTaught(Set<YearGroup> yearGroups) {
      values.yearGroupsTaught(ImmutableSet.copyOf(requireNonNull(yearGroups, "yearGroups")));
      return this;
    }

    /** Sets all year groups that the person has taught so far; empty if unknown. */
    public Builder yearGroupsTaught(Optional<? extends Set<YearGroup>> yearGroups) {
      requireNonNull(yearGroups, "yearGroups");
      values.yearGroupsTaught(yearGroups.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets all subjects that the person teaches. */
    public Builder subjects(Set<TaughtSubject> subjects) {
      values.subjects(ImmutableSet.copyOf(requireNonNull(subjects, "subjects")));
      return this;
    }

    /** Sets all subjects that the person teaches; empty if unknown. */
    public Builder subjects(Optional<? extends Set<TaughtSubject>> subjects) {
      requireNonNull(subjects, "subjects");
      values.subjects(subjects.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets the stage of the person's career as a teacher. */
    public Builder careerStage(CareerStage careerStage) {
      values.careerStage(careerStage);
      return this;
    }

    /** Sets the stage of the person's career as a teacher; empty if unknown. */
    public Builder careerStage(Optional<CareerStage> careerStage) {
      requireNonNull(careerStage, "careerStage");
      values.careerStage(careerStage);
      return this;
    }

    /** Sets whether the person has trained as a specialist maths teacher. */
    public Builder mathsSpecialist(boolean mathsSpecialist) {
      values.mathsSpecialist(mathsSpecialist);
      return this;
    }

    /** Sets whether the person has trained as a specialist maths teacher; empty if unknown. */
    public Builder mathsSpecialist(Optional<Boolean> mathsSpecialist) {
      requireNonNull(mathsSpecialist, "mathsSpecialist");
      values.mathsSpecialist(mathsSpecialist);
      return this;
    }

    /** Sets whether the person works part time. */
    public Builder partTime(boolean partTime) {
      values.partTime(partTime);
      return this;
    }

    /** Sets whether the person works part time; empty if unknown. */
    public Builder partTime(Optional<Boolean> partTime) {
      requireNonNull(partTime, "partTime");
      values.partTime(partTime);
      return this;
    }

    /** Sets whether the person teaches maths. */
    public Builder teachesMaths(boolean teachesMaths) {
      values.teachesMaths(teachesMaths);
      return this;
    }

    /** Sets whether the person teaches maths; empty if unknown. */
    public Builder teachesMaths(Optional<Boolean> teachesMaths) {
      requireNonNull(teachesMaths, "teachesMaths");
      values.teachesMaths(teachesMaths);
      return this;
    }

    /** Sets whether the person supports the teaching of maths. */
    public Builder supportsMaths(boolean supportsMaths) {
      values.supportsMaths(supportsMaths);
      return this;
    }

    /** Sets whether the person supports the teaching of maths; empty if unknown. */
    public Builder supportsMaths(Optional<Boolean> supportsMaths) {
      requireNonNull(supportsMaths, "supportsMaths");
      values.supportsMaths(supportsMaths);
      return this;
    }

    /** Sets all qualifications of the person. */
    public Builder qualifications(Set<Qualification> qualifications) {
      values.qualifications(ImmutableSet.copyOf(requireNonNull(qualifications, "qualifications")));
      return this;
    }

    /** Sets all qualifications of the person; empty if unknown. */
    public Builder qualifications(Optional<? extends Set<Qualification>> qualifications) {
      requireNonNull(qualifications, "qualifications");
      values.qualifications(qualifications.map(ImmutableSet::copyOf));
      return this;
    }

    /** Sets the years in the present role, 0 to 80. */
    public Builder yearsInRole(BigDecimal years) {
      values.yearsInRole(requireNonNull(years, "years"));
      return this;
    }

    /** Sets the years in the role; empty if unknown. */
    public Builder yearsInRole(Optional<BigDecimal> years) {
      requireNonNull(years, "years");
      values.yearsInRole(years);
      return this;
    }

    /** Sets the years of teaching in the present phase, 0 to 80. */
    public Builder yearsInPhase(BigDecimal years) {
      values.yearsInPhase(requireNonNull(years, "years"));
      return this;
    }

    /** Sets the years of teaching in the present phase; empty if unknown. */
    public Builder yearsInPhase(Optional<BigDecimal> years) {
      requireNonNull(years, "years");
      values.yearsInPhase(years);
      return this;
    }

    /** Sets the person's own earlier and present work groups, at most 1,000. */
    public Builder history(List<Participation> history) {
      values.history(ImmutableList.copyOf(requireNonNull(history, "history")));
      return this;
    }

    /** Sets the person's own earlier and present work groups, at most 1,000; empty if unknown. */
    public Builder history(Optional<? extends List<Participation>> history) {
      requireNonNull(history, "history");
      values.history(history.map(ImmutableList::copyOf));
      return this;
    }

    /** Sets the answers to the policy's own questions about the person. */
    public Builder answers(Answers answers) {
      values.answers(answers);
      return this;
    }

    /**
     * Returns the lead participant.
     *
     * @throws InvalidInputException if the years of teaching are out of range or have more than two
     *     decimal places, or if the history is too long
     */
    public LeadParticipant build() {
      return values.build();
    }
  }
}

package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Objects;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.style.Internal;

/**
 * Facts as the authors of rules write them: {@code tasksCompleted()}.
 *
 * @hidden
 */
@Internal
public final class WrittenFacts {

  private static final String IN_YEAR = "participation-in-";

  /** The words that take no value, by the id of their fact. */
  static final ImmutableMap<String, String> WORDS =
      ImmutableMap.<String, String>builder()
          .put("applicant", "applicant")
          .put("applies-individually", "appliesIndividually")
          .put("career-stage", "careerStage")
          .put("combined-release", "combinedRelease")
          .put("completed-participation", "completedParticipation")
          .put("country", "country")
          .put("date-of-session", "date")
          .put("day-of-interest", "expressionOfInterest")
          .put("district", "district")
          .put("earlier-participation", "earlierParticipation")
          .put("establishment-type", "establishmentType")
          .put("events-attended-by-a-senior-leader", "seniorLeaderAttended")
          .put("events-attended-by-the-headteacher", "headteacherAttended")
          .put("first-session-at-leads-school", "firstSessionAtLeadsSchool")
          .put("free-meal-share", "freeMealShare")
          .put("headteacher-statement", "headteacherStatement")
          .put("highest-age", "highestAge")
          .put("in-area-of-national", "inHubArea")
          .put("intake", "intake")
          .put("kind-of-session", "sessionKind")
          .put("lead-participants", "leadParticipants")
          .put("lead-role", "leadRole")
          .put("length-of-session-in-days", "sessionLength")
          .put("local-authority", "localAuthority")
          .put("lowest-age", "lowestAge")
          .put("mainstream", "mainstream")
          .put("mainstream-schools", "mainstreamSchools")
          .put("maths-specialist", "mathsSpecialist")
          .put("mode-of-session", "mode")
          .put("most-teachers-using-mastery", "mostTeachersUsingMastery")
          .put("number-of-session", "sessionNumber")
          .put("nursery-provision", "nurseryProvision")
          .put("ofsted-grade", "ofsted")
          .put("own-completed-participation", "ownCompletedParticipation")
          .put("own-participation", "ownParticipation")
          .put("part-time", "partTime")
          .put("participation", "participation")
          .put("participation-in-the-same-year", "participationThisYear")
          .put("phase", "phase")
          .put("place", "place")
          .put("pupils", "pupils")
          .put("qualifications", "qualifications")
          .put("region", "region")
          .put("release-days", "releaseDays")
          .put("release-outside-meetings", "releaseOutsideMeetings")
          .put("release-taken", "releaseTaken")
          .put("roles", "roles")
          .put("school-years", "schoolYears")
          .put("schools", "schools")
          .put("session-hosts", "sessionHosts")
          .put("session-time-in-days", "sessionTime")
          .put("sessions", "sessions")
          .put("share-of-workshops-attended", "attendance")
          .put("special", "special")
          .put("state-funded", "stateFunded")
          .put("submitted", "submitted")
          .put("subjects", "subjects")
          .put("supports-maths", "supportsMaths")
          .put("tasks-completed", "tasksCompleted")
          .put("teacher", "teacher")
          .put("teaches-maths", "teachesMaths")
          .put("trn", "trn")
          .put("trust", "trust")
          .put("trusts", "trusts")
          .put("urn", "urn")
          .put("venue-of-session", "venue")
          .put("visit-half-days", "visitHalfDays")
          .put("visits", "visits")
          .put("workshops-attended", "workshopsAttended")
          .put("workshops-attended-by-the-headteacher", "headteacherWorkshops")
          .put("workshops-missed-without-notice", "missedWithoutNotice")
          .put("year-groups", "yearGroups")
          .put("year-groups-taught", "yearGroupsTaught")
          .put("year-of-the-programme", "programmeYear")
          .put("years-in-phase", "yearsInPhase")
          .put("years-in-role", "yearsInRole")
          .put("years-teaching", "yearsTeaching")
          .buildOrThrow();

  private WrittenFacts() {}

  /** Returns the words to choose from where a rule asks for a fact; empty if any text is valid. */
  public static ImmutableList<String> choices(String word) {
    return WORDS.entrySet().stream()
        .filter(written -> written.getValue().equals(word))
        .map(written -> Facts.all().get(written.getKey()))
        .filter(Objects::nonNull)
        .map(Fact::choices)
        .findFirst()
        .orElse(ImmutableList.of());
  }

  /** Returns the fact as a rule writes it, for a message; a fact of a pack by its id. */
  static String written(Fact fact) {
    String word = WORDS.get(fact.id());
    if (word == null && fact.id().startsWith(IN_YEAR)) {
      return "`participationIn(…)`";
    }
    return word == null ? "the fact `" + fact.id() + "`" : "`" + word + "()`";
  }
}

package org.tfm.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.Place;
import org.tfm.model.document.Progress;
import org.tfm.model.document.WorkGroup;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.testkit.RuleVerifier.Verification;

/** Each assertion passes where it should, and otherwise reports its finding and the rule. */
class RuleVerifierTest {

  private static final Offering OFFERING =
      Offering.of("river-hub", "primary-development", AcademicYear.startingIn(2022));

  private static final RuleVerifier VERIFIER =
      RuleVerifier.forPack(
          SmallPacks.files(
              "river-hub",
              "2022/23",
              "",
              SmallPacks.rule(
                  "release-time",
                  "terms.commitment(\"release-time\")"
                      + ".must(combinedRelease().isAtLeast(days(10)));"),
              SmallPacks.rule(
                  "phase",
                  "terms.eligibility(\"phase\").must(phase().is(PRIMARY))"
                      + ".referWhen(phase().is(ALL_THROUGH));"),
              SmallPacks.rule(
                  "special",
                  "SchoolKind( special )",
                  "terms.eligibility(\"special\").leftToHub();"),
              SmallPacks.rule(
                  "confirmed",
                  "terms.eligibility(\"confirmed\")"
                      + ".must(terms.answer(\"committed-to-mastery\").isConfirmed());"),
              SmallPacks.rule(
                  "grant",
                  "terms.grant(\"grant\").of(pounds(1000)).perSchool().towards(RELEASE_TIME)"
                      + ".when(place().is(ACCEPTED));"),
              SmallPacks.rule(
                  "group-size", "terms.group(\"group-size\").must(schools().isBetween(6, 7));"),
              SmallPacks.rule("visits", "terms.progress(\"visits\").must(visits().isAtLeast(3));"),
              SmallPacks.rule("meals", "terms.provision(\"meals\").that(\"lunch is served\");")));

  private static Application application(Consumer<Application.Builder> change) {
    Application.Builder builder =
        Application.builder()
            .offering(OFFERING)
            .school(school(Phase.PRIMARY))
            .leadParticipants(
                ImmutableList.of(
                    LeadParticipant.builder().releaseDays(ReleaseTime.ofDays(9)).build()));
    change.accept(builder);
    return builder.build();
  }

  private static School school(Phase phase) {
    return School.builder()
        .urn(900_001)
        .phase(phase)
        .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
        .build();
  }

  private static Verification term(String id, Consumer<Application.Builder> change) {
    return VERIFIER.offering(OFFERING).term(id).given(application(change));
  }

  private static Verification term(String id) {
    return term(id, any -> {});
  }

  /** The grant of a school whose teachers are released for long enough. */
  private static Verification grant(Consumer<Application.Builder> change) {
    return term(
        "grant",
        builder -> {
          builder.leadParticipants(
              ImmutableList.of(
                  LeadParticipant.builder().releaseDays(ReleaseTime.ofDays(10)).build()));
          change.accept(builder);
        });
  }

  @Test
  void requirementsAreVerifiedByTheirStatus() {
    term("phase").isMet();
    term("phase", a -> a.school(school(Phase.SECONDARY))).isUnmet();
    term("phase", a -> a.school(school(Phase.ALL_THROUGH))).isReferred();
    term("confirmed").lacksEvidence();
    term("confirmed").lacksEvidence("committed-to-mastery");
    term("release-time").isUnmet();
    term(
            "special",
            a ->
                a.school(
                    School.builder()
                        .from(school(Phase.PRIMARY))
                        .establishmentType(EstablishmentType.COMMUNITY_SPECIAL_SCHOOL)
                        .build()))
        .isReferred();
    term("special").isAbsent();
  }

  @Test
  void entitlementsAreVerifiedByWhetherTheyAreDue() {
    grant(any -> {}).isConditional();
    grant(a -> a.place(Place.ACCEPTED)).isFirm();
    grant(a -> a.place(Place.NOT_OFFERED)).isNotDue();
    term("grant", a -> a.place(Place.ACCEPTED)).isNotDue();
  }

  @Test
  void groupsAndProgressAreGivenLikeApplications() {
    VERIFIER
        .offering(OFFERING)
        .term("group-size")
        .given(
            WorkGroup.builder()
                .offering(OFFERING)
                .schools(ImmutableList.of(school(Phase.PRIMARY)))
                .build())
        .isUnmet();
    VERIFIER
        .offering(OFFERING)
        .term("visits")
        .given(
            Progress.builder().offering(OFFERING).school(school(Phase.PRIMARY)).visits(3).build())
        .isMet();
  }

  @Test
  void aRequirementWithoutAFigureIsSilent() {
    RuleVerifier silent =
        RuleVerifier.forPack(
            SmallPacks.files(
                "river-hub",
                "2022/23",
                "",
                SmallPacks.rule(
                    "release-time",
                    "terms.commitment(\"release-time\").must(combinedRelease().isUnstated());")));
    silent.offering(OFFERING).term("release-time").given(application(any -> {})).isSilent();
  }

  @Test
  void anUnexpectedStatusShowsTheValueAndThePlace() {
    assertThatThrownBy(() -> term("release-time").isMet())
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """

            Expecting the term:
              `release-time` of river-hub primary-development 2022/23
            to be:
              met
            but it was:
              unmet
            read:
              9 days
            needed:
              the lead participants are released for at least 10 days between them
            source:
              flyer: release-time
            rule:
              river-hub/2022-23/primary-development.drl:2
            """);
  }

  @Test
  void factsThatAreMissingAreNamed() {
    assertThatThrownBy(() -> term("confirmed").lacksEvidence("state-funded"))
        .hasMessageContaining(
            "to lack evidence on:\n  `state-funded`\nbut it was:\n  `committed-to-mastery`\n");
    assertThatThrownBy(() -> term("confirmed").isUnmet())
        .hasMessageContaining("to be:\n  unmet\nbut it was:\n  evidence missing\n")
        .hasMessageContaining("missing:\n  `committed-to-mastery`\n");
  }

  @Test
  void anEntitlementThatCameOutOtherwiseShowsItsSentence() {
    assertThatThrownBy(() -> grant(any -> {}).isFirm())
        .hasMessageContaining("to be:\n  firm\nbut it was:\n  conditional\nsays:\n  £1,000")
        .hasMessageContaining("waiting for:\n  `place`\n")
        .hasMessageContaining("source:\n  flyer: grant\n");
  }

  @Test
  void aTermThatIsNotThereIsAbsentAndANearOneIsSuggested() {
    assertThatThrownBy(() -> term("release-tme").isMet())
        .hasMessageContaining("to be:\n  met\nbut it was:\n  absent\n")
        .hasMessageContaining("no such requirement")
        .hasMessageContaining("release-time");
    assertThatThrownBy(() -> term("phase").isFirm()).hasMessageContaining("no such entitlement");
    assertThatThrownBy(() -> term("meals").isMet())
        .hasMessageContaining("stated, but not evaluated");
  }

  @ParameterizedTest
  @CsvSource({"phase,met", "grant,not due", "meals,stated"})
  void aTermThatIsThereIsNotAbsent(String id, String actual) {
    assertThatThrownBy(() -> term(id).isAbsent())
        .hasMessageContaining("to be:\n  absent\nbut it was:\n  " + actual + "\n")
        .hasMessageContaining("rule:\n  river-hub/2022-23/primary-development.drl:");
  }

  @Test
  void everyOtherAssertionFailsToo() {
    assertThatThrownBy(() -> term("phase").isUnmet()).hasMessageContaining("to be:\n  unmet\n");
    assertThatThrownBy(() -> term("phase").isReferred())
        .hasMessageContaining("to be:\n  referred\n");
    assertThatThrownBy(() -> term("phase").isSilent())
        .hasMessageContaining("to be:\n  policy silent\n");
    assertThatThrownBy(() -> term("phase").lacksEvidence())
        .hasMessageContaining("to be:\n  evidence missing\n");
    assertThatThrownBy(() -> grant(a -> a.place(Place.ACCEPTED)).isConditional())
        .hasMessageContaining("to be:\n  conditional\nbut it was:\n  firm\n");
    assertThatThrownBy(() -> grant(any -> {}).isNotDue())
        .hasMessageContaining("to be:\n  not due\n");
  }

  @Test
  void noAnswerNobodyAsksForIsPassedOver() {
    assertThatThrownBy(() -> term("phase", a -> a.answers(Answers.of(Map.of("trm", true)))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aPackIsTestedInItsFolder(@TempDir Path folder) throws IOException {
    Map<String, String> files =
        SmallPacks.files(
                "river-hub",
                "2022/23",
                "",
                SmallPacks.rule("t", "terms.eligibility(\"t\").must(phase().is(PRIMARY));"))
            .texts();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    RuleVerifier.forPack(folder).offering(OFFERING).term("t").given(application(any -> {})).isMet();
  }
}

package org.tfm.examples.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Status;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;

class CheshireWirralByHandPropertyTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();
  private static final CheshireWirralByHand BY_HAND =
      new CheshireWirralByHand(BOOK.terms(CheshireWirralByHand.OFFERING).policy());

  private static Terms terms(Application application) {
    return BOOK.terms(CheshireWirralByHand.OFFERING, application.school().kind());
  }

  private static Assessment byLibrary(Application application) {
    return terms(application).assess(application);
  }

  /** The library's assessment as JSON, without the parts that the hand-written code lacks. */
  private static ObjectNode assessedByLibrary(Application application) {
    ObjectNode assessment = (ObjectNode) TfmJson.tree(byLibrary(application));
    assessment
        .withArray("findings")
        .forEach(finding -> ((ObjectNode) finding).remove(List.of("demand", "observed")));
    return assessment;
  }

  private static void assertAlike(Application application) {
    assertThat(TfmJson.reader().tree(AssessmentJson.write(BY_HAND.assess(application))))
        .isEqualTo(assessedByLibrary(application));
  }

  @Property(tries = 5000)
  void theHandWrittenPolicyAssessesAsTheLibraryDoes(@ForAll long seed) {
    Application application = new RandomApplications(new Random(seed)).next();

    assertAlike(application);
  }

  @Property(tries = 200)
  void theHandWrittenProgramPrintsWhatTheCommandPrintsButForTheVersion(@ForAll long seed) {
    Application application = new RandomApplications(new Random(seed)).next();

    String json = TfmJson.write(application);
    ObjectNode printed = (ObjectNode) TfmJson.reader().tree(ByHand.assess(json));
    ObjectNode expected = assessedByLibrary(application);
    printed.remove("policy");
    expected.remove("policy");

    assertThat(ApplicationJson.read(json)).isEqualTo(application);
    assertThat(printed).isEqualTo(expected);
  }

  @Test
  void everyPhaseAndEveryTypeOfEstablishmentIsAssessedAlike() {
    for (Phase phase : Phase.values()) {
      for (EstablishmentType type : EstablishmentType.values()) {
        School.Builder school = School.builder();
        school.urn(100_000).phase(phase).establishmentType(type);
        Application.Builder application = Application.builder();
        application.offering(CheshireWirralByHand.OFFERING).school(school.build());
        Application built = application.build();

        assertAlike(built);
      }
    }
  }

  /** Checks that the random applications of the properties above have varied outcomes. */
  @Test
  void theRandomApplicationsLeadToEveryOutcome() {
    Set<Verdict> verdicts = new HashSet<>();
    Map<String, Set<Status>> statuses = new HashMap<>();
    for (Application application : new RandomApplications(new Random(1)).next(10_000)) {
      HandAssessment assessment = BY_HAND.assess(application);
      verdicts.add(assessment.verdict());
      assessment
          .findings()
          .forEach(
              finding ->
                  statuses
                      .computeIfAbsent(finding.row().term(), term -> EnumSet.noneOf(Status.class))
                      .add(finding.status()));
    }

    assertThat(verdicts)
        .containsExactlyInAnyOrder(
            Verdict.YES, Verdict.NO, Verdict.REFER_TO_HUB, Verdict.MORE_INFORMATION_NEEDED);
    assertThat(statuses)
        .hasSize(10)
        .containsEntry(
            "phase", EnumSet.of(Status.MET, Status.UNMET, Status.REFERRED, Status.EVIDENCE_MISSING))
        .containsEntry("school-type", EnumSet.of(Status.REFERRED, Status.EVIDENCE_MISSING))
        .containsEntry("audience", EnumSet.of(Status.MET, Status.UNMET, Status.EVIDENCE_MISSING))
        .containsEntry("trn", EnumSet.of(Status.MET, Status.UNMET, Status.EVIDENCE_MISSING))
        .containsEntry(
            "release-time", EnumSet.of(Status.MET, Status.UNMET, Status.EVIDENCE_MISSING));
  }

  @Test
  void theSameInputIsRefusedAsByTheLibrary() {
    Application.Builder elsewhere = Application.builder();
    elsewhere
        .from(bare())
        .offering(
            Offering.of("cheshire-wirral", "primary-readiness", AcademicYear.startingIn(2022)));
    assertRefused(elsewhere.build());
    for (Object answer : new Object[] {true, -1, "word"}) {
      for (String id : new String[] {"no-such-question", "teachers", "reports", "state-funded"}) {
        Application.Builder answered = Application.builder();
        answered.from(bare()).answers(Answers.of(Map.of(id, answer)));
        if (!(answer.equals(true) && (id.equals("reports") || id.equals("state-funded")))) {
          assertRefused(answered.build());
        }
      }
    }
  }

  @Test
  void everyQuestionOfTheLibraryMayBeAnswered() {
    Facts.answers()
        .forEach(
            (id, fact) -> {
              Application.Builder answered = Application.builder();
              Object answer =
                  switch (fact.kind()) {
                    case YES_NO -> true;
                    case NUMBER -> 3;
                    default -> "word";
                  };
              answered.from(bare()).answers(Answers.of(Map.of(id, answer)));
              Application application = answered.build();

              assertAlike(application);
            });
  }

  private static Application bare() {
    School.Builder school = School.builder();
    Application.Builder application = Application.builder();
    application.offering(CheshireWirralByHand.OFFERING).school(school.urn(100_000).build());
    return application.build();
  }

  private static void assertRefused(Application application) {
    assertThatThrownBy(() -> byLibrary(application)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> BY_HAND.assess(application)).isInstanceOf(InvalidInputException.class);
  }
}

package org.tfm.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tfm.register.Registers.only;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.assessment.Finding;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.EstablishmentType;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.rules.book.PolicyBook;
import org.tfm.rules.pack.PackFiles;

class ScreeningTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  private static Screening screening(String hub, String year) {
    return Screening.of(BOOK, hub, AcademicYear.parse(year));
  }

  private static Map<String, String> decisions(Screening screening) throws IOException {
    Map<String, String> decisions = new LinkedHashMap<>();
    try (RegisterReader register =
        new RegisterReader("register.csv", Registers.resource("register.csv"))) {
      while (register.hasNext()) {
        if (register.next() instanceof RegisterRow.Open open) {
          Judgement judgement = ofDevelopment(screening.decide(open.school()));
          String said = judgement.decision() + " " + String.join(" ", terms(judgement));
          decisions.put(
              open.school().urn() + " " + open.school().name().orElseThrow(), said.strip());
        }
      }
    }
    return decisions;
  }

  private static Judgement ofDevelopment(List<Judgement> judgements) {
    return judgements.stream()
        .filter(judgement -> judgement.offering().type().equals("primary-development"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> terms(Judgement judgement) {
    return judgement.findings().stream().map(Finding::term).toList();
  }

  @ParameterizedTest
  @CsvSource({"cheshire-wirral, 2022/23", "east-midlands-west, 2020/21"})
  void eachKindOfSchoolIsDecidedAsItsPolicySays(String hub, String year) throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    for (NamedCsvRecord row : Registers.table("decisions.csv")) {
      expected.put(
          row.getField("urn") + " " + row.getField("name"), row.getField(hub + " " + year));
    }
    assertThat(decisions(screening(hub, year))).containsExactlyEntriesOf(expected);
  }

  @Test
  void theSmallRegisterHasASchoolOfEveryType() throws IOException {
    Set<EstablishmentType> types = EnumSet.noneOf(EstablishmentType.class);
    try (RegisterReader register =
        new RegisterReader("register.csv", Registers.resource("register.csv"))) {
      while (register.hasNext()) {
        if (register.next() instanceof RegisterRow.Open open) {
          open.school().establishmentType().ifPresent(types::add);
        }
      }
    }
    assertThat(types).containsExactlyInAnyOrder(EstablishmentType.values());
  }

  @Test
  void aSchoolOfWhichNothingIsKnownNeedsMoreInformation() {
    Judgement judgement =
        ofDevelopment(
            screening("east-midlands-west", "2020/21")
                .decide(School.builder().urn(100001).build()));
    assertThat(judgement.decision()).isEqualTo(Decision.MORE_INFORMATION);
    assertThat(terms(judgement)).contains("phase", "state-funded", "country");
  }

  @Test
  void offeringsStandInTheOrderOfTheirTypes() {
    assertThat(screening("london-south-west", "2018/19").offerings())
        .extracting(Offering::type)
        .hasSizeGreaterThan(1)
        .isSorted();
  }

  @Test
  void aPolicyForAnyYearIsScreenedForInEveryYear() {
    assertThat(screening("national", "2031/32").offerings())
        .extracting(Offering::type)
        .contains("primary-sustaining");
  }

  @Test
  void anUnknownHubIsRefusedWithNearOnes() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> screening("cheshire-wiral", "2022/23"))
        .withMessage("hub: there is no policy of a hub `cheshire-wiral`. Maybe `cheshire-wirral`?");
  }

  @Test
  void aHubLikeNoneIsRefusedWithThoseThatAreKnown() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> screening("somewhere-else-altogether", "2022/23"))
        .withMessageContaining("Expected one of `archimedes-ne`, `boolean`, ");
  }

  @Test
  void aYearWithoutOffersIsRefusedWithThoseThatAreKnown() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> screening("nnw", "2021/22"))
        .withMessage("year: the hub `nnw` has no policy for 2021/22. Expected one of `2024/25`");
  }

  /** The decision on a secondary school by a hub with these eligibility terms. */
  private static Judgement onASecondarySchool(String... requirements) {
    StringBuilder rules = new StringBuilder("package test_hub.y2022_23.lesson_study\n");
    for (int i = 0; i < requirements.length; i++) {
      rules
          .append("rule \"term-" + i + "\"\n")
          .append("    @Cites(\"flyer: first sentence\")\n")
          .append("when\n    Offering( type == \"lesson-study\" )\nthen\n")
          .append("    terms.eligibility(\"term-" + i + "\")." + requirements[i] + ";\nend\n");
    }
    String publisher =
        """
        language: 1
        hub: test-hub
        name: Test Maths Hub
        year: 2022/23
        offers: [lesson-study]
        sources:
          flyer:
            title: A flyer
            publisher: Test Maths Hub
            year: 2022/23
            last-checked: 2026-11-22
        """;
    PolicyBook book =
        PolicyBook.builder()
            .files(
                PackFiles.of(
                    "test-hub/2022-23",
                    Map.of("publisher.yaml", publisher, "lesson-study.drl", rules.toString())))
            .build();
    return only(
        Screening.of(book, "test-hub", AcademicYear.parse("2022/23"))
            .decide(
                School.builder()
                    .urn(100001)
                    .phase(Phase.SECONDARY)
                    .establishmentType(EstablishmentType.COMMUNITY_SCHOOL)
                    .build()));
  }

  @Test
  void aPolicyThatAsksNothingOfTheKindAdmitsNobodyAndRefusesNobody() {
    Judgement judgement =
        onASecondarySchool("must(terms.answer(\"committed-to-mastery\").isConfirmed())");
    assertThat(judgement.decision()).isEqualTo(Decision.NOT_STATED);
    assertThat(judgement.findings()).isEmpty();
  }

  @Test
  void aPreferenceDecidesNothing() {
    assertThat(onASecondarySchool("preferred(phase().is(PRIMARY))").decision())
        .isEqualTo(Decision.NOT_STATED);
  }

  @Test
  void anUnmetExpectationIsReferred() {
    assertThat(onASecondarySchool("should(phase().is(PRIMARY))").decision())
        .isEqualTo(Decision.REFERS);
  }

  @Test
  void anOpenExpectationDecidesNothing() {
    assertThat(onASecondarySchool("should(country().is(ENGLAND))").decision())
        .isEqualTo(Decision.ADMITS);
  }

  @Test
  void aRefusalGoesBeforeWhatIsMissingAndThatBeforeAReferral() {
    Judgement refused =
        onASecondarySchool(
            "leftToHub()", "must(country().is(ENGLAND))", "must(phase().is(PRIMARY))");
    assertThat(refused.decision()).isEqualTo(Decision.REFUSES);
    assertThat(terms(refused)).containsExactly("term-2");
    Judgement open = onASecondarySchool("leftToHub()", "must(country().is(ENGLAND))");
    assertThat(open.decision()).isEqualTo(Decision.MORE_INFORMATION);
    assertThat(terms(open)).containsExactly("term-1");
    Judgement referred = onASecondarySchool("leftToHub()", "must(phase().is(SECONDARY))");
    assertThat(referred.decision()).isEqualTo(Decision.REFERS);
    assertThat(terms(referred)).containsExactly("term-0");
  }

  @Test
  void aRequirementThatAlsoAsksForSomethingElseIsNotLookedAt() {
    assertThat(
            onASecondarySchool(
                    "must(phase().is(SECONDARY))",
                    "must(anyOf(phase().is(PRIMARY),"
                        + " terms.answer(\"committed-to-mastery\").isConfirmed()))")
                .decision())
        .isEqualTo(Decision.ADMITS);
  }
}

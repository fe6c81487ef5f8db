package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;
import org.tfm.model.assessment.Finding;
import org.tfm.model.assessment.Status;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.rules.book.PolicyBook;

class WorkedCasesTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  /** A file whose typical school meets all requirements. */
  private static final String START =
      """
      offering: { hub: cheshire-wirral, type: primary-development, year: 2022/23 }
      typical:
        application:
          school: { urn: 900001, phase: PRIMARY, establishmentType: COMMUNITY_SCHOOL, country: ENGLAND }
          history: []
          leadParticipants:
            - { trn: "1234567", roles: [MATHS_LEAD], releaseDays: 5 }
            - { trn: "2345678", roles: [CLASS_TEACHER], releaseDays: 5 }
          headteacherStatement: We will lead this.
          answers: { committed-to-mastery: true, capacity-for-development: true }
          place: ACCEPTED
        group:
          lead: { role: MASTERY_SPECIALIST }
          schools:
            - { urn: 900001, phase: PRIMARY }
      cases:
      """;

  private static ImmutableList<CaseResult> run(String cases) {
    return WorkedCases.read("some.cases.yaml", START + cases).run(BOOK);
  }

  private static CaseResult only(String patch, String expected) {
    return run("  - name: a case\n    application: " + patch + "\n    expect: " + expected + "\n")
        .get(0);
  }

  private static void isRefused(String text, String message) {
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void aNameIsOneVisibleLine() {
    String name = "  - { name: \"a\\n0 errors\", application: {}, expect: { verdict: \"YES\" } }";
    isRefused(
        START + name,
        "some.cases.yaml: the case `a\uFFFD0 errors`: the name contains a line feed (lf) (U+000A)."
            + " Write it on one line, with visible characters only");
    isRefused(
        START + "  # \u202E",
        "some.cases.yaml: line 17, column 5: the line contains a right-to-left override (U+202E)."
            + " Delete it");
  }

  @Test
  void aCaseThatHoldsHasNoDifferences() {
    CaseResult result = only("{}", "{ verdict: \"YES\", entitlements: { grant: FIRM } }");
    assertThat(result.name()).isEqualTo("a case");
    assertThat(result.differences()).isEmpty();
    assertThat(result.isAsExpected()).isTrue();
  }

  @Test
  void aCaseThatDoesNotHoldSaysEverythingThatDiffers() {
    CaseResult result =
        only(
            "{ school: { phase: SECONDARY }, place: NOT_OFFERED }",
            "{ verdict: \"YES\", eligibility: \"YES\", application: \"YES\", commitments: \"NO\","
                + " unmet: [trn], missing: [release-time],"
                + " entitlements: { grant: FIRM, textbooks: FIRM } }");
    assertThat(result.isAsExpected()).isFalse();
    assertThat(result.differences())
        .containsExactly(
            "`verdict` is NO instead of YES",
            "`eligibility` is NO instead of YES",
            "`commitments` is YES instead of NO",
            "`unmet` is [phase] instead of [trn]",
            "`missing` is [] instead of [release-time]",
            "the entitlement `grant` is NOT_DUE instead of FIRM",
            "the entitlement `textbooks` is not there instead of FIRM");
  }

  @Test
  void theVerdictOnTheApplicationAloneIsExpectedToo() {
    assertThat(
            only("{ headteacherStatement: null, submittedOn: 2022-06-01 }", EXPECTED_YES)
                .differences())
        .containsExactly("`application` is NO instead of YES");
  }

  private static final String EXPECTED_YES =
      "{ eligibility: \"YES\", application: \"YES\", commitments: \"YES\","
          + " unmet: [headteacher-statement] }";

  @Test
  void aFindingThatTheCaseDoesNotListIsADifference() {
    assertThat(only("{ school: { phase: ALL_THROUGH } }", "{}").differences())
        .containsExactly("`referred` is [phase] instead of []");
    assertThat(only("{ answers: { committed-to-mastery: null } }", "{}").differences())
        .containsExactly("`missing` is [committed-to-mastery] instead of []");
  }

  private static ImmutableList<String> ofANewTeacher(String expected) {
    return WorkedCases.read(
            "some.cases.yaml",
            """
            offering:
              { hub: london-south-west, type: primary-subject-knowledge, year: 2018/19 }
            typical:
              application:
                school: { urn: 900001, phase: PRIMARY, establishmentType: COMMUNITY_SCHOOL }
                leadParticipants: [ { roles: [CLASS_TEACHER], yearsTeaching: 1 } ]
            cases:
              - name: a new teacher
                application: {}
                expect:\s"""
                + expected
                + "\n")
        .run(BOOK)
        .get(0)
        .differences();
  }

  @Test
  void adviceIsExpectedLikeEverythingElse() {
    assertThat(ofANewTeacher("{ advice: [experience] }")).isEmpty();
    assertThat(ofANewTeacher("{}")).containsExactly("`advice` is [experience] instead of []");
  }

  @Test
  void nullInACaseTakesAKeyOut() {
    CaseResult result =
        only("{ headteacherStatement: null }", "{ missing: [headteacher-statement] }");
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void aListInACaseReplacesTheWholeList() {
    CaseResult result =
        only(
            "{ leadParticipants:"
                + " [ { trn: \"1234567\", roles: [MATHS_LEAD], releaseDays: 10 } ],"
                + " submittedOn: 2022-06-01 }",
            "{ unmet: [lead-participants], advice: [] }");
    assertThat(result.differences()).isEmpty();
    assertThat(result.assessment().findings())
        .filteredOn(finding -> finding.term().equals("trn"))
        .extracting(Finding::read)
        .containsExactly("1 of 1 given");
  }

  @Test
  void anObjectInACaseIsLaidOverTheTypicalOne() {
    CaseResult result = only("{ answers: { capacity-for-development: false } }", "{}");
    assertThat(result.assessment().findings())
        .filteredOn(finding -> finding.term().equals("committed-to-mastery"))
        .extracting(Finding::status)
        .containsExactly(Status.MET);
    assertThat(result.differences())
        .containsExactly("`referred` is [capacity-for-development] instead of []");
  }

  @Test
  void casesRunInTheOrderOfTheFile() {
    assertThat(
            run(
                """
                  - name: second school
                    application: {}
                    expect: {}
                  - name: a group
                    group: {}
                    expect: { unmet: [group-size] }
                  - name: another school
                    application: {}
                    expect: {}
                """))
        .extracting(CaseResult::name)
        .containsExactly("second school", "a group", "another school");
  }

  @Test
  void aCaseWithoutADocumentIsRefused() {
    isRefused(
        START + "  - name: nothing\n    expect: {}\n",
        "some.cases.yaml: the case `nothing`: expected one of `application`, `group` and `progress`");
  }

  @Test
  void aCaseWithTwoDocumentsIsRefused() {
    isRefused(
        START + "  - name: both\n    application: {}\n    group: {}\n    expect: {}\n",
        "some.cases.yaml: the case `both`: expected one of `application`, `group` and `progress`");
  }

  @Test
  void aCaseWithoutItsTypicalDocumentIsRefusedWhenRun() {
    assertThat(catchThrowable(() -> run("  - name: a year\n    progress: {}\n    expect: {}\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "some.cases.yaml:17: the case `a year`: typical: missing `progress`, which the case changes");
  }

  private static void isMisspelt(String text, String suggestion) {
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("some.cases.yaml: ")
        .hasMessageContaining("unknown key. Maybe `" + suggestion + "`?");
  }

  @Test
  void aMisspeltKeyIsRefusedWithTheNearest() {
    isMisspelt(
        START + "  - name: x\n    application: {}\n    expect: { verdct: \"NO\" }\n", "verdict");
    isMisspelt(START + "  - name: x\n    aplication: {}\n    expect: {}\n", "application");
    isMisspelt(
        START.replace("  group:", "  gruop:")
            + "  - name: x\n    application: {}\n    expect: {}\n",
        "group");
  }

  @Test
  void aMisspeltKeyOfADocumentIsRefusedWhenTheCaseRuns() {
    assertThat(catchThrowable(() -> only("{ school: { phas: PRIMARY } }", "{}")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "some.cases.yaml:17: the case `a case`: `school.phas`: unknown key. Maybe `phase`?");
  }

  @Test
  void aWordThatIsNoVerdictIsRefusedWithTheNearest() {
    isRefused(
        START + "  - name: x\n    application: {}\n    expect: { verdict: \"YESS\" }\n",
        "some.cases.yaml: `cases[0].expect.verdict` (line 19): `YESS` is not a known value."
            + " Maybe `YES`?");
  }

  @Test
  void everyMissingPartIsNamed() {
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", "cases: []\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("`offering`: missing");
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", "")))
        .hasMessage("some.cases.yaml: the document is empty");
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", "a: [")))
        .hasMessageStartingWith("some.cases.yaml: line ");
  }

  @Test
  void anOfferingThatTheBookLacksIsRefusedWhenTheCaseRuns() {
    String cases =
        START.replace("cheshire-wirral", "nowhere")
            + "  - name: x\n    application: {}\n    expect: {}\n";
    assertThat(catchThrowable(() -> WorkedCases.read("some.cases.yaml", cases).run(BOOK)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("some.cases.yaml:17: the case `x`: offering.hub: there is no");
  }

  @Test
  void aProblemOfACaseHasItsPartsBesideItsText() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> only("{ school: { phase: SECONDRY } }", "{ verdict: \"YES\" }"));
    Problem problem = refused.problems().get(0);
    assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_WORD);
    assertThat(problem.pointer()).contains("/school/phase");
    assertThat(problem.line()).isPresent();
    assertThat(problem.arguments()).containsExactly("SECONDRY");
    assertThat(problem.whereInFile()).isEqualTo("the case `a case`: `school.phase`");
  }
}

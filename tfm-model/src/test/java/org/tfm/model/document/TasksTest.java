package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.Policies;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Prospect;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;

/** The tasks of the year, the events for headteachers, and expressions of interest. */
class TasksTest {

  private static final String PROGRESS =
      """
      {"offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
       "school": {"urn": 900001}, "tasksCompleted": [%s], "headteacherAttended": [%s]}
      """;

  private static Progress progress(String tasks, String events) {
    return TfmJson.read(PROGRESS.formatted(tasks, events), Progress.class);
  }

  private static String read(Document document, Fact fact) {
    return DocumentEvidence.of(document).find(fact).map(value -> value.text(fact)).orElse("-");
  }

  private static Prospect reports(Progress progress) {
    Criterion demand = new Includes(Facts.TASKS_COMPLETED, ImmutableSet.of("REPORTS"), true);
    return demand.prospect(DocumentEvidence.of(progress));
  }

  @Test
  void tasksAndEventsAreReadInTheOrderOfTheYear() {
    Progress progress =
        progress("\"EVALUATION\", \"ACTION_PLAN\"", "\"SUPPORT_VISITS\", \"LAUNCH\"");
    assertThat(read(progress, Facts.TASKS_COMPLETED))
        .isEqualTo("an action plan and the evaluation");
    assertThat(read(progress, Facts.HEADTEACHER_ATTENDED))
        .isEqualTo("the launch and the support visits");
  }

  @Test
  void aListOfTasksIsWholeAndAnAbsentOneIsUnknown() {
    assertThat(reports(progress("\"REPORTS\"", ""))).isEqualTo(Prospect.TRUE);
    assertThat(reports(progress("\"SURVEYS\"", ""))).isEqualTo(Prospect.FALSE);
    assertThat(reports(progress("", ""))).isEqualTo(Prospect.FALSE);
    Progress unknown =
        Progress.builder().from(progress("", "")).tasksCompleted(Optional.empty()).build();
    assertThat(reports(unknown)).isEqualTo(Prospect.TRUE_OR_FALSE);
  }

  private static String events(String key, String names) {
    return names.isEmpty()
        ? ""
        : ", \"" + key + "\": [" + (names.equals("none") ? "" : quoted(names)) + "]";
  }

  private static String quoted(String names) {
    return "\"" + names.replace(" ", "\", \"") + "\"";
  }

  @ParameterizedTest
  @CsvSource({
    "LAUNCH, '', TRUE, TRUE_OR_FALSE",
    "NETWORKING_EVENT, '', TRUE_OR_FALSE, TRUE_OR_FALSE",
    "LAUNCH LEADERSHIP_SESSION, '', TRUE, TRUE",
    "none, '', TRUE_OR_FALSE, TRUE_OR_FALSE",
    "'', '', TRUE_OR_FALSE, TRUE_OR_FALSE",
    "'', LAUNCH, TRUE, FALSE",
    "'', none, FALSE, FALSE",
    "LAUNCH, LAUNCH LEADERSHIP_SESSION, TRUE, TRUE",
    "LAUNCH, LAUNCH, TRUE, FALSE",
    "none, LEADERSHIP_SESSION, TRUE, FALSE"
  })
  void whatTheHeadteacherAttendedASeniorLeaderAttended(
      String ofHeadteacher, String ofLeaders, Prospect any, Prospect all) {
    Progress progress =
        TfmJson.read(
            """
            {"offering": {"hub": "cheshire-wirral", "type": "primary-development", "year": "2022/23"},
             "school": {"urn": 900001}%s%s}
            """
                .formatted(
                    events("headteacherAttended", ofHeadteacher),
                    events("seniorLeaderAttended", ofLeaders)),
            Progress.class);
    ImmutableSet<String> events = ImmutableSet.of("LAUNCH", "LEADERSHIP_SESSION");
    for (boolean isAll : new boolean[] {false, true}) {
      Criterion demand = new Includes(Facts.SENIOR_LEADER_ATTENDED, events, isAll);
      assertThat(demand.prospect(DocumentEvidence.of(progress))).isEqualTo(isAll ? all : any);
      assertThat(demand.evaluate(DocumentEvidence.of(progress)).prospect())
          .isEqualTo(isAll ? all : any);
    }
  }

  @Test
  void whatTheHeadteacherAttendedIsAmongTheEventsOfSeniorLeaders() {
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    PROGRESS
                        .formatted("", "\"LAUNCH\"")
                        .replace("]}", "], \"seniorLeaderAttended\": [\"FIRST_WORKSHOP\"]}"),
                    Progress.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "is not in `seniorLeaderAttended`, which includes what the headteacher attended");
  }

  @Test
  void whatIsCertainOfSeniorLeadersIsReadAsSoFar() {
    Progress progress = progress("", "\"LAUNCH\", \"LAST_WORKSHOP\"");
    assertThat(read(progress, Facts.SENIOR_LEADER_ATTENDED))
        .isEqualTo("the launch and the last workshop so far");
    assertThatThrownBy(
            () ->
                TfmJson.read(
                    PROGRESS.formatted("", "").replace("headteacherA", "seniorLeadersA"),
                    Progress.class))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("seniorLeaderAttended");
  }

  @Test
  void anUnknownTaskIsRefusedWithTheNearest() {
    assertThatThrownBy(() -> progress("\"ACTION_PLANS\"", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("`ACTION_PLANS` is not a known value. Maybe `ACTION_PLAN`?");
  }

  @Test
  void anExpressionOfInterestHasADay() {
    Application application =
        Policies.application().expressionOfInterestOn(LocalDate.of(2022, 5, 3)).build();
    assertThat(read(application, Facts.EXPRESSION_OF_INTEREST)).isEqualTo("on 3 May 2022");
    assertThat(read(Policies.application().build(), Facts.EXPRESSION_OF_INTEREST)).isEqualTo("-");
    assertThatThrownBy(
            () -> Policies.application().expressionOfInterestOn(LocalDate.of(10_000, 1, 1)).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("expressionOfInterestOn: ");
  }
}

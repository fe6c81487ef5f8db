package org.tfm.model.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.document.Facts;

class FormProposalTest {

  private static FormProposal proposal(List<String> headings, List<List<String>> rows) {
    return FormProposal.of(headings, rows, Facts.answers());
  }

  private static ProposedColumn only(String heading, String... cells) {
    return proposal(List.of(heading), List.of(cells).stream().map(List::of).toList())
        .columns()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "URN, school.urn",
    "School URN, school.urn",
    "school.urn, school.urn",
    "Timestamp, submittedAt",
    "Completion time, submittedAt",
    "Which phase of education is the school?, school.phase",
    "committed-to-mastery, answers.committed-to-mastery",
    "Lead participant 1 name, leadParticipants[0].name",
    "Teacher 2: TRN, leadParticipants[1].trn",
    "First teacher's name, leadParticipants[0].name",
    "Name of second participant, leadParticipants[1].name",
    "Role(s)2, leadParticipants[1].roles",
    "What is the person's teacher reference number?, leadParticipants[0].trn"
  })
  void anExactTitleLabelOrQuestionIsSure(String heading, String place) {
    ProposedColumn column = only(heading);
    assertThat(column.to()).hasValue(place);
    assertThat(column.unsure()).isFalse();
  }

  @Test
  void everyQuestionOfThePolicyIsRecognised() {
    Facts.answers()
        .values()
        .forEach(
            fact ->
                assertThat(only(fact.question()).to())
                    .as(fact.question())
                    .isPresent()
                    .get()
                    .asString()
                    .startsWith("answers."));
  }

  @Test
  void aSimilarHeadingIsUnsureAndSaysWhy() {
    ProposedColumn column = only("Are you committed to teaching for mastery this year?");
    assertThat(column.unsure()).isTrue();
    assertThat(column.comment()).startsWith("similar to: ");
  }

  @Test
  void whatIsNotRecognisedIsCarriedAndNotGuessed() {
    assertThat(only("Dietary requirements"))
        .isEqualTo(ProposedColumn.notRead("Dietary requirements", false, "not recognised"));
    assertThat(only("Email Address").ignored()).isTrue();
  }

  @Test
  void cellsThatDoNotFitMakeAPlaceUnsure() {
    assertThat(only("URN", "100008", "Ash Lane School"))
        .satisfies(
            column -> {
              assertThat(column.unsure()).isTrue();
              assertThat(column.comment()).isEqualTo("1 of 2 cells are not understood");
            });
    assertThat(only("Phase", "Primary", "ALL_THROUGH").unsure()).isFalse();
    assertThat(only("Reference", "100008", "100009").comment())
        .isEqualTo("the cells look like URNs");
  }

  @Test
  void wordsThatStartWithYesOrNoAreProposedAsValues() {
    ProposedColumn column = only("committed-to-mastery", "Yes, we are", "No, not yet", "Yes");
    assertThat(column.values())
        .isEqualTo(ImmutableMap.of("No, not yet", false, "Yes, we are", true));
    assertThat(column.unsure()).isTrue();
    assertThat(only("committed-to-mastery", "Teacher A").values()).isEmpty();
    assertThat(only("committed-to-mastery", "Yes, Teacher A does").values()).isEmpty();
    assertThat(only("committed-to-mastery", "Yes, see 1928374").values()).isEmpty();
  }

  @Test
  void repeatedHeadingsAreTheNextPerson() {
    assertThat(proposal(List.of("URN", "TRN", "TRN", "URN"), List.of()).columns())
        .extracting(ProposedColumn::to)
        .containsExactly(
            Optional.of("school.urn"),
            Optional.of("leadParticipants[0].trn"),
            Optional.of("leadParticipants[1].trn"),
            Optional.empty());
  }

  @Test
  void theNameBesideTheEmailOfMicrosoftIsOfWhoeverSentTheForm() {
    assertThat(
            proposal(List.of("ID", "Start time", "Completion time", "Email", "Name"), List.of())
                .columns())
        .extracting(ProposedColumn::ignored)
        .containsExactly(true, true, false, true, true);
  }

  @Test
  void aRowForEachPersonIsNoticedAndToBeChecked() {
    FormProposal proposal =
        proposal(
            List.of("URN", "Name"),
            List.of(List.of("100008", "Teacher A"), List.of("100008", "Teacher B")));
    assertThat(proposal.isRowEach()).isTrue();
    assertThat(proposal.columns().get(1).to()).hasValue("leadParticipants[].name");
    assertThat(proposal.columns().get(1).unsure()).isTrue();
  }

  @Test
  void datesThatCanOnlyHaveTheMonthFirstAreNoticed() {
    assertThat(proposal(List.of("Timestamp"), List.of(List.of("3/25/22 09:00"))).isMonthFirst())
        .isTrue();
    assertThat(
            proposal(List.of("Timestamp"), List.of(List.of("3/25/22"), List.of("25/3/22")))
                .isMonthFirst())
        .isFalse();
  }

  @Test
  void theHeadingRowHasTheMostKnownHeadings() {
    assertThat(
            FormProposal.headingRow(
                List.of(List.of("Responses"), List.of("URN", "Name"), List.of("100008", "A")),
                Facts.answers()))
        .isEqualTo(1);
  }
}

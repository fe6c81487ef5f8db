package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tfm.model.advice.Question;
import org.tfm.model.advice.Questionnaire;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.rules.pack.PackFiles;
import org.tfm.rules.pack.SmallPacks;

/** A pack's own questions about each person. */
class PersonQuestionsTest {

  private static final String FACTS =
      """
      facts:
        keen:
          kind: yes-no
          about: lead-participant
          subject: the person
          verb: is
          complement: keen to lead others
        reasons:
          kind: text
          about: lead-participant
          label: reasons to take part
          question: Why does the person want to take part?
          subject: the person
          verb: has given
          complement: reasons to take part
        plan: { kind: yes-no, subject: the school, verb: has, complement: a plan }
      """;

  private static PackFiles files(String facts, String must) {
    return SmallPacks.files(
        SmallPacks.PUBLISHER + facts,
        SmallPacks.PACKAGE
            + SmallPacks.rule("asks", "terms.commitment(\"x\").must(" + must + ");"));
  }

  private static PolicyBook book(String must) {
    return PolicyBook.builder().files(files(FACTS, must)).build();
  }

  private static final PolicyBook EVERY =
      book("everyLeadParticipant(terms.answer(\"keen\").isConfirmed())");

  private static final PolicyBook TWO =
      book("leadParticipants().where(terms.answer(\"keen\").isConfirmed()).isAtLeast(2)");

  private static String json(String people, String answers) {
    return "{\"offering\": {\"hub\": \"river-hub\", \"type\": \"primary-development\", \"year\":"
        + " \"2022/23\"}, \"school\": {\"urn\": 100008}, \"leadParticipants\": ["
        + people
        + "], \"answers\": {"
        + answers
        + "}, \"submittedOn\": \"2022-05-03\"}";
  }

  private static Verdict verdict(PolicyBook book, String people) {
    return book.decide(book.readApplication(json(people, "")), LocalDate.of(2022, 9, 1)).verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"answers": {"keen": true}}, {"answers": {"keen": true}}  | YES | YES
          {"answers": {"keen": true}}, {"answers": {"keen": false}} | NO  | NO
          {"answers": {"keen": true}}, {}                           | MORE_INFORMATION_NEEDED | MORE_INFORMATION_NEEDED
          {"answers": {"keen": false}}, {}, {}                      | NO  | MORE_INFORMATION_NEEDED
          """)
  void theAnswersAboutEachPersonDecide(String people, Verdict ofEvery, Verdict ofTwo) {
    assertThat(verdict(EVERY, people)).isEqualTo(ofEvery);
    assertThat(verdict(TWO, people)).isEqualTo(ofTwo);
  }

  @Test
  void eachPersonWithoutAnAnswerIsAskedAndTheAnswerIsKeptThere() {
    Application application =
        EVERY.readApplication(json("{}, {\"answers\": {\"keen\": true}}", ""));
    List<Question> questions = Questionnaire.all(EVERY, application).questions();
    assertThat(questions).hasSize(1);
    Question question = questions.get(0);
    assertThat(question.of()).isEqualTo("lead participant 1");
    assertThat(question.text()).isEqualTo("Is the person keen to lead others?");
    assertThat(question.pointer()).isEqualTo("/leadParticipants/0/answers/keen");
    Application answered = question.answer(application, "yes");
    assertThat(TfmJson.write(answered))
        .contains("\"leadParticipants\":[{\"answers\":{\"keen\":true}}");
    assertThat(Questionnaire.all(EVERY, answered).questions()).isEmpty();
  }

  @Test
  void aFindingNamesThePerson() {
    assertThat(
            EVERY
                .decide(
                    EVERY.readApplication(json("{}, {\"answers\": {\"keen\": false}}", "")),
                    LocalDate.of(2022, 9, 1))
                .assessment()
                .findings()
                .get(0)
                .sentence())
        .isEqualTo("Each lead participant must be keen to lead others; lead participant 2 is not.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          {"answers": {"kean": true}}   | -              | `leadParticipants[0].answers.kean` (line 1): no policy asks for `kean`. Maybe `keen`?
          {"answers": {"keen": "yes"}}  | -              | `leadParticipants[0].answers.keen` (line 1): expected `true` or `false`
          {"answers": {"plan": true}}   | -              | `leadParticipants[0].answers.plan` (line 1): `plan` is not asked here; expected `answers.plan`
          {"answers": {"reasons": " "}} | -              | `leadParticipants[0].answers.reasons` (line 1): expected a text that is not blank
          {}                            | "keen": true   | `answers.keen` (line 1): `keen` is not asked here; expected `leadParticipants[].answers.keen`
          {"answers": []}               | -              | `leadParticipants[0].answers` (line 1): expected an object
          {"answers": {"keen": {}}}     | -              | `leadParticipants[0].answers.keen` (line 1): expected yes or no, a number, a word, a list of words or a text
          {"answers": {"keen": 1e999999999}} | -         | `leadParticipants[0].answers.keen` (line 1): the number has more than 20 digits
          {"answers": {"Keen": true}}   | -              | `leadParticipants[0].answers.…` (line 1): `…` is not a fact id; expected lower-case words joined by hyphens
          """)
  void anAnswerInTheWrongPlaceOrFormIsRefused(String person, String answers, String message) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> EVERY.readApplication(json(person, answers == null ? "" : answers)));
    assertThat(refused).as(person).isNotNull();
    assertThat(refused.problems().stream().map(Problem::toString)).containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          terms.answer("keen").isConfirmed() | whether the person is keen to lead others; an application records that for each lead participant. Ask it inside `everyLeadParticipant` or `someLeadParticipant`
          everyLeadParticipant(terms.answer("plan").isConfirmed()) | whether the school has a plan; an application does not record that for each lead participant. Ask it outside `everyLeadParticipant` and `someLeadParticipant`
          everySchool(terms.answer("keen").isConfirmed()) | about each school; an application does not record that. Ask it in a `group` term
          """)
  void aQuestionInTheWrongPlaceIsRefused(String must, String asks) {
    assertThatThrownBy(() -> book(must))
        .hasMessage(
            "folder/primary-development.drl:2: in the rule `asks`, the term `x` asks " + asks);
  }

  @Test
  void aFactIsAboutAPersonOrTheDocument() {
    String wrong = FACTS.replace("lead-participant", "person");
    assertThatThrownBy(
            () -> PolicyBook.builder().files(files(wrong, "phase().is(PRIMARY)")).build())
        .hasMessageContaining(
            "folder/publisher.yaml:13: the fact `keen` is about `person`; expected"
                + " `lead-participant`. Leave `about` out if the question is about the school");
  }

  @Test
  void aTextAboutAPersonIsMaskedInRecords() {
    PolicyBook book = book("everyLeadParticipant(terms.answer(\"reasons\").isProvided())");
    Application application =
        book.readApplication(
            json("{\"answers\": {\"reasons\": \"I love it\", \"keen\": true}}", ""));
    assertThat(application.toString()).doesNotContain("love");
    String record = TfmJson.write(book.decide(application, LocalDate.of(2022, 9, 1)).record());
    assertThat(record)
        .doesNotContain("love")
        .contains("\"answers\":{\"keen\":true,\"reasons\":\"(given)\"}");
  }

  @Test
  void aSnapshotAsksTheSame() {
    PolicyBook other =
        PolicyBook.builder()
            .snapshot(PackSnapshot.parse(EVERY.snapshot("river-hub/2022-23").write()))
            .build();
    PackSnapshotTest.assertDecideAlike(EVERY, other);
    assertThat(verdict(other, "{\"answers\": {\"keen\": true}}")).isEqualTo(Verdict.YES);
  }

  @Test
  void aPersonWithoutAnswersIsWrittenWithoutThem() {
    assertThat(TfmJson.write(EVERY.readApplication(json("{\"answers\": {}}", ""))))
        .contains("\"leadParticipants\":[{}]");
  }
}

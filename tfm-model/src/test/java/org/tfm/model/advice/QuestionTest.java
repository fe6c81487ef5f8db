package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tfm.model.Policies;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Application;
import org.tfm.model.document.Document;
import org.tfm.model.document.DocumentEvidence;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.Facts;
import org.tfm.model.document.GroupLead;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.document.LeadRole;
import org.tfm.model.document.Participation;
import org.tfm.model.document.Progress;
import org.tfm.model.document.Role;
import org.tfm.model.document.Subject;
import org.tfm.model.document.Trn;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.ReleaseTime;
import org.tfm.model.school.Phase;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;

class QuestionTest {

  private static final Application APPLICATION =
      Policies.application(LeadParticipant.builder().build())
          .school(School.builder().urn(100_008).build())
          .build();
  private static final Progress PROGRESS =
      Progress.builder()
          .offering(Policies.OFFERING)
          .school(School.builder().urn(100_008).build())
          .build();
  private static final Document GROUP =
      Policies.group()
          .schools(ImmutableList.of(School.builder().urn(100_008).build()))
          .lead(new GroupLead(LeadRole.MASTERY_SPECIALIST, Optional.of(100_009)))
          .build();

  private static Question question(Fact fact, String of) {
    return new Question(
        fact,
        of,
        fact.question(),
        "term",
        Aspect.ELIGIBILITY,
        "It is so.",
        new Citation("page", "one", Optional.empty()),
        Provenance.of("a-hub", "a-type.drl", 1));
  }

  /** Every fact that can be asked about, in each document with a place for it. */
  static Stream<Arguments> questions() {
    List<Fact> facts = new ArrayList<>(Facts.all().values());
    facts.add(Facts.participationIn(AcademicYear.parse("2021/22")));
    List<Arguments> questions = new ArrayList<>();
    for (Document document : List.of(APPLICATION, PROGRESS, GROUP)) {
      EditedDocument edited = EditedDocument.of(document, 0);
      for (Fact fact : facts) {
        boolean isAsked =
            Subject.of(document).hasPlaceFor(fact)
                && edited.location("", fact).fact().equals(fact)
                && !fact.equals(Facts.SESSION_HOSTS)
                && !fact.equals(Facts.SESSION_TIME_DAYS)
                && !fact.equals(Facts.SESSION_TIME_HOURS)
                && !fact.equals(Facts.TRUSTS)
                && !fact.equals(Facts.URN);
        if (isAsked) {
          questions.add(Arguments.of(document, fact, ""));
        }
      }
    }
    for (Fact fact : List.of(Facts.TRN, Facts.ROLES, Facts.YEARS_TEACHING, Facts.RELEASE_DAYS)) {
      questions.add(Arguments.of(APPLICATION, fact, "lead participant 1"));
    }
    for (Fact fact : List.of(Facts.PHASE, Facts.ESTABLISHMENT_TYPE, Facts.COUNTRY)) {
      questions.add(Arguments.of(GROUP, fact, "school 1"));
    }
    return questions.stream();
  }

  private static Object answer(Fact fact) {
    if (fact.at().equals("history")) {
      return Stream.of("2021/22", "2022/23")
          .map(AcademicYear::parse)
          .map(
              year ->
                  Participation.builder()
                      .type("primary-readiness")
                      .year(year)
                      .completed(true)
                      .build())
          .toList();
    }
    if (fact.equals(Facts.SCHOOLS)) {
      return List.of(School.builder().urn(100_009).build());
    }
    if (fact.equals(Facts.FIRST_SESSION_AT_LEADS_SCHOOL)) {
      return 100_009;
    }
    return switch (fact.kind()) {
      case YES_NO -> true;
      case NUMBER -> 3;
      case CHOICE -> {
        if (fact.isName()) {
          yield "Example Shire";
        }
        yield fact.choices().isEmpty() ? "january" : fact.choices().get(0);
      }
      case CHOICES -> fact.choices().isEmpty() ? List.of("primary-readiness") : fact.choices();
      case DAY -> "2022-05-03";
      case TEXT -> "7654321";
    };
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("questions")
  void theAnswerIsInTheResultingDocument(Document document, Fact fact, String of) {
    Question question = question(fact, of);
    Document answered = question.answer(document, answer(fact));
    assertThat(answered).isInstanceOf(document.getClass());
    Evidence evidence =
        EditedDocument.of(answered, 0).evidence(of).orElse(DocumentEvidence.of(answered));
    assertThat(evidence.find(fact)).isPresent();
    assertThat(question.expected()).isNotBlank();
  }

  @Test
  void theAnsweredTextIsKept() {
    Application answered =
        question(Facts.HEADTEACHER_STATEMENT, "").answer(APPLICATION, "We support this.");
    assertThat(answered.headteacherStatement()).contains("We support this.");
    Application numbered = question(Facts.TRN, "lead participant 1").answer(APPLICATION, "1234567");
    assertThat(numbered.leadParticipants().orElseThrow().get(0).trn())
        .contains(Trn.parse("1234567"));
  }

  @Test
  void aNumberOfPeopleAddsUnknownPeopleAndKeepsTheNamedOnes() {
    Application two = Policies.application(Policies.person("1234567", 5)).build();
    Application three = question(Facts.LEAD_PARTICIPANTS, "").answer(two, 3L);
    assertThat(three.leadParticipants().orElseThrow()).hasSize(3);
    assertThat(three.leadParticipants().orElseThrow().get(0).trn()).isPresent();
  }

  @Test
  void numbersOfAnyTypeAndWordsOfAnEnumAreAnswers() {
    for (Number number :
        List.of((short) 3, 3, 3L, 3f, 3d, BigInteger.valueOf(3), new AtomicInteger(3))) {
      Progress answered = question(Facts.VISITS, "").answer(PROGRESS, number);
      assertThat(answered.visits()).contains(3);
    }
    Application answered =
        question(Facts.ROLES, "lead participant 1")
            .answer(APPLICATION, ImmutableList.of(Role.MATHS_LEAD, Role.SENCO));
    assertThat(answered.leadParticipants().orElseThrow().get(0).roles().orElseThrow())
        .containsExactly(Role.MATHS_LEAD, Role.SENCO);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Facts.STATE_FUNDED, "perhaps"),
        Arguments.of(Facts.PARTICIPATION, List.of("primary-readiness")),
        Arguments.of(Facts.TEACHERS, new BigDecimal("1e999999999")),
        Arguments.of(Facts.PHASE, true),
        Arguments.of(Facts.LEAD_PARTICIPANTS, 0),
        Arguments.of(Facts.TEACHERS, "three"),
        Arguments.of(Facts.TEACHERS, -1),
        Arguments.of(Facts.TEACHERS, Double.NaN),
        Arguments.of(Facts.PHASE, "PRIMARI"),
        Arguments.of(Facts.PHASE, List.of("PRIMARY", "SECONDARY")),
        Arguments.of(Facts.HEADTEACHER_STATEMENT, "\u00A0"),
        Arguments.of(Facts.HEADTEACHER_STATEMENT, 7),
        Arguments.of(Facts.LEAD_PARTICIPANTS, 1.5),
        Arguments.of(Facts.LEAD_PARTICIPANTS, 101));
  }

  @ParameterizedTest(name = "{1} to {0}")
  @MethodSource("wrong")
  void anAnswerOfTheWrongTypeIsRefusedWithTheExpectedOne(Fact fact, Object answer) {
    Question question = question(fact, "");
    assertThatThrownBy(() -> question.answer(APPLICATION, answer))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected " + question.expected());
  }

  @Test
  void choicesHaveLabels() {
    assertThat(question(Facts.PHASE, "").labels())
        .containsEntry("MIDDLE_DEEMED_PRIMARY", "a middle-deemed-primary school")
        .hasSize(8);
    assertThat(question(Facts.TEACHERS, "").labels()).isEmpty();
    assertThat(question(Facts.RELEASE_DAYS, "").expected()).isEqualTo("a number of days");
    assertThat(question(Facts.LEAD_PARTICIPANTS, "").expected())
        .isEqualTo("a whole number, 1 to 100");
  }

  @Test
  void typedTextIsAnAnswer() {
    Application yes = question(Facts.STATE_FUNDED, "").answer(APPLICATION, "Yes");
    assertThat(yes.answers().byFact()).containsEntry("state-funded", true);
    Application phase = question(Facts.PHASE, "").answer(APPLICATION, "Middle deemed primary");
    assertThat(phase.school().phase()).contains(Phase.MIDDLE_DEEMED_PRIMARY);
    Application days =
        question(Facts.RELEASE_DAYS, "lead participant 1").answer(APPLICATION, "2.5");
    assertThat(days.leadParticipants().orElseThrow().get(0).releaseDays())
        .contains(ReleaseTime.ofHalfDays(5));
  }

  @Test
  void thePointerRefersToTheFieldOfAForm() {
    assertThat(question(Facts.TRN, "lead participant 2").pointer())
        .isEqualTo("/leadParticipants/1/trn");
    assertThat(question(Facts.TEACHERS, "").pointer()).isEqualTo("/answers/teachers");
    assertThatThrownBy(() -> question(Facts.TRN, "lead participant 1").answer(APPLICATION, "12345"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("leadParticipants[0].trn");
    assertThatThrownBy(
            () -> question(Facts.TRN, "lead participant 7").answer(APPLICATION, "1234567"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aQuestionRoundTripsThroughJson() {
    Question question = question(Facts.PHASE, "");
    assertThat(TfmJson.read(TfmJson.write(question), Question.class)).isEqualTo(question);
  }
}

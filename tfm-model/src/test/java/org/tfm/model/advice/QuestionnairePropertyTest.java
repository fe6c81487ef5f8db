package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tfm.model.SmallWorld;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.document.Application;

class QuestionnairePropertyTest {

  @Provide
  Arbitrary<Terms> terms() {
    return SmallWorld.terms();
  }

  @Provide
  Arbitrary<Map<String, Object>> given() {
    return SmallWorld.given();
  }

  @Property
  void itAsksExactlyWhileTheVerdictIsOpen(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Application application = SmallWorld.application(given);
    assertThat(Questionnaire.next(TermsLookup.always(terms), application).isPresent())
        .isEqualTo(terms.verdict(application) == Verdict.MORE_INFORMATION_NEEDED);
  }

  @Property
  void itAsksOnlyUnansweredQuestions(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Questionnaire.next(TermsLookup.always(terms), SmallWorld.application(given))
        .ifPresent(question -> assertThat(given).doesNotContainKey(question.fact().id()));
  }

  @Property
  void itsAnswersLeadToASettledVerdict(
      @ForAll("terms") Terms terms,
      @ForAll("given") Map<String, Object> given,
      @ForAll Random random) {
    Application known = SmallWorld.application(given);
    for (int asked = 0; asked <= SmallWorld.FACTS.size(); asked++) {
      Optional<Question> next = Questionnaire.next(TermsLookup.always(terms), known);
      if (next.isEmpty()) {
        assertThat(terms.verdict(known)).isNotEqualTo(Verdict.MORE_INFORMATION_NEEDED);
        return;
      }
      List<Object> choices = SmallWorld.answers(next.get().fact());
      known = next.get().answer(known, choices.get(random.nextInt(choices.size())));
    }
    fail("more questions than there are facts");
  }

  @Property
  void itAlwaysEndsWithAnyAnswersAndSkippedQuestions(
      @ForAll("terms") Terms terms,
      @ForAll("given") Map<String, Object> given,
      @ForAll Random random) {
    Map<String, Object> answers = new TreeMap<>(given);
    List<Question> left = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    Optional<Question> next =
        Questionnaire.next(TermsLookup.always(terms), SmallWorld.application(answers), left);
    while (next.isPresent()) {
      Question question = next.get();
      assertThat(asked.add(question.fact().id())).as("asked twice").isTrue();
      if (random.nextInt(4) == 0) {
        left.add(question);
      } else {
        List<Object> choices = SmallWorld.answers(question.fact());
        answers.put(question.fact().id(), choices.get(random.nextInt(choices.size())));
      }
      next = Questionnaire.next(TermsLookup.always(terms), SmallWorld.application(answers), left);
    }
  }

  @Property
  void everyQuestionNamesTheTermThatNeedsIt(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Questionnaire.next(TermsLookup.always(terms), SmallWorld.application(given))
        .ifPresent(
            question ->
                assertThat(terms.terms())
                    .anySatisfy(
                        term -> {
                          assertThat(term.id()).isEqualTo(question.term());
                          assertThat(term.sentence()).isEqualTo(question.clause());
                          assertThat(term.citation()).isEqualTo(question.citation());
                        }));
  }
}

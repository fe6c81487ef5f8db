package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.tfm.model.assessment.Verdict;

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
  void nothingIsAskedThatCannotMatter(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Optional<Question> asked = Questionnaire.next(terms, SmallWorld.application(given));
    asked.ifPresent(
        question -> {
          String fact = question.fact().id();
          assertThat(given).doesNotContainKey(fact);
          Map<Map<String, Object>, Set<Verdict>> byOthers = new HashMap<>();
          for (Map<String, Object> answers : SmallWorld.allWith(given, false)) {
            Map<String, Object> others = new TreeMap<>(answers);
            others.remove(fact);
            byOthers.computeIfAbsent(others, any -> new HashSet<>()).add(verdict(terms, answers));
          }
          assertThat(byOthers.values()).as(fact).anyMatch(verdicts -> verdicts.size() > 1);
        });
  }

  @Property
  void itStopsOnlyWhenNoAnswerChangesTheVerdict(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    if (Questionnaire.next(terms, SmallWorld.application(given)).isEmpty()) {
      Set<Verdict> verdicts = new HashSet<>();
      for (Map<String, Object> answers : SmallWorld.allWith(given, false)) {
        if (answers.size() == SmallWorld.FACTS.size()) {
          verdicts.add(verdict(terms, answers));
        }
      }
      assertThat(verdicts).hasSize(1);
    }
  }

  @Property
  void itAlwaysEndsWhateverIsAnsweredOrLeftOpen(
      @ForAll("terms") Terms terms,
      @ForAll("given") Map<String, Object> given,
      @ForAll Random random) {
    Map<String, Object> answers = new TreeMap<>(given);
    List<Question> left = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    Optional<Question> next = Questionnaire.next(terms, SmallWorld.application(answers), left);
    while (next.isPresent()) {
      Question question = next.get();
      assertThat(asked.add(question.fact().id())).as("asked twice").isTrue();
      if (random.nextInt(4) == 0) {
        left.add(question);
      } else {
        List<Object> choices = SmallWorld.answers(question.fact());
        answers.put(question.fact().id(), choices.get(random.nextInt(choices.size())));
      }
      next = Questionnaire.next(terms, SmallWorld.application(answers), left);
    }
  }

  @Property
  void everyQuestionNamesTheTermThatNeedsIt(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Questionnaire.next(terms, SmallWorld.application(given))
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

  private static Verdict verdict(Terms terms, Map<String, Object> answers) {
    return terms.assess(SmallWorld.application(answers)).verdict();
  }
}

package org.tfm.model.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tfm.model.criterion.Fact;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;

class AnswersTest {

  @Test
  void answersAreEqualByValue() {
    Answers twelve = Answers.of(Map.of("teachers", 12));
    assertThat(twelve).isNotEqualTo(Answers.of(Map.of("teachers", 13))).isNotEqualTo("teachers");
    assertThat(twelve).hasSameHashCodeAs(Answers.of(Map.of("teachers", new BigDecimal("12.00"))));
    assertThat(twelve.hashCode()).isNotEqualTo(Answers.none().hashCode());
  }

  @Test
  void numbersHaveAtMostTwentyDigits() {
    for (String number : List.of("1".repeat(20), "1E+20", "1E-20")) {
      BigDecimal given = new BigDecimal(number);
      assertThat(Answers.of(Map.of("a", given)).byFact().get("a"))
          .isEqualTo(new BigDecimal(given.toPlainString()));
    }
    for (String number : List.of("1".repeat(21), "1E+21", "1E-21")) {
      assertThatThrownBy(() -> Answers.of(Map.of("a", new BigDecimal(number))))
          .hasMessage("a: the number has more than 20 digits");
    }
    BigInteger whole = BigInteger.TEN.pow(20).subtract(BigInteger.ONE);
    assertThat(Answers.of(Map.of("a", whole)).byFact()).containsEntry("a", new BigDecimal(whole));
    assertThatThrownBy(() -> Answers.of(Map.of("a", whole.multiply(BigInteger.TEN))))
        .hasMessage("a: the number has more than 20 digits");
    assertThat(Answers.of(Map.of("a", BigInteger.TWO))).isEqualTo(Answers.of(Map.of("a", 2)));
  }

  @Test
  void equalNumbersOfAnyJavaTypeAreEqualAnswers() {
    Answers five = Answers.of(Map.of("a", 5));
    for (Number number :
        List.of(
            5L,
            (short) 5,
            (byte) 5,
            5f,
            5d,
            BigInteger.valueOf(5),
            new BigDecimal("5.0"),
            new AtomicInteger(5),
            new AtomicLong(5))) {
      assertThat(Answers.of(Map.of("a", number))).isEqualTo(five);
    }
    assertThat(Answers.of(Map.of("a", 0.1f)).byFact()).containsEntry("a", new BigDecimal("0.1"));
    assertThat(Answers.of(Map.of("a", 0.1d)).byFact()).containsEntry("a", new BigDecimal("0.1"));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    for (Number number : List.of(Double.NaN, Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
      assertThatThrownBy(() -> Answers.of(Map.of("a", number)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("a: `%s` is not a finite number", number);
    }
    assertThatThrownBy(() -> Answers.of(Map.of("a", Double.MAX_VALUE)))
        .hasMessage("a: the number has more than 20 digits");
  }

  @Test
  void unknownChoicesAndBlankTextsAreNotAnswers() {
    Fact word = Fact.choice("a", "l", "q", List.of("X", "Y"), "answers.a");
    Fact words = Fact.choices("a", "l", "q", List.of("X", "Y"), "answers.a");
    Fact text = Fact.text("a", "l", "q", "answers.a");
    assertThat(Answers.of(Map.of("a", "X")).find(word)).isPresent();
    assertThat(Answers.of(Map.of("a", "Z")).find(word)).isEmpty();
    assertThat(Answers.of(Map.of("a", List.of("X"))).find(words)).isPresent();
    assertThat(Answers.of(Map.of("a", List.of("X", "Z"))).find(words)).isEmpty();
    assertThat(Answers.of(Map.of("a", " ")).find(text)).isEmpty();
    assertThat(Answers.of(Map.of("a", "\u00A0\u200B")).find(text)).isEmpty();
  }

  @Test
  void aMisspeltAnswerIsReportedAmongValidOnes() {
    assertThat(problems(Map.of("reports", true))).isEmpty();
    assertThat(problems(Map.of("reports", true, "raports", false)))
        .containsExactly("no policy asks for `raports`");
    assertThat(problems(Map.of("reports", "yes"))).containsExactly("expected `true` or `false`");
    assertThat(problems(Map.of("teachers", "1\u00A00")))
        .containsExactly(
            "expected a number that is not negative; it contains a no-break space (U+00A0) at"
                + " position 2");
    assertThat(problems(Map.of("teachers", 0))).isEmpty();
    assertThat(problems(Map.of("teachers", -1)))
        .containsExactly("expected a number that is not negative");
    assertThat(Answers.of(Map.of("reports", true)).problems(Facts.answers())).isEmpty();
  }

  @Test
  void anAnswerToAFactOfAPolicyIsAcceptedIfThePolicyAsks() {
    Answers answers = Answers.of(Map.of("reports", true, "our-own", "Z"));
    Fact own = Fact.choice("our-own", "l", "q", List.of("X", "Y"), "answers.our-own");
    Fact open = Fact.choice("our-own", "l", "q", List.of(), "answers.our-own");
    assertThat(answers.problems(Facts.answers())).hasSize(1);
    assertThat(answers.problems(with(own)))
        .extracting(Problem::what)
        .containsExactly("expected one of [X, Y]");
    assertThat(answers.problems(with(open))).isEmpty();
    assertThat(Answers.of(Map.of("our-own", "X", "their-own", "X")).problems(with(own)))
        .extracting(Problem::where)
        .containsExactly("answers.their-own");
  }

  private static ImmutableMap<String, Fact> with(Fact own) {
    return ImmutableMap.<String, Fact>builder()
        .putAll(Facts.answers())
        .put(own.id(), own)
        .buildOrThrow();
  }

  private static List<String> problems(Map<String, Object> answers) {
    List<Problem> problems = Answers.of(answers).problems(Facts.answers());
    assertThat(Answers.of(answers).areTaken(Facts.answers())).isEqualTo(problems.isEmpty());
    return problems.stream().map(Problem::what).toList();
  }

  @Test
  void aProblemHasPartsAndAText() {
    assertThat(Answers.of(Map.of("reports", "yes", "reprots", true)).problems(Facts.answers()))
        .extracting(Problem::code, problem -> problem.pointer().orElse(""), Problem::arguments)
        .containsExactly(
            tuple(ProblemCode.WRONG_TYPE, "/answers/reports", List.of()),
            tuple(ProblemCode.UNKNOWN_KEY, "/answers/reprots", List.of("reprots")));
  }
}

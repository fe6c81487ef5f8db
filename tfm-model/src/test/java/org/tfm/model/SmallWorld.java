package org.tfm.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.tfm.model.assessment.Terms;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.HubDecides;
import org.tfm.model.criterion.Not;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Provided;
import org.tfm.model.criterion.Unstated;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.School;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Strength;
import org.tfm.model.term.Term;

/**
 * A world of five answers, small enough to try every possible document.
 *
 * <p>One of the answers is fixed once it is given.
 */
public final class SmallWorld {

  public static final Offering OFFERING =
      Offering.of("cheshire-wirral", "primary-development", AcademicYear.parse("2022/23"));

  private static final Fact ONE =
      Fact.yesNo("one", "the first is so", "Is the first so?", "answers.one");
  private static final Fact PAST =
      Fact.yesNo("past", "it was so", "Was it so?", "answers.past").asFixed();
  private static final Fact BOXES =
      Fact.number("boxes", "the number of boxes", "How many boxes?", "box", "answers.boxes");
  private static final Fact WAY =
      Fact.choice("way", "the way", "Which way?", List.of("A", "B"), "answers.way");
  private static final Fact NOTE = Fact.text("note", "the note", "What note?", "answers.note");

  public static final ImmutableList<Fact> FACTS = ImmutableList.of(ONE, PAST, BOXES, WAY, NOTE);

  private SmallWorld() {}

  /** Returns every answer that the criteria of this world can distinguish. */
  public static List<Object> answers(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> List.of(true, false);
      case NUMBER ->
          IntStream.rangeClosed(0, 12)
              .mapToObj(halves -> (Object) BigDecimal.valueOf(5L * halves, 1))
              .toList();
      case CHOICE -> List.of("A", "B");
      case CHOICES, DAY, TEXT -> List.of("words");
    };
  }

  public static Application application(Map<String, Object> answers) {
    return Application.builder()
        .offering(OFFERING)
        .school(School.builder().urn(100008).build())
        .answers(Answers.of(answers))
        .build();
  }

  /** Answers of any degree of completeness. */
  public static Arbitrary<Map<String, Object>> given() {
    return Combinators.combine(
            FACTS.stream()
                .map(fact -> Arbitraries.of(answers(fact)).optional(0.6).map(a -> entry(fact, a)))
                .toList())
        .as(
            entries -> {
              Map<String, Object> given = new TreeMap<>();
              entries.forEach(given::putAll);
              return given;
            });
  }

  private static Map<String, Object> entry(Fact fact, Optional<Object> answer) {
    return answer.map(a -> Map.of(fact.id(), a)).orElse(Map.of());
  }

  /** Returns every set of answers that extends the given ones. */
  public static List<Map<String, Object>> allWith(Map<String, Object> given, boolean changed) {
    List<List<Optional<Object>>> choices = new ArrayList<>();
    for (Fact fact : FACTS) {
      List<Optional<Object>> own = new ArrayList<>();
      Optional<Object> now = Optional.ofNullable(given.get(fact.id()));
      if (now.isEmpty() || (changed && !fact.fixed())) {
        answers(fact).forEach(answer -> own.add(Optional.of(answer)));
      }
      if (!own.contains(now)) {
        own.add(now);
      }
      choices.add(own);
    }
    return Lists.cartesianProduct(choices).stream()
        .map(
            all ->
                IntStream.range(0, FACTS.size())
                    .filter(i -> all.get(i).isPresent())
                    .boxed()
                    .collect(
                        Collectors.<Integer, String, Object, Map<String, Object>>toMap(
                            i -> FACTS.get(i).id(),
                            i -> all.get(i).orElseThrow(),
                            (a, b) -> a,
                            TreeMap::new)))
        .toList();
  }

  public static Arbitrary<Terms> terms() {
    Arbitrary<Term> term =
        Combinators.combine(
                Arbitraries.of("a", "b", "c", "d"),
                Arbitraries.of(Aspect.ELIGIBILITY, Aspect.APPLICATION, Aspect.COMMITMENT),
                Arbitraries.frequencyOf(
                    Tuple.of(6, Arbitraries.just(Strength.MUST)),
                    Tuple.of(2, Arbitraries.just(Strength.SHOULD)),
                    Tuple.of(1, Arbitraries.just(Strength.PREFERRED))),
                criteria(2),
                criteria(1).optional(0.2),
                ModelArbitraries.citations(),
                ModelArbitraries.provenances())
            .as(Requirement::new);
    return term.list()
        .ofMaxSize(4)
        .map(
            terms -> {
              Terms plain = ModelArbitraries.terms(OFFERING, terms);
              return Terms.of(OFFERING, plain.terms(), plain.unsettled(), FACTS, plain.policy());
            })
        .withoutEdgeCases();
  }

  private static Arbitrary<Criterion> criteria(int depth) {
    Arbitrary<Criterion> leaves =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(ONE, PAST).map(Confirmed::new)),
            Tuple.of(2, Arbitraries.of(FACTS).map(Provided::new)),
            Tuple.of(3, bounds()),
            Tuple.of(
                2, Arbitraries.of("A", "B").map(word -> new OneOf(WAY, ImmutableSet.of(word)))),
            Tuple.of(1, Arbitraries.of(new HubDecides(), new Unstated(BOXES), new Unstated(ONE))));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<ImmutableList<Criterion>> parts =
        criteria(depth - 1).list().ofMinSize(1).ofMaxSize(3).map(ImmutableList::copyOf);
    return Arbitraries.frequencyOf(
        Tuple.of(2, leaves),
        Tuple.of(2, parts.map(AllOf::new)),
        Tuple.of(2, parts.map(AnyOf::new)),
        Tuple.of(1, criteria(depth - 1).map(Not::new)));
  }

  private static Arbitrary<Criterion> bounds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 2))
        .as((least, more) -> List.of(least, least + more))
        .flatMap(
            bounds ->
                Arbitraries.of(
                    new Within(BOXES, number(bounds.get(0)), number(bounds.get(1))),
                    new Within(BOXES, number(bounds.get(0)), Optional.empty()),
                    new Within(BOXES, Optional.empty(), number(bounds.get(1)))));
  }

  private static Optional<BigDecimal> number(int number) {
    return Optional.of(BigDecimal.valueOf(number));
  }
}

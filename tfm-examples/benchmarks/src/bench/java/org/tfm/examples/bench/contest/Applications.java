package org.tfm.examples.bench.contest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tfm.examples.byhand.RandomApplications;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.document.Answers;
import org.tfm.model.document.Application;
import org.tfm.model.document.Participation;
import org.tfm.model.programme.AcademicYear;

/**
 * Generates applications to many offerings in random order that vary in all facts of the policies.
 * All are submitted.
 */
public final class Applications {

  private final Random random;
  private final RandomApplications base;
  private final List<Policy> policies;

  Applications(long seed, List<Policy> policies) {
    this.random = new Random(seed);
    this.base = new RandomApplications(random);
    this.policies = policies;
  }

  /** Returns the next applications. */
  ImmutableList<Application> next(int number) {
    ImmutableList.Builder<Application> all = ImmutableList.builderWithExpectedSize(number);
    for (int i = 0; i < number; i++) {
      all.add(next());
    }
    return all.build();
  }

  /** Returns the next application whose answers do not contradict each other. */
  Application next() {
    Optional<Application> drawn = draw();
    while (drawn.isEmpty()) {
      drawn = draw();
    }
    return drawn.get();
  }

  private Optional<Application> draw() {
    Policy policy = one(policies);
    Application.Builder application = Application.builder();
    Application drawn = base.next();
    application
        .from(drawn)
        .offering(policy.offering())
        .answers(answers(policy, drawn))
        .submittedOn(policy.offering().year().firstDay().minusDays(1 + random.nextInt(100)));
    if (random.nextInt(100) < 70) {
      application.history(history(policy));
    }
    try {
      return Optional.of(application.build());
    } catch (IllegalArgumentException contradiction) {
      return Optional.empty();
    }
  }

  private Answers answers(Policy policy, Application drawn) {
    Map<String, Object> answers = new TreeMap<>();
    Object stateFunded = drawn.answers().byFact().get("state-funded");
    if (stateFunded != null) {
      answers.put("state-funded", stateFunded);
    }
    for (Property property : policy.properties()) {
      if (property.isAnswer() && random.nextInt(100) < 80) {
        answers.put(property.fact().id(), answer(property.fact()));
      }
      if (property.fact().id().equals("most-teachers-using-mastery")) {
        mostTeachers(answers);
      }
    }
    return Answers.of(answers);
  }

  private void mostTeachers(Map<String, Object> answers) {
    if (random.nextInt(100) < 60) {
      int teachers = 1 + random.nextInt(30);
      answers.put("teachers", teachers);
      answers.put("teachers-using-mastery", random.nextInt(teachers + 1));
    } else if (random.nextInt(100) < 70) {
      answers.put("most-teachers-using-mastery", random.nextInt(100) < 70);
    }
  }

  private Object answer(Fact fact) {
    return switch (fact.kind()) {
      case YES_NO -> random.nextInt(100) < 75;
      case NUMBER -> random.nextInt(100) < 50 ? random.nextInt(5) : random.nextInt(100);
      case CHOICE -> fact.choices().isEmpty() ? "SOMETHING" : one(fact.choices());
      case CHOICES -> some(fact.choices());
      case DAY -> throw new IllegalStateException("no offering of the contest asks for a day");
      case TEXT -> "We would like to take part.";
    };
  }

  private List<String> some(List<String> words) {
    List<String> chosen = new ArrayList<>();
    for (String word : words) {
      if (random.nextInt(100) < 70) {
        chosen.add(word);
      }
    }
    return chosen;
  }

  /** Work groups of the types that the policy names, and others. */
  private ImmutableList<Participation> history(Policy policy) {
    List<String> types = new ArrayList<>(List.of("mastering-number", "primary-readiness"));
    policy.rows().stream()
        .flatMap(row -> Policy.criteria(row).stream())
        .flatMap(Applications::types)
        .forEach(types::add);
    ImmutableSet.Builder<Participation> history = ImmutableSet.builder();
    int start = policy.offering().year().firstDay().getYear();
    for (int i = random.nextInt(4); i > 0; i--) {
      Participation.Builder participation = Participation.builder();
      participation
          .type(one(types))
          .year(
              AcademicYear.startingIn(
                  start - random.nextInt(4) + (random.nextInt(10) == 0 ? 1 : 0)))
          .completed(random.nextBoolean());
      history.add(participation.build());
    }
    return history.build().asList();
  }

  private static Stream<String> types(Criterion criterion) {
    return criterion.facts().stream().anyMatch(fact -> fact.at().equals("history"))
        ? words(criterion)
        : Stream.empty();
  }

  private static Stream<String> words(Criterion criterion) {
    if (criterion instanceof Includes includes) {
      return includes.fact().at().equals("history") ? includes.words().stream() : Stream.empty();
    }
    if (criterion instanceof org.tfm.model.criterion.Not not) {
      return words(not.criterion());
    }
    if (criterion instanceof org.tfm.model.criterion.AllOf all) {
      return all.parts().stream().flatMap(Applications::words);
    }
    if (criterion instanceof org.tfm.model.criterion.AnyOf any) {
      return any.parts().stream().flatMap(Applications::words);
    }
    return Stream.empty();
  }

  private <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}

package org.tfm.rules.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tfm.model.problem.Budget;
import org.tfm.model.problem.Problem;
import org.tfm.model.programme.Hub;
import org.tfm.model.school.SchoolKind;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Provision;
import org.tfm.model.term.RulePlace;

/** The work of comparing the rules of a pack, in steps. */
class LayersWorkTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 9, 1);
  private static final KindSet ALL = KindSet.of(SchoolKind.all());

  /** A rule that starts on a day of its own. */
  private static Contribution rule(String pack, int number, KindSet kinds) {
    Provenance place = Provenance.of(pack, "t.drl", number + 1);
    return new Contribution(
        new RulePlace(pack, "t.drl", number + 1),
        ImmutableList.of(
            new Provision(
                "p" + number, "it is so", new Citation("flyer", "page", Optional.empty()), place)),
        ImmutableList.of(),
        kinds,
        false,
        false,
        Optional.of(FIRST.plusDays(number)),
        Optional.empty());
  }

  private static PackPolicy pack(
      String id, List<String> bases, Map<String, ImmutableList<Contribution>> contributions) {
    return new PackPolicy(
        id,
        "sha256:" + id,
        1,
        new Hub(id, id),
        Optional.empty(),
        Optional.empty(),
        ImmutableList.copyOf(bases),
        ImmutableMap.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableMap.copyOf(contributions));
  }

  private static PackPolicy pack(int types, int rules, IntFunction<KindSet> kinds) {
    ImmutableMap.Builder<String, ImmutableList<Contribution>> contributions =
        ImmutableMap.builder();
    ImmutableList<Contribution> all =
        IntStream.range(0, rules)
            .mapToObj(i -> rule("here", i, kinds.apply(i)))
            .collect(ImmutableList.toImmutableList());
    IntStream.range(0, types).forEach(i -> contributions.put("t" + i, all));
    return pack("here", List.of(), contributions.buildOrThrow());
  }

  private static List<Problem> problems(PackPolicy pack, Map<String, PackPolicy> all) {
    return Layers.problems(pack, all, List.of(), PackPlaces.of(ImmutableMap.of()));
  }

  @Test
  void rulesWithDatesAreComparedOncePerDayAndNotForEachKindOfSchool() {
    PackPolicy pack = pack(100, 200, i -> ALL);
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(KindGroups.of(List.of(pack), "t0").situations(budget)).hasSize(201);
    assertThat(budget.used()).isLessThan(150_000);
    assertThat(problems(pack, Map.of("here", pack))).isEmpty();
  }

  private static KindSet some(int seed) {
    Random random = new Random(seed);
    return KindSet.of(SchoolKind.all().stream().filter(kind -> random.nextBoolean()).toList());
  }

  @Test
  void tooManyDaysAndKindsOfSchoolAreRefused() {
    PackPolicy pack = pack(1, 1_000, LayersWorkTest::some);
    assertThat(problems(pack, Map.of("here", pack)))
        .extracting(Problem::toString)
        .containsExactly(
            "here: the rules are too much to compare, for the days, kinds of school and types that"
                + " they distinguish. Split the pack into several, or use fewer days");
  }

  @Test
  void aPackRestsOnAtMostFortyOthers() {
    Map<String, PackPolicy> all = new TreeMap<>();
    for (int i = 0; i < 4_000; i++) {
      all.put("p" + i, pack("p" + i, i == 0 ? List.of() : List.of("p" + (i - 1)), Map.of()));
    }
    assertThat(problems(all.getOrDefault("p40", pack(0, 0, i -> ALL)), all)).isEmpty();
    for (String id : List.of("p41", "p3999")) {
      assertThat(problems(all.getOrDefault(id, pack(0, 0, i -> ALL)), all))
          .extracting(Problem::toString)
          .containsExactly(
              id
                  + "/publisher.yaml: `extends` leads to more than 40 packs, with those that they"
                  + " extend");
    }
  }

  @Test
  void anInterruptedThreadComparesNothing() {
    PackPolicy pack = pack(1, 10, i -> ALL);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> problems(pack, Map.of("here", pack)))
          .isInstanceOf(CancellationException.class)
          .hasMessage("the work was interrupted before it was finished");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}

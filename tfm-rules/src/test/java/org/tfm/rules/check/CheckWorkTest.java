package org.tfm.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tfm.model.criterion.AllOf;
import org.tfm.model.criterion.AnyOf;
import org.tfm.model.criterion.Confirmed;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Not;
import org.tfm.model.document.Facts;
import org.tfm.model.document.Role;
import org.tfm.model.problem.Budget;
import org.tfm.rules.pack.SmallPacks;

/** The work of trying criteria on the evidence that they distinguish, in steps. */
class CheckWorkTest {

  @TempDir private Path folder;

  @Test
  void aPackWithMoreThanCanBeTriedIsReported() throws IOException {
    for (Map.Entry<String, String> file :
        SmallPacks.groupsOfAtLeast("river-hub", 6).texts().entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    assertThat(check(PackCheck.MOST_TRIED)).isEmpty();
    long enough = 0;
    for (long one = 1 << 20; one > 0; one /= 2) {
      enough += check(enough + one - 1).isEmpty() ? 0 : one;
    }
    assertThat(enough).isBetween(1L, 10_000L);
    assertThat(check(enough)).isEmpty();
    assertThat(check(enough - 1))
        .extracting(CheckFinding::what)
        .containsExactly(
            "the rules are too many, or too large, to try all of them; split the pack into several");
  }

  private List<CheckFinding> check(long mostTried) {
    return PackCheck.check(folder, Optional.empty(), mostTried).stream()
        .filter(finding -> finding.code() == CheckFinding.Code.TOO_MUCH)
        .toList();
  }

  private static Criterion own(int number) {
    return new Confirmed(
        Fact.yesNo("own-" + number, "the school has it", "Has it?", "answers.own-" + number));
  }

  /** One of three triples of nine facts, in a random order, some of them negated. */
  private static Criterion nine(Random random) {
    List<Criterion> leaves = new ArrayList<>();
    random.ints(0, 9).distinct().limit(9).forEach(i -> leaves.add(own(i)));
    leaves.replaceAll(leaf -> random.nextBoolean() ? new Not(leaf) : leaf);
    return new AnyOf(
        IntStream.range(0, 3)
            .mapToObj(
                i -> (Criterion) new AllOf(ImmutableList.copyOf(leaves.subList(3 * i, 3 * i + 3))))
            .collect(ImmutableList.toImmutableList()));
  }

  @Test
  void allPairsOfFiftyRulesOverNineFactsAreTried() {
    Random random = new Random(1);
    List<Criterion> rules = IntStream.range(0, 50).mapToObj(i -> nine(random)).toList();
    Budget budget = Budget.of(Long.MAX_VALUE);
    for (Criterion one : rules) {
      for (Criterion other : rules) {
        PossibleWorlds.canHold(Set.of(one, new Not(other)), budget);
        assertThat(PossibleWorlds.canHold(ImmutableSet.of(one), budget)).isTrue();
      }
    }
    // Each of 2,500 pairs has 19,683 worlds and 18 leaves: 900 million together.
    assertThat(budget.used()).isLessThan(40_000_000);
  }

  @Test
  void noPartOfARuleOverNineFactsIsNeedless() {
    Random random = new Random(1);
    Budget budget = Budget.of(Long.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      assertThat(PossibleWorlds.findNeedlessPart(nine(random), false, budget)).isEmpty();
    }
    assertThat(budget.used()).isLessThan(10_000_000);
  }

  @Test
  void whatCannotHoldIsFoundWithoutTryingEverything() {
    List<Criterion> parts = new ArrayList<>();
    IntStream.range(0, 9).forEach(i -> parts.add(own(i)));
    parts.add(new Not(own(0)));
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(PossibleWorlds.canHold(parts, budget)).isFalse();
    assertThat(budget.used()).isLessThan(10_000);
  }

  @Test
  void listsOfMembersThatDifferInManyWaysAreNotTried() {
    List<Criterion> each = new ArrayList<>();
    for (Role role : Role.values()) {
      each.add(
          new ForMembers(
              Members.LEAD_PARTICIPANTS,
              true,
              new Includes(Facts.ROLES, ImmutableSet.of(role.name()), false)));
    }
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(PossibleWorlds.canHold(each, budget)).isTrue();
    assertThat(budget.used()).isLessThan(10_000);
  }

  @Test
  void aListOfManyWordsIsNotTried() {
    List<Criterion> words = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      words.add(new Includes(Facts.PARTICIPATION, ImmutableSet.of("type-" + i), false));
    }
    Budget budget = Budget.of(Long.MAX_VALUE);
    assertThat(PossibleWorlds.canHold(words, budget)).isTrue();
    assertThat(budget.used()).isZero();
  }
}

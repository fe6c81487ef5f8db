package org.tfm.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tfm.model.application.Facts;
import org.tfm.model.application.LeadParticipant;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.terms.Aspect;

class WhatWouldChangePropertyTest {

  @Provide
  Arbitrary<Terms> terms() {
    return SmallWorld.terms();
  }

  @Provide
  Arbitrary<Map<String, Object>> given() {
    return SmallWorld.given();
  }

  @Property
  void makingTheChangesOfAnyWayGivesYes(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    WhatWouldChange changes = terms.whatWouldChange(SmallWorld.application(given));
    for (List<Change> way : changes.ways()) {
      assertThat(verdict(terms, made(way, given))).as("%s", way).isEqualTo(Verdict.YES);
    }
  }

  @Property
  void noSmallerSetOfChangesGivesYesAndWhereNoneIsShownNoneDoes(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Optional<Integer> fewest =
        SmallWorld.allWith(given, true).stream()
            .filter(other -> verdict(terms, other) == Verdict.YES)
            .map(other -> differences(given, other))
            .min(Integer::compare);
    WhatWouldChange changes = terms.whatWouldChange(SmallWorld.application(given));
    assertThat(changes.ways().stream().map(List::size).distinct().toList())
        .isEqualTo(fewest.stream().toList());
  }

  @Property
  void thereAreWaysOrObstaclesButNeverBoth(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Assessment assessment = terms.assess(SmallWorld.application(given));
    WhatWouldChange changes = assessment.whatWouldChange();
    if (assessment.verdict() == Verdict.NOT_STATED) {
      assertThat(changes.ways()).isEmpty();
      assertThat(changes.obstacles()).isEmpty();
    } else {
      assertThat(changes.obstacles().isEmpty()).isEqualTo(changes.isPossible());
    }
    if (assessment.verdict() == Verdict.YES) {
      assertThat(changes.ways()).containsExactly(ImmutableList.of());
    }
  }

  /**
   * Of days of each person and of all together, by trying all whole days: where the bounds are
   * whole, halves give nothing more.
   */
  @Property
  void daysThatSuitEachAndAllAreFoundWithAsFewChangesWhereverThereAreAny(
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 6) Integer> now,
      @ForAll @IntRange(max = 4) int least,
      @ForAll @IntRange(max = 3) int more,
      @ForAll @IntRange(max = 18) int together,
      @ForAll @IntRange(max = 2) int over) {
    Range<Integer> each = Range.closed(least, least + more);
    Range<Integer> all = Range.closed(together, together + over);
    Optional<Integer> fewest =
        Lists.cartesianProduct(Collections.nCopies(now.size(), ContiguousSet.closed(0, 7).asList()))
            .stream()
            .filter(each::containsAll)
            .filter(days -> all.contains(days.stream().mapToInt(Integer::intValue).sum()))
            .map(
                days ->
                    (int)
                        IntStream.range(0, now.size())
                            .filter(i -> !days.get(i).equals(now.get(i)))
                            .count())
            .min(Integer::compare);
    WhatWouldChange changes =
        Policies.terms(
                Policies.must(
                    "release-each",
                    Aspect.COMMITMENT,
                    new ForMembers(
                        Members.LEAD_PARTICIPANTS,
                        true,
                        Policies.within(
                            Facts.RELEASE_DAYS,
                            String.valueOf(least),
                            String.valueOf(least + more)))),
                Policies.must(
                    "release-time",
                    Aspect.COMMITMENT,
                    Policies.within(
                        Facts.COMBINED_RELEASE,
                        String.valueOf(together),
                        String.valueOf(together + over))))
            .whatWouldChange(
                Policies.application(
                        now.stream()
                            .map(days -> Policies.person("", days))
                            .toArray(LeadParticipant[]::new))
                    .build());
    assertThat(changes.isPossible()).isEqualTo(fewest.isPresent());
    assertThat(changes.ways()).allMatch(way -> way.size() <= fewest.orElseThrow());
  }

  @Property
  void everyChangeNamesATermThatNeedsIt(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    for (List<Change> way : terms.whatWouldChange(SmallWorld.application(given)).ways()) {
      for (Change change : way) {
        assertThat(change.terms()).isNotEmpty();
        assertThat(change.sentence()).endsWith(".").contains(change.to());
      }
    }
  }

  private static Verdict verdict(Terms terms, Map<String, Object> answers) {
    return terms.assess(SmallWorld.application(answers)).verdict();
  }

  private static int differences(Map<String, Object> one, Map<String, Object> other) {
    return (int)
        SmallWorld.FACTS.stream()
            .filter(fact -> !Objects.equals(one.get(fact.id()), other.get(fact.id())))
            .count();
  }

  /** The answers with what the changes say, as somebody would who only reads them. */
  private static Map<String, Object> made(List<Change> way, Map<String, Object> given) {
    Map<String, Object> answers = new TreeMap<>(given);
    for (Change change : way) {
      Fact fact =
          SmallWorld.FACTS.stream()
              .filter(one -> one.id().equals(change.fact()))
              .findFirst()
              .orElseThrow();
      answers.put(
          fact.id(),
          switch (fact.kind()) {
            case YES_NO -> change.to().equals("yes");
            case NUMBER -> new BigDecimal(change.to().replaceAll(" .*", ""));
            case CHOICE -> change.to().toUpperCase(Locale.ROOT);
            case CHOICES, TEXT -> "words";
          });
    }
    return answers;
  }
}

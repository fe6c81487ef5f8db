package org.tfm.model.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tfm.model.Policies;
import org.tfm.model.SmallWorld;
import org.tfm.model.assessment.Assessment;
import org.tfm.model.assessment.Terms;
import org.tfm.model.assessment.TermsLookup;
import org.tfm.model.assessment.Verdict;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.ForMembers;
import org.tfm.model.criterion.Members;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.Application;
import org.tfm.model.document.Facts;
import org.tfm.model.document.LeadParticipant;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Term;

class WhatWouldChangePropertyTest {

  private static final int UNKNOWN = -1;

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
    WhatWouldChange changes =
        WhatWouldChange.of(TermsLookup.always(terms), SmallWorld.application(given));
    for (List<Change> way : changes.ways()) {
      assertThat(verdict(terms, made(way, given))).as("%s", way).isEqualTo(Verdict.YES);
    }
  }

  @Property
  void noSmallerSetOfChangesGivesYesAndWithoutWaysNoSetDoes(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Optional<Integer> fewest =
        SmallWorld.allWith(given, true).stream()
            .filter(other -> verdict(terms, other) == Verdict.YES)
            .map(other -> differences(given, other))
            .min(Integer::compare);
    WhatWouldChange changes =
        WhatWouldChange.of(TermsLookup.always(terms), SmallWorld.application(given));
    assertThat(changes.ways().stream().map(List::size).distinct().toList())
        .isEqualTo(fewest.stream().toList());
  }

  @Property
  void thereAreWaysOrObstaclesButNeverBoth(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    Application application = SmallWorld.application(given);
    Assessment assessment = terms.assess(application);
    WhatWouldChange changes = WhatWouldChange.of(TermsLookup.always(terms), application);
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
   * Compares the search over individual and combined days with trying up to four people and all
   * whole days; half-days make no difference if the bounds are whole. People are added or removed
   * only if their number is required, or if no days of the named people work.
   *
   * @param now the present days of each person, if known
   * @param people the required number of people; 0 if open
   */
  @Property
  void daysForEachAndAllAreFoundWithTheFewestChanges(
      @ForAll @Size(max = 3) List<@IntRange(min = UNKNOWN, max = 6) Integer> now,
      @ForAll @IntRange(max = 4) int people,
      @ForAll @IntRange(max = 4) int least,
      @ForAll @IntRange(max = 3) int more,
      @ForAll @IntRange(max = 18) int together,
      @ForAll @IntRange(max = 2) int over) {
    Range<Integer> each = Range.closed(least, least + more);
    Range<Integer> all = Range.closed(together, together + over);
    int size = people == 0 ? Math.max(1, now.size()) : people;
    OptionalInt fewest = fewestChanges(now, size, each, all);
    if (fewest.isEmpty() && people == 0) {
      fewest =
          IntStream.rangeClosed(1, 4)
              .flatMap(other -> fewestChanges(now, other, each, all).stream())
              .min();
    }
    ImmutableList.Builder<Term> terms = ImmutableList.builder();
    terms.add(
        Policies.must(
            "release-each",
            Aspect.COMMITMENT,
            new ForMembers(Members.LEAD_PARTICIPANTS, true, within(Facts.RELEASE_DAYS, each))));
    terms.add(
        Policies.must("release-time", Aspect.COMMITMENT, within(Facts.COMBINED_RELEASE, all)));
    if (people > 0) {
      terms.add(
          Policies.must(
              "lead-participants",
              Aspect.ELIGIBILITY,
              within(Facts.LEAD_PARTICIPANTS, Range.singleton(people))));
    }
    WhatWouldChange changes =
        WhatWouldChange.of(
            TermsLookup.always(Policies.terms(terms.build().toArray(Term[]::new))),
            Policies.application(
                    now.stream()
                        .map(WhatWouldChangePropertyTest::person)
                        .toArray(LeadParticipant[]::new))
                .build());
    if (fewest.isPresent()) {
      int most = fewest.getAsInt();
      assertThat(changes.ways()).isNotEmpty().allMatch(way -> numberOfChanges(way) <= most);
    } else if (people > 0) {
      assertThat(changes.ways()).isEmpty();
    }
  }

  /** Tries all days for a number of people. */
  private static OptionalInt fewestChanges(
      List<Integer> now, int people, Range<Integer> each, Range<Integer> all) {
    return Lists.cartesianProduct(
            Collections.nCopies(
                people, ContiguousSet.create(each, DiscreteDomain.integers()).asList()))
        .stream()
        .filter(days -> all.contains(days.stream().mapToInt(Integer::intValue).sum()))
        .mapToInt(days -> fewestChanges(now, days))
        .min();
  }

  /** Counts each added or removed person, and each person's changed days, as one change. */
  private static int fewestChanges(List<Integer> now, List<Integer> then) {
    int same = Math.min(now.size(), then.size());
    return Math.abs(now.size() - then.size())
        + Sets.combinations(ContiguousSet.closedOpen(0, now.size()), same).stream()
            .map(ImmutableList::copyOf)
            .mapToInt(
                kept ->
                    (int)
                        IntStream.range(0, then.size())
                            .filter(i -> i >= same || !now.get(kept.get(i)).equals(then.get(i)))
                            .count())
            .min()
            .orElseThrow();
  }

  private static int numberOfChanges(List<Change> way) {
    return way.stream()
        .mapToInt(
            change ->
                change.fact().equals("lead-participants")
                    ? Math.abs(people(change.to()) - people(change.from()))
                    : 1)
        .sum();
  }

  private static int people(String number) {
    return number.equals("not given") ? 0 : Integer.parseInt(number.replaceAll(" .*", ""));
  }

  private static LeadParticipant person(int days) {
    return days == UNKNOWN ? LeadParticipant.builder().build() : Policies.person("", days);
  }

  private static Within within(Fact fact, Range<Integer> range) {
    return Policies.within(
        fact, String.valueOf(range.lowerEndpoint()), String.valueOf(range.upperEndpoint()));
  }

  @Property
  void everyChangeNamesATermThatNeedsIt(
      @ForAll("terms") Terms terms, @ForAll("given") Map<String, Object> given) {
    for (List<Change> way :
        WhatWouldChange.of(TermsLookup.always(terms), SmallWorld.application(given)).ways()) {
      for (Change change : way) {
        assertThat(change.terms()).isNotEmpty();
        assertThat(change.sentence()).endsWith(").");
        if (!change.to().equals("yes") && !change.to().equals("no")) {
          assertThat(change.sentence()).contains(change.to());
        }
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

  /** Returns the answers after applying the changes, using only their texts. */
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
            case CHOICES, DAY, TEXT -> "words";
          });
    }
    return answers;
  }
}

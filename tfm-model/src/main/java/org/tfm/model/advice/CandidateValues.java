package org.tfm.model.advice;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tfm.model.criterion.During;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Includes;
import org.tfm.model.criterion.Moment;
import org.tfm.model.criterion.OneOf;
import org.tfm.model.criterion.Value;
import org.tfm.model.criterion.Within;
import org.tfm.model.document.EditedDocument;
import org.tfm.model.document.FactLocation;
import org.tfm.model.document.Facts;
import org.tfm.model.document.YearGroup;

/**
 * The values to try at a location: one for each group of values that the leaves there distinguish,
 * nearest to the present value first.
 */
final class CandidateValues {

  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FactLocation location;
  private final Collection<LeafGoal> goals;
  private final EditedDocument document;

  private CandidateValues(
      FactLocation location, Collection<LeafGoal> goals, EditedDocument document) {
    this.location = location;
    this.goals = goals;
    this.document = document;
  }

  static List<Value> of(
      FactLocation location, Collection<LeafGoal> goals, EditedDocument document) {
    return new CandidateValues(location, goals, document).values();
  }

  private List<Value> values() {
    return switch (location.fact().kind()) {
      case YES_NO -> List.of(Value.YesNo.of(true), Value.YesNo.of(false));
      case DAY -> days();
      case TEXT -> List.of(new Value.Given());
      case NUMBER -> numbers().map(number -> (Value) Value.Quantity.of(number)).toList();
      case CHOICE ->
          choices().stream().map(w -> (Value) new Value.Words(ImmutableSet.of(w))).toList();
      case CHOICES -> lists().stream().map(w -> (Value) new Value.Words(w)).toList();
    };
  }

  /** Returns the first and last moments of each period, and the days beside them. */
  private List<Value> days() {
    Set<Moment> moments = new LinkedHashSet<>();
    for (LeafGoal goal : goals) {
      if (goal.leaf() instanceof During during && during.fact().equals(location.fact())) {
        Stream.concat(during.until().stream(), during.from().stream())
            .forEach(
                bound -> {
                  moments.add(bound);
                  moments.add(Moment.of(bound.day().minusDays(1)));
                  moments.add(Moment.of(bound.day().plusDays(1)));
                });
      }
    }
    return moments.stream().<Value>map(Value.Day::new).toList();
  }

  private Optional<Value> present() {
    return document.evidence(location.of()).flatMap(one -> one.find(location.fact()));
  }

  private Stream<BigDecimal> numbers() {
    Optional<BigDecimal> now = amount(present());
    Set<BigDecimal> bounds = new TreeSet<>();
    for (LeafGoal goal : goals) {
      if (isOfAttendance(goal.fact()) && !goal.fact().equals(location.fact())) {
        ofAttendance(goal).forEach(bounds::add);
      } else if (goal.leaf() instanceof Within within) {
        BigDecimal others = goal.fact().equals(location.fact()) ? BigDecimal.ZERO : ofOthers(goal);
        Stream.concat(within.least().stream(), within.most().stream())
            .map(bound -> bound.subtract(others))
            .forEach(bounds::add);
      } else if (goal.fact().equals(Facts.MOST_TEACHERS_USING_MASTERY)) {
        amount(document.evidence().find(Facts.TEACHERS))
            .map(all -> all.multiply(HALF))
            .ifPresent(bounds::add);
      } else if (goal.leaf() instanceof Includes years && years.fact().equals(Facts.SCHOOL_YEARS)) {
        agesOf(years).forEach(bounds::add);
      }
    }
    Set<BigDecimal> values = new TreeSet<>(bounds);
    values.add(BigDecimal.ZERO);
    BigDecimal before = BigDecimal.ZERO;
    for (BigDecimal bound : bounds) {
      values.add(bound.setScale(0, RoundingMode.FLOOR));
      values.add(bound.setScale(0, RoundingMode.CEILING));
      for (BigDecimal step : List.of(HALF, BigDecimal.ONE)) {
        values.add(bound.add(step));
        values.add(bound.subtract(step));
      }
      values.add(before.add(bound).multiply(HALF));
      before = bound;
    }
    return values.stream()
        .filter(value -> value.signum() >= 0)
        .map(BigDecimal::stripTrailingZeros)
        .filter(value -> value.scale() <= 0 || !location.fact().isWhole())
        // Nobody proposes none where nothing is given, unless nothing else does.
        .sorted(
            Comparator.comparing((BigDecimal value) -> now.isEmpty() && value.signum() == 0)
                .thenComparing(value -> now.map(n -> n.subtract(value).abs()).orElse(value)));
  }

  private static boolean isOfAttendance(Fact fact) {
    return fact.equals(Facts.ATTENDANCE) || fact.equals(Facts.ATTENDED_ALL);
  }

  /** Returns the numbers of workshops, planned or attended, at which the attendance is a bound. */
  private Stream<BigDecimal> ofAttendance(LeafGoal goal) {
    Stream<BigDecimal> shares =
        goal.leaf() instanceof Within within
            ? Stream.concat(within.least().stream(), within.most().stream())
            : Stream.of(HUNDRED);
    boolean isPlanned = location.fact().equals(Facts.WORKSHOPS_PLANNED);
    Fact other = isPlanned ? Facts.WORKSHOPS_ATTENDED : Facts.WORKSHOPS_PLANNED;
    return amount(document.evidence().find(other)).stream()
        .flatMap(
            number ->
                shares
                    .filter(share -> !isPlanned || share.signum() > 0)
                    .map(
                        share ->
                            isPlanned
                                ? number.multiply(HUNDRED).divide(share, 2, RoundingMode.HALF_UP)
                                : number.multiply(share).movePointLeft(2)));
  }

  /** Returns the ages at which a school has the year groups of a leaf. */
  private static Stream<BigDecimal> agesOf(Includes years) {
    return years.words().stream()
        .map(YearGroup::valueOf)
        .flatMap(year -> Stream.of(year.youngest(), year.youngest() + 1))
        .map(BigDecimal::valueOf);
  }

  /** Returns the release time of all people except the one at this location. */
  private BigDecimal ofOthers(LeafGoal goal) {
    BigDecimal own = amount(present()).orElse(BigDecimal.ZERO);
    return amount(document.evidence().find(goal.fact())).orElse(BigDecimal.ZERO).subtract(own);
  }

  /** Returns the amount of a numeric value. */
  static Optional<BigDecimal> amount(Optional<Value> value) {
    return value
        .filter(Value.Quantity.class::isInstance)
        .map(number -> ((Value.Quantity) number).amount());
  }

  private Set<String> choices() {
    Set<String> words = new LinkedHashSet<>();
    for (LeafGoal goal : goals) {
      if (goal.leaf() instanceof OneOf one && one.fact().equals(location.fact())) {
        words.addAll(one.words());
      }
    }
    words.addAll(location.fact().choices());
    if (location.fact().choices().isEmpty()) {
      words.add("another");
    }
    return words;
  }

  /**
   * Returns the present words with and without the words of each leaf, and no words; also each word
   * of the fact if another fact follows from it.
   */
  private Set<ImmutableSet<String>> lists() {
    ImmutableSet<String> now =
        present()
            .filter(Value.Words.class::isInstance)
            .map(value -> ((Value.Words) value).words())
            .orElse(ImmutableSet.of());
    List<Includes> leaves =
        goals.stream()
            .map(LeafGoal::leaf)
            .filter(Includes.class::isInstance)
            .map(Includes.class::cast)
            .toList();
    ImmutableSet<String> unwanted =
        goals.stream()
            .filter(goal -> !goal.want())
            .map(LeafGoal::leaf)
            .filter(leaf -> leaf instanceof Includes one && !one.all())
            .flatMap(leaf -> ((Includes) leaf).words().stream())
            .collect(ImmutableSet.toImmutableSet());
    Set<ImmutableSet<String>> lists = new LinkedHashSet<>();
    lists.add(now);
    for (Includes leaf : leaves) {
      Set<ImmutableSet<String>> more = new LinkedHashSet<>(lists);
      for (ImmutableSet<String> list : lists) {
        if (more.size() < LeafGoal.MOST_WAYS) {
          leaf.words().stream()
              .filter(word -> !unwanted.contains(word))
              .forEach(word -> more.add(Sets.union(list, Set.of(word)).immutableCopy()));
          more.add(Sets.union(list, leaf.words()).immutableCopy());
          leaf.words()
              .forEach(word -> more.add(Sets.difference(list, Set.of(word)).immutableCopy()));
          more.add(Sets.difference(list, leaf.words()).immutableCopy());
        }
      }
      lists.addAll(more);
    }
    if (goals.stream().anyMatch(goal -> !goal.fact().equals(location.fact()))) {
      location
          .fact()
          .choices()
          .forEach(word -> lists.add(Sets.union(now, Set.of(word)).immutableCopy()));
      location.fact().choices().forEach(word -> lists.add(ImmutableSet.of(word)));
    }
    lists.add(ImmutableSet.of());
    return lists;
  }
}

package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tfm.model.problem.InvalidInputException;
import org.tfm.model.problem.Problem;
import org.tfm.model.problem.ProblemCode;
import org.tfm.model.style.Internal;

/**
 * A criterion that holds if the number of members of a list that meet another is within bounds,
 * inclusive.
 *
 * <p>A person or school that is listed twice counts once. Members about whom too little is known,
 * and those that can still be added, count from none to all. An absent or empty list can still have
 * any number of members.
 *
 * @param members the list
 * @param where the criterion that the counted members meet
 * @param least the lower bound, 1 or more; absent if there is none
 * @param most the upper bound; absent if there is none
 */
@JsonTypeName("count-of-members")
public record CountOfMembers(
    Members members, Criterion where, Optional<Integer> least, Optional<Integer> most)
    implements OverMembers {

  /** The greatest bound, which no list exceeds. */
  public static final int MOST = 1_000;

  /**
   * Validates the bounds.
   *
   * @throws InvalidInputException if there is no bound, if a bound is out of range, or if no number
   *     is within both
   */
  public CountOfMembers {
    requireNonNull(members, "members");
    requireNonNull(where, "where");
    requireNonNull(least, "least");
    requireNonNull(most, "most");
    if (least.isEmpty() && most.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(ProblemCode.MISSING, "the %ss are counted without a number", members.one()));
    }
    if (isOpen(where)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "the %ss are counted by a condition that is left to the hub, or has no figure",
              members.one()));
    }
    check(least, 1);
    check(most, 0);
    if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.CONTRADICTION,
              "no number is at least %s and at most %s",
              least.get(),
              most.get()));
    }
  }

  private static void check(Optional<Integer> bound, int lowest) {
    if (bound.isPresent() && (bound.get() < lowest || bound.get() > MOST)) {
      throw new InvalidInputException(
          Problem.of(
              ProblemCode.INVALID_VALUE,
              "`%s` is not a number of members; expected %s to %s",
              bound.get(),
              lowest,
              MOST));
    }
  }

  /** Whether a condition is left to the hub, or compares with a figure that is not stated. */
  private static boolean isOpen(Criterion where) {
    return where.leaves().anyMatch(leaf -> leaf instanceof Unstated || leaf instanceof HubDecides);
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    List<Outcome> outcomes = new ArrayList<>();
    for (List<Evidence> entries : different(evidence)) {
      outcomes.add(Outcome.combine(entries.stream().map(where::evaluate).toList(), Prospect.TRUE));
    }
    int added = added(evidence, outcomes.size());
    Prospect whole = counted(outcomes.stream().map(Outcome::prospect).toList(), added);
    if (outcomes.size() + added < least.orElse(0)) {
      return tooFew(outcomes);
    }
    if (added > 0) {
      outcomes.add(where.evaluate(unknown(evidence.members(members).size())));
    }
    return Outcome.counted(
        outcomes, whole, whole == Prospect.TRUE ? most.isEmpty() : isExceeded(outcomes));
  }

  /** Returns the outcome of a list that is too short, whatever its members meet. */
  private Outcome tooFew(List<Outcome> listed) {
    ImmutableList.Builder<Observation> observed = ImmutableList.builder();
    ImmutableList.Builder<MissingFact> missing = ImmutableList.builder();
    observed.add(
        new Observation(members.countedBy(), "", Optional.of(Value.Quantity.of(listed.size()))));
    for (Outcome one : listed) {
      if (one.prospect() == Prospect.FALSE) {
        observed.addAll(one.observed());
        missing.addAll(one.missing());
      }
    }
    return new Outcome(Prospect.FALSE, /* silent= */ false, observed.build(), missing.build());
  }

  private boolean isExceeded(List<Outcome> outcomes) {
    return most.isPresent()
        && outcomes.stream().filter(one -> one.prospect() == Prospect.TRUE).count() > most.get();
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    List<Prospect> prospects = new ArrayList<>();
    for (List<Evidence> entries : different(evidence)) {
      Prospect any = Prospect.FALSE;
      for (Evidence entry : entries) {
        any = any.or(where.prospect(entry));
      }
      prospects.add(any);
    }
    return counted(prospects, added(evidence, prospects.size()));
  }

  /**
   * Returns the entries of the list, grouped by the person or school that they are about.
   *
   * @hidden
   */
  @Internal
  public ImmutableList<ImmutableList<Evidence>> different(Evidence evidence) {
    Map<Object, ImmutableList.Builder<Evidence>> different = new LinkedHashMap<>();
    for (Evidence entry : evidence.members(members)) {
      different
          .computeIfAbsent(entry.identity().orElseGet(Object::new), any -> ImmutableList.builder())
          .add(entry);
    }
    return different.values().stream()
        .map(ImmutableList.Builder::build)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns how many members can be added; more than every bound if any number can. */
  private int added(Evidence evidence, int listed) {
    return listed == 0 ? MOST + 1 : evidence.mostAdded(members);
  }

  /** Returns the evidence about a member that can be added. */
  private Evidence unknown(int listed) {
    return Evidence.nothing(listed == 0 ? "each " + members.one() : members.numbered(listed + 1));
  }

  /** Returns the prospect of the count of the listed members and those that can be added. */
  private Prospect counted(List<Prospect> listed, int added) {
    long fewest = listed.stream().filter(one -> one == Prospect.TRUE).count();
    long greatest = listed.stream().filter(one -> one != Prospect.FALSE).count() + added;
    int atLeast = least.orElse(0);
    int atMost = most.orElse(Integer.MAX_VALUE);
    if (fewest > atMost || greatest < atLeast) {
      return Prospect.FALSE;
    }
    return fewest >= atLeast && greatest <= atMost ? Prospect.TRUE : Prospect.TRUE_OR_FALSE;
  }

  /** Returns the bounds in plain English, such as {@code at most 2}. */
  public String stated() {
    return CriterionText.bounds(least, most);
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return where.facts();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.countOfMembers(this);
  }

  @Override
  public ImmutableList<Criterion> children() {
    return ImmutableList.of(where);
  }

  @Override
  public CountOfMembers withChildren(List<Criterion> children) {
    return new CountOfMembers(members, Parts.only(children), least, most);
  }
}

package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The criterion holds for every, or for at least one, member of a list.
 *
 * <p>Where the list was not given, or is empty, the criterion is evaluated on one member of whom
 * nothing is known: nothing can be said of people nobody named, so {@code every} is not true of
 * nobody.
 *
 * @param members the list
 * @param every whether it must hold for every member; otherwise one is enough
 * @param criterion what must hold
 */
@JsonTypeName("for-members")
public record ForMembers(Members members, boolean every, Criterion criterion) implements Criterion {
  /** Refuses null. */
  public ForMembers {
    requireNonNull(members, "members");
    requireNonNull(criterion, "criterion");
  }

  private static final ImmutableMap<Members, Evidence> NOBODY =
      Maps.toMap(
          EnumSet.allOf(Members.class), members -> Evidence.nothing("each " + members.one()));

  /** Evidence on a member of whom nothing is known, for a list that names nobody. */
  private Evidence nobody() {
    return requireNonNull(NOBODY.get(members));
  }

  @Override
  public Outcome evaluate(Evidence evidence) {
    List<Evidence> found = evidence.members(members);
    if (found.isEmpty()) {
      found = ImmutableList.of(nobody());
    }
    List<Outcome> outcomes = new ArrayList<>(found.size());
    for (Evidence member : found) {
      outcomes.add(criterion.evaluate(member));
    }
    return Outcome.combine(outcomes, every ? Truth.FALSE : Truth.TRUE);
  }

  @Override
  public Truth truth(Evidence evidence) {
    List<Evidence> found = evidence.members(members);
    if (found.isEmpty()) {
      return criterion.truth(nobody());
    }
    Truth whole = Truth.of(every);
    for (int i = 0; i < found.size(); i++) {
      Truth one = criterion.truth(found.get(i));
      whole = every ? whole.and(one) : whole.or(one);
    }
    return whole;
  }

  @Override
  public String says(Mood mood, boolean negated) {
    return (every != negated ? "for each " : "for at least one ")
        + members.one()
        + ", "
        + criterion.says(mood, negated);
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return criterion.facts();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.forMembers(this);
  }

  @Override
  public ImmutableList<Criterion> children() {
    return ImmutableList.of(criterion);
  }

  @Override
  public ForMembers withChildren(List<Criterion> children) {
    return new ForMembers(members, every, Parts.only(children));
  }
}

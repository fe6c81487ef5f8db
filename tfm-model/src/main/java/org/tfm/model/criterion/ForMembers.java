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
import org.tfm.model.style.Internal;

/**
 * A criterion that holds if another holds for every, or for at least one, member of a list.
 *
 * <p>For an absent or empty list, the criterion is evaluated on one unknown member: {@code every}
 * is not true of an empty list. If members can still be added, one more unknown member is included.
 *
 * @param members the list
 * @param every whether the criterion must hold for every member; otherwise one is enough
 * @param criterion the criterion for the members
 */
@JsonTypeName("for-members")
public record ForMembers(Members members, boolean every, Criterion criterion)
    implements OverMembers {
  /** Rejects null. */
  public ForMembers {
    requireNonNull(members, "members");
    requireNonNull(criterion, "criterion");
  }

  private static final ImmutableMap<Members, Evidence> NOBODY =
      Maps.toMap(
          EnumSet.allOf(Members.class), members -> Evidence.nothing("each " + members.one()));

  @Override
  public Outcome evaluate(Evidence evidence) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Evidence member : evidence.members(members)) {
      outcomes.add(criterion.evaluate(member));
    }
    if (outcomes.isEmpty()) {
      outcomes.add(criterion.evaluate(nobody()));
    } else if (evidence.mayGrow(members)) {
      outcomes.add(criterion.evaluate(Evidence.nothing(members.numbered(outcomes.size() + 1))));
    }
    return Outcome.combine(outcomes, every ? Prospect.FALSE : Prospect.TRUE);
  }

  @Override
  public Prospect prospect(Evidence evidence) {
    List<Evidence> found = evidence.members(members);
    Prospect whole = Prospect.of(every);
    Prospect decided = Prospect.of(!every);
    for (int i = 0; i < found.size() && whole != decided; i++) {
      whole = with(whole, found.get(i));
    }
    return found.isEmpty() || evidence.mayGrow(members) ? with(whole, nobody()) : whole;
  }

  private Prospect with(Prospect whole, Evidence member) {
    Prospect one = criterion.prospect(member);
    return every ? whole.and(one) : whole.or(one);
  }

  /** Returns the evidence about an unknown member. */
  private Evidence nobody() {
    return requireNonNull(NOBODY.get(members));
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

  /**
   * Returns that no member has the number to which this applies, as a clause; empty if it does not
   * apply to a number.
   *
   * @hidden
   */
  @Internal
  public String saysNoneNumbered() {
    return every
            && criterion instanceof AnyOf any
            && any.parts().size() == 2
            && any.parts().get(0) instanceof Not condition
            && condition.criterion() instanceof Within within
            && within.fact().isNumberOfMember()
        ? new ForMembers(members, /* every= */ false, within).says(Mood.IS, true)
        : "";
  }
}

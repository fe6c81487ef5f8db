package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Mood;

/**
 * A term that is tested.
 *
 * @param id the id of the term
 * @param aspect the aspect that it concerns
 * @param strength the strength, as the source words it
 * @param criterion the criterion that must hold
 * @param referral the condition under which the hub decides if the criterion does not hold; absent
 *     for never
 * @param citation the source
 * @param provenance the rule
 */
@JsonTypeName("requirement")
public record Requirement(
    String id,
    Aspect aspect,
    Strength strength,
    Criterion criterion,
    Optional<Criterion> referral,
    Citation citation,
    Provenance provenance)
    implements Term {
  /** Rejects null. */
  public Requirement {
    requireNonNull(id, "id");
    requireNonNull(aspect, "aspect");
    requireNonNull(strength, "strength");
    requireNonNull(criterion, "criterion");
    requireNonNull(referral, "referral");
    requireNonNull(citation, "citation");
    requireNonNull(provenance, "provenance");
  }

  @Override
  public Section section() {
    return Section.of(aspect);
  }

  @Override
  public ImmutableSet<Fact> facts() {
    return referral.isEmpty()
        ? criterion.facts()
        : Sets.union(criterion.facts(), referral.get().facts()).immutableCopy();
  }

  @Override
  public String clause() {
    String demand = criterion.says(strength.mood(), false);
    if (referral.isEmpty()) {
      return demand;
    }
    return referral.get().isOppositeOf(criterion)
        ? demand + (demand.contains("\n") ? "\nIf not" : "; if not") + ", the hub decides"
        : demand
            + (demand.contains("\n") ? "\nThe" : ". The")
            + " hub decides if "
            + referral.get().says(Mood.IS, false);
  }

  @Override
  public Requirement from(Provenance other) {
    return new Requirement(id, aspect, strength, criterion, referral, citation, other);
  }
}

package org.tfm.model.criterion;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.collect.ImmutableSet;

/**
 * The condition of a term: a small immutable tree over facts.
 *
 * <p>Evaluation is a pure function and knows three outcomes. The same tree makes the sentence shown
 * to a school, so that the two cannot drift apart.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(OneOf.class),
  @JsonSubTypes.Type(Within.class),
  @JsonSubTypes.Type(Includes.class),
  @JsonSubTypes.Type(Confirmed.class),
  @JsonSubTypes.Type(Provided.class),
  @JsonSubTypes.Type(ForMembers.class),
  @JsonSubTypes.Type(AllOf.class),
  @JsonSubTypes.Type(AnyOf.class),
  @JsonSubTypes.Type(Not.class),
  @JsonSubTypes.Type(Unstated.class),
  @JsonSubTypes.Type(HubDecides.class)
})
public sealed interface Criterion
    permits OneOf,
        Within,
        Includes,
        Confirmed,
        Provided,
        ForMembers,
        AllOf,
        AnyOf,
        Not,
        Unstated,
        HubDecides {

  /** How the criterion comes out on this evidence. */
  Outcome evaluate(Evidence evidence);

  /**
   * The criterion in plain English: a clause without capital and full stop.
   *
   * @param mood how strongly it is put
   * @param negated whether the opposite is said
   */
  String says(Mood mood, boolean negated);

  /** Every fact the criterion asks about, in the order of the tree. */
  ImmutableSet<Fact> facts();

  /**
   * Whether the other criterion holds wherever this one does, as far as the trees alone prove it.
   */
  default boolean implies(Criterion other) {
    return Implication.holds(this, other);
  }

  /** The clause as a statement. */
  default String says() {
    return says(Mood.IS, false);
  }
}

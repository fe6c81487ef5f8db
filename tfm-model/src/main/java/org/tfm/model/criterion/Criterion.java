package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The condition of a term: a small immutable tree over facts.
 *
 * <p>Evaluation is a pure function and knows three outcomes. The same tree makes the sentence shown
 * to a school, so that the two cannot drift apart.
 *
 * <p>A tree is walked in one of three ways: {@link #leaves} where only the leaves count, {@link
 * #children} and {@link #withChildren} where every node is treated alike, and a {@link Visitor}
 * where the kinds of node differ.
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
    permits Comparison, Confirmed, Provided, ForMembers, AllOf, AnyOf, Not, Unstated, HubDecides {

  /**
   * One answer for each kind of node: the place that tells the kinds apart.
   *
   * <p>A visitor goes down the tree itself, by {@link Criterion#accept} on the children of a node.
   * So it can look at a child in another way than at its parent: with the opposite in mind below
   * {@link Not}, and on the evidence of each member below {@link ForMembers}.
   *
   * @param <R> what comes out
   */
  interface Visitor<R> {

    /** Visits a node all of whose parts must hold. */
    R allOf(AllOf all);

    /** Visits a node one of whose parts must hold. */
    R anyOf(AnyOf any);

    /** Visits a node whose child must not hold. */
    R not(Not not);

    /** Visits a node whose child is evaluated on the members of a list. */
    R forMembers(ForMembers each);

    /** Visits a criterion without children. */
    R leaf(Criterion leaf);
  }

  /** Lets the visitor answer for the kind of this node. */
  default <R> R accept(Visitor<R> visitor) {
    requireNonNull(visitor, "visitor");
    return visitor.leaf(this);
  }

  /** The criteria that this one is made of, in order; none for a leaf. */
  default ImmutableList<Criterion> children() {
    return ImmutableList.of();
  }

  /**
   * Returns the same node with other children.
   *
   * @throws IllegalArgumentException if a node of this kind cannot have so many children
   */
  default Criterion withChildren(List<Criterion> children) {
    requireNonNull(children, "children");
    if (!children.isEmpty()) {
      throw new IllegalArgumentException("a leaf has no children");
    }
    return this;
  }

  /** The leaves of the tree, depth first; the criterion itself if it is a leaf. */
  default Stream<Criterion> leaves() {
    return children().isEmpty() ? Stream.of(this) : children().stream().flatMap(Criterion::leaves);
  }

  /** How the criterion comes out on this evidence, and why. */
  Outcome evaluate(Evidence evidence);

  /** The prospect alone of what {@link #evaluate} gives. */
  Prospect prospect(Evidence evidence);

  /**
   * The criterion in plain English: a clause without capital and full stop.
   *
   * @param mood how strongly it is put
   * @param negated whether the opposite is said
   */
  default String says(Mood mood, boolean negated) {
    requireNonNull(mood, "mood");
    return CriterionText.of(this, mood, negated);
  }

  /** Every fact the criterion asks about, in the order of the tree. */
  ImmutableSet<Fact> facts();

  /**
   * Whether the other criterion holds wherever this one does, as far as the trees alone prove it.
   */
  default boolean implies(Criterion other) {
    requireNonNull(other, "other");
    return Implication.holds(this, other);
  }

  /**
   * Whether this says, as far as the form alone shows it, that the other criterion does not hold.
   */
  default boolean isOppositeOf(Criterion other) {
    requireNonNull(other, "other");
    return false;
  }

  /** The clause as a statement. */
  default String says() {
    return says(Mood.IS, false);
  }
}

package org.tfm.model.criterion;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.stream.Stream;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Budget;
import org.tfm.model.style.Internal;

/**
 * The condition of a term: a small immutable tree over facts.
 *
 * <p>Evaluation is a pure function in three-valued logic. The sentence shown to a school is
 * generated from the same tree, so that it always matches the evaluation.
 *
 * <p>There are three ways to traverse a tree: {@link #leaves} for the leaves only, {@link
 * #children} and {@link #withChildren} to treat every node alike, and a {@link Visitor} to
 * distinguish the kinds of node.
 */
@TfmJson.Strict
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(OneOf.class),
  @JsonSubTypes.Type(Within.class),
  @JsonSubTypes.Type(During.class),
  @JsonSubTypes.Type(Includes.class),
  @JsonSubTypes.Type(Confirmed.class),
  @JsonSubTypes.Type(Provided.class),
  @JsonSubTypes.Type(ForMembers.class),
  @JsonSubTypes.Type(CountOfMembers.class),
  @JsonSubTypes.Type(AllOf.class),
  @JsonSubTypes.Type(AnyOf.class),
  @JsonSubTypes.Type(Not.class),
  @JsonSubTypes.Type(Unstated.class),
  @JsonSubTypes.Type(HubDecides.class)
})
public sealed interface Criterion
    permits Comparison, Confirmed, Provided, OverMembers, AllOf, AnyOf, Not, Unstated, HubDecides {

  /**
   * A function with one case for each kind of node.
   *
   * <p>A visitor descends the tree itself, by calling {@link Criterion#accept} on the children of a
   * node. It can therefore use another visitor for the children: with the opposite goal below
   * {@link Not}, and with the evidence of each member below {@link OverMembers}.
   *
   * @param <R> the type of the result
   */
  interface Visitor<R> {

    /** Visits a node whose parts must all hold. */
    R allOf(AllOf all);

    /** Visits a node that needs one part to hold. */
    R anyOf(AnyOf any);

    /** Visits a node whose child must not hold. */
    R not(Not not);

    /** Visits a node whose child is evaluated for the members of a list. */
    R forMembers(ForMembers each);

    /** Visits a node whose child is evaluated for the members of a list, to count them. */
    R countOfMembers(CountOfMembers count);

    /** Visits a criterion without children. */
    R leaf(Criterion leaf);
  }

  /** Calls the method of the visitor for this kind of node. */
  default <R> R accept(Visitor<R> visitor) {
    requireNonNull(visitor, "visitor");
    return visitor.leaf(this);
  }

  /** The child criteria, in order; empty for a leaf. */
  default ImmutableList<Criterion> children() {
    return ImmutableList.of();
  }

  /**
   * Returns this node with other children.
   *
   * @throws IllegalArgumentException if this kind of node cannot have that number of children
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

  /** Evaluates the criterion on evidence, with the reasons for the outcome. */
  Outcome evaluate(Evidence evidence);

  /** Returns only the prospect of the outcome of {@link #evaluate}. */
  Prospect prospect(Evidence evidence);

  /**
   * Returns the criterion as a clause in plain English, without a capital or a full stop.
   *
   * @param mood the strength of the clause
   * @param negated whether to negate the clause
   */
  default String says(Mood mood, boolean negated) {
    requireNonNull(mood, "mood");
    return CriterionText.of(this, mood, negated);
  }

  /** The facts that the criterion asks about, in tree order. */
  ImmutableSet<Fact> facts();

  /** Whether this criterion provably implies the other. */
  default boolean implies(Criterion other) {
    return implies(other, Budget.of(Long.MAX_VALUE));
  }

  /**
   * Whether this criterion implies the other, as far as the budget suffices to prove it.
   *
   * @hidden
   */
  @Internal
  default boolean implies(Criterion other, Budget budget) {
    requireNonNull(other, "other");
    return Implication.holds(this, other, budget);
  }

  /** Whether this criterion has the form of the negation of the other. */
  default boolean isOppositeOf(Criterion other) {
    requireNonNull(other, "other");
    return false;
  }

  /** The criterion as a clause that follows "if" or "because", where no figure asks the hub. */
  default String condition() {
    return CriterionText.condition(this);
  }

  /** The criterion as a statement in plain English. */
  default String says() {
    return says(Mood.IS, false);
  }
}

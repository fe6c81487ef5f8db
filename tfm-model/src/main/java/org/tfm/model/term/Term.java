package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Fact;
import org.tfm.model.criterion.Sentences;
import org.tfm.model.json.TfmJson;
import org.tfm.model.problem.Budget;
import org.tfm.model.style.Internal;

/**
 * One item of a policy.
 *
 * <p>Immutable. An id has the same meaning in every pack. Within one policy, {@linkplain #section()
 * section} and id together identify a term.
 */
@TfmJson.Strict
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Requirement.class),
  @JsonSubTypes.Type(Entitlement.class),
  @JsonSubTypes.Type(Undertaking.class),
  @JsonSubTypes.Type(Provision.class),
  @JsonSubTypes.Type(Priority.class)
})
public sealed interface Term permits Requirement, Entitlement, Undertaking, Provision, Priority {

  /** The id, such as {@code release-time}. */
  String id();

  /** The source of the term. */
  Citation citation();

  /** The rule the term comes from. */
  Provenance provenance();

  /** The section of the policy. */
  Section section();

  /** The term as a clause in plain English, without a capital or a full stop. */
  String clause();

  /** The term as a sentence in plain English. */
  default String sentence() {
    return Sentences.of(clause());
  }

  /** The condition of an entitlement or a priority; absent if there is none. */
  default Optional<Criterion> when() {
    return Optional.empty();
  }

  /** The facts that it depends on; empty if it asks nothing. */
  default ImmutableSet<Fact> facts() {
    return ImmutableSet.of();
  }

  /**
   * Whether this term provably requires at least as much, and gives at least as much, as the other.
   */
  default boolean isAtLeastAsStrictAs(Term other) {
    return isAtLeastAsStrictAs(other, Budget.of(Long.MAX_VALUE));
  }

  /**
   * Whether {@link #isAtLeastAsStrictAs(Term)}, as far as the budget suffices to prove it.
   *
   * @hidden
   */
  @Internal
  default boolean isAtLeastAsStrictAs(Term other, Budget budget) {
    requireNonNull(other, "other");
    return Strictness.isAtLeastAsStrict(this, other, budget);
  }

  /** Returns this term with another provenance. */
  Term from(Provenance provenance);
}

package org.tfm.model.term;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One item of a policy.
 *
 * <p>Immutable. Its id means the same in every pack; within one policy a term is identified by
 * {@linkplain #section() section} and id together.
 */
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

  /** The source the term rests on. */
  Citation citation();

  /** The rule the term comes from. */
  Provenance provenance();

  /** The part of the policy it belongs to. */
  Section section();

  /** The term in plain English: a clause without capital and full stop. */
  String clause();

  /** The term in plain English: one sentence. */
  default String sentence() {
    return Sentences.of(clause());
  }

  /**
   * Whether this term asks no less, and gives no less, than the other, as far as the terms alone
   * prove it.
   */
  default boolean isAtLeastAsStrictAs(Term other) {
    requireNonNull(other, "other");
    return Strictness.isAtLeastAsStrict(this, other);
  }

  /** The same term, said to come from another rule. */
  Term from(Provenance provenance);
}

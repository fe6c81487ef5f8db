package org.tfm.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tfm.model.assessment.Terms;
import org.tfm.model.programme.Offering;
import org.tfm.model.school.PartialSchoolKind;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.rules.pack.Pack;

/**
 * The protected terms of base packs.
 *
 * @param packs the packs
 * @param withdrawn the ids of the terms that a derogation lets a policy withdraw
 */
record ProtectedTerms(ImmutableList<Pack> packs, ImmutableSet<String> withdrawn) {

  static ProtectedTerms none() {
    return new ProtectedTerms(ImmutableList.of(), ImmutableSet.of());
  }

  ProtectedTerms and(List<Pack> more) {
    return new ProtectedTerms(
        ImmutableList.<Pack>builder().addAll(packs).addAll(more).build(), withdrawn);
  }

  ProtectedTerms withdrawn(ImmutableSet<String> terms) {
    return new ProtectedTerms(packs, terms);
  }

  /** The protected terms of each base of a policy, as terms of the policy's offering. */
  Stream<Terms> of(Policy policy, Terms own, PartialSchoolKind kind) {
    return packs.stream()
        .filter(pack -> own.policy().packs().contains(pack.id()))
        .filter(pack -> pack.publisher().offers().contains(own.offering().type()))
        .map(pack -> guarded(pack, policy, own, kind));
  }

  private Terms guarded(Pack pack, Policy policy, Terms own, PartialSchoolKind kind) {
    Offering offering = own.offering();
    ImmutableSet<RulePlace> rules =
        pack.rules().stream()
            .filter(rule -> rule.guarded())
            .map(rule -> new RulePlace(pack.id(), rule.file(), rule.line()))
            .collect(ImmutableSet.toImmutableSet());
    Terms base =
        policy.terms(
            Offering.of(
                pack.publisher().hub().id(),
                offering.type(),
                pack.publisher().year().orElse(offering.year())),
            kind);
    return Terms.of(
        offering,
        base.terms().stream()
            .filter(term -> rules.contains(term.provenance().rule()))
            .filter(term -> !isLetOff(term, own))
            .collect(ImmutableList.toImmutableList()),
        ImmutableList.of(),
        own.ownFacts(),
        base.policy());
  }

  /** Whether a derogation allows the policy to be less strict. */
  private boolean isLetOff(Term guarded, Terms own) {
    Optional<Term> now = find(own, guarded);
    return now.map(term -> term.provenance().derogation().isPresent())
        .orElse(withdrawn.contains(guarded.id()));
  }

  /** Finds the term of a policy with the same section and id. */
  static Optional<Term> find(Terms terms, Term guarded) {
    return terms.terms().stream()
        .filter(term -> term.section() == guarded.section() && term.id().equals(guarded.id()))
        .findFirst();
  }
}

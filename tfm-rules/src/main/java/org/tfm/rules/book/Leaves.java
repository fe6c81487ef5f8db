package org.tfm.rules.book;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Priority;
import org.tfm.model.term.Requirement;
import org.tfm.model.term.Term;

/** Replaces the leaves of the criteria of terms. */
final class Leaves {

  private Leaves() {}

  /** Returns the term with each leaf of its criteria replaced. */
  static Term replaced(Term term, UnaryOperator<Criterion> leaf) {
    if (term instanceof Requirement one) {
      return new Requirement(
          one.id(),
          one.aspect(),
          one.strength(),
          replaced(one.criterion(), leaf),
          one.referral().map(referral -> replaced(referral, leaf)),
          one.citation(),
          one.provenance());
    }
    if (term instanceof Entitlement one) {
      return new Entitlement(
          one.id(),
          one.charge(),
          one.amount(),
          one.unit(),
          one.purpose(),
          one.payment(),
          one.when().map(when -> replaced(when, leaf)),
          one.citation(),
          one.provenance());
    }
    return term instanceof Priority one
        ? one.with(one.when().map(when -> replaced(when, leaf)))
        : term;
  }

  private static Criterion replaced(Criterion criterion, UnaryOperator<Criterion> leaf) {
    List<Criterion> children = criterion.children();
    return children.isEmpty()
        ? leaf.apply(criterion)
        : criterion.withChildren(children.stream().map(child -> replaced(child, leaf)).toList());
  }
}

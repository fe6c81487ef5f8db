package org.tfm.model.assessment;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Criterion;
import org.tfm.model.criterion.Evidence;
import org.tfm.model.document.Application;
import org.tfm.model.document.FactKey;
import org.tfm.model.term.Entitlement;
import org.tfm.model.term.Requirement;

/**
 * Some of what a policy says, ready to be assessed many times.
 *
 * <p>What is found is a pure function of the facts that are read. So what was found of an
 * application serves for the next of which these facts say the same. Thread-safe.
 */
final class Line<T> {

  private final Function<Evidence, T> assessor;
  private final @Nullable FactKey key;
  private final Kept<T> kept;

  private Line(Iterable<Criterion> criteria, Function<Evidence, T> assessor) {
    this.assessor = assessor;
    this.key = FactKey.of(criteria).orElse(null);
    this.kept = new Kept<>();
  }

  /** The finding on a requirement. */
  static Line<Finding> of(Requirement term) {
    ImmutableList.Builder<Criterion> criteria = ImmutableList.builder();
    criteria.add(term.criterion());
    term.referral().ifPresent(criteria::add);
    FindingText wording = new FindingText(term);
    return new Line<>(criteria.build(), evidence -> Assessor.finding(wording, evidence));
  }

  /** The finding on a requirement of which it is not known in which form it holds. */
  static Line<Finding> of(Requirement term, UnsettledTerm open) {
    Finding finding = Assessor.unsettled(term, open);
    return new Line<>(ImmutableList.of(), evidence -> finding);
  }

  /** The findings on all entitlements together: they ask little, and much the same. */
  static Line<ImmutableList<EntitlementFinding>> of(
      ImmutableList<Entitlement> terms, ImmutableList<UnsettledTerm> open) {
    ImmutableList<EntitlementFinding> unsettled =
        open.stream()
            .map(one -> Assessor.unsettled((Entitlement) one.term(), one))
            .collect(ImmutableList.toImmutableList());
    return new Line<>(
        terms.stream().flatMap(term -> term.when().stream()).toList(),
        evidence -> {
          ImmutableList.Builder<EntitlementFinding> all = ImmutableList.builder();
          terms.forEach(term -> all.add(Assessor.entitlement(term, evidence)));
          return all.addAll(unsettled).build();
        });
  }

  /**
   * What is found of a document.
   *
   * @param application the document if it is an application, of which findings are kept
   * @param evidence what the document says
   */
  T find(@Nullable Application application, Supplier<Evidence> evidence) {
    long at = application == null || key == null ? FactKey.NONE : key.of(application);
    if (at == FactKey.NONE) {
      return assessor.apply(evidence.get());
    }
    T found = kept.find(at);
    if (found == null) {
      found = assessor.apply(evidence.get());
      kept.keep(at, found);
    }
    return found;
  }
}

package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tfm.model.criterion.Fact;
import org.tfm.model.document.Facts;
import org.tfm.model.problem.DidYouMean;
import org.tfm.model.programme.Ids;
import org.tfm.model.style.Internal;
import org.tfm.model.term.Aspect;
import org.tfm.model.term.Citation;
import org.tfm.model.term.Provenance;
import org.tfm.model.term.Term;

/**
 * Collects the terms that rules write; its name in a rule file is {@code terms}.
 *
 * <p>Not thread-safe.
 *
 * @hidden
 */
@Internal
public final class TermsWriter {

  private final ImmutableMap<String, Fact> ownFacts;
  private final List<Supplier<Term>> written = new ArrayList<>();
  private final List<String> withdrawals = new ArrayList<>();
  private @Nullable Citation citation;
  private @Nullable Provenance provenance;

  /**
   * Creates an empty writer.
   *
   * @param ownFacts the facts that the pack declares, by id
   */
  public TermsWriter(ImmutableMap<String, Fact> ownFacts) {
    this.ownFacts = ownFacts;
  }

  /** Sets the rule that the terms written from now on come from. */
  public void rule(Citation from, Provenance rule) {
    this.citation = from;
    this.provenance = rule;
  }

  /** Removes all terms and withdrawals. */
  public void clear() {
    written.clear();
    withdrawals.clear();
  }

  private TermHead head(String id) {
    return new TermHead(Ids.check("term id", id), notNull(citation), notNull(provenance));
  }

  private static <T> T notNull(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a term was written outside a rule");
    }
    return value;
  }

  /** The terms in the order in which they were written. */
  public ImmutableList<Term> written() {
    return written.stream().map(Supplier::get).collect(ImmutableList.toImmutableList());
  }

  /** The ids of the withdrawn terms in the order in which they were written. */
  public ImmutableList<String> withdrawals() {
    return ImmutableList.copyOf(withdrawals);
  }

  private <W extends Supplier<Term>> W add(W writer) {
    written.add(writer);
    return writer;
  }

  /** The fact with this id: one of the answers of the library, or one that the pack declares. */
  public FactExpression answer(String id) {
    Optional<Fact> fact = question(id);
    if (fact.isEmpty()) {
      String hint =
          DidYouMean.hint(
              id,
              ImmutableList.<String>builder()
                  .addAll(ownFacts.keySet())
                  .addAll(Facts.answers().keySet())
                  .build());
      throw new IllegalArgumentException(
          "unknown answer `"
              + id
              + "`; a pack declares its own under `facts` in publisher.yaml"
              + (hint.isEmpty() ? "" : ". " + hint));
    }
    return new FactExpression(fact.get());
  }

  private Optional<Fact> question(String id) {
    return Optional.ofNullable(ownFacts.getOrDefault(id, Facts.answers().get(id)));
  }

  /** Adds a requirement on eligibility. */
  public RequirementWriter eligibility(String id) {
    return requirement(id, Aspect.ELIGIBILITY);
  }

  /** Adds a requirement on the contents of the application. */
  public RequirementWriter application(String id) {
    return requirement(id, Aspect.APPLICATION);
  }

  /** Adds a requirement on the commitments of the school. */
  public RequirementWriter commitment(String id) {
    return requirement(id, Aspect.COMMITMENT);
  }

  /** Adds a requirement on a work group. */
  public RequirementWriter group(String id) {
    return requirement(id, Aspect.GROUP);
  }

  /** Adds a requirement on a school's progress during the year. */
  public RequirementWriter progress(String id) {
    return requirement(id, Aspect.PROGRESS);
  }

  private RequirementWriter requirement(String id, Aspect aspect) {
    return add(new RequirementWriter(head(id), aspect));
  }

  /** Adds money or support that the school gets. */
  public EntitlementWriter grant(String id) {
    return add(new EntitlementWriter(head(id), false));
  }

  /** Adds a charge that the school pays. */
  public EntitlementWriter charge(String id) {
    return add(new EntitlementWriter(head(id), true));
  }

  /** Adds something that the school agrees to do. */
  public UndertakingWriter undertaking(String id) {
    return add(new UndertakingWriter(head(id), this::question, written::add));
  }

  /** Adds something that the hub provides. */
  public ProvisionWriter provision(String id) {
    return add(new ProvisionWriter(head(id)));
  }

  /** Adds schools that go first for the work group, or for a later one. */
  public PriorityWriter priority(String id) {
    return add(new PriorityWriter(head(id)));
  }

  /** Withdraws a term of an extended pack. */
  public void withdraw(String id) {
    withdrawals.add(Ids.check("term id", id));
  }
}

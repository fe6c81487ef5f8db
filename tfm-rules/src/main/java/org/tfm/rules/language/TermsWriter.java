package org.tfm.rules.language;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
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
 * What rules contribute their terms to; in a rule file its name is {@code terms}.
 *
 * <p>One writer collects what one rule after the other contributes. Not thread-safe.
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
   * An empty writer.
   *
   * @param ownFacts the facts that the pack declares, by id
   */
  public TermsWriter(ImmutableMap<String, Fact> ownFacts) {
    this.ownFacts = ownFacts;
  }

  /** From now on terms come from this rule. */
  public void rule(Citation from, Provenance rule) {
    this.citation = from;
    this.provenance = rule;
  }

  /** Forgets what was written. */
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

  /** Everything written, in the order of writing. */
  public ImmutableList<Term> written() {
    return written.stream().map(Supplier::get).collect(ImmutableList.toImmutableList());
  }

  /** The ids of all withdrawals, in the order of writing. */
  public ImmutableList<String> withdrawals() {
    return ImmutableList.copyOf(withdrawals);
  }

  private <W extends Supplier<Term>> W add(W writer) {
    written.add(writer);
    return writer;
  }

  /** A fact of the answers: one of the library's, or one that the pack declares. */
  public FactExpression answer(String id) {
    Fact fact = ownFacts.getOrDefault(id, Facts.answers().get(id));
    if (fact == null) {
      String hint =
          DidYouMean.hint(
              id,
              ImmutableList.<String>builder()
                  .addAll(ownFacts.keySet())
                  .addAll(Facts.answers().keySet())
                  .build());
      throw new IllegalArgumentException(
          "`"
              + id
              + "` is no fact that can be answered; a pack declares its own in publisher.yaml"
              + (hint.isEmpty() ? "" : ". " + hint));
    }
    return new FactExpression(fact);
  }

  /** A requirement on who may take part. */
  public RequirementWriter eligibility(String id) {
    return requirement(id, Aspect.ELIGIBILITY);
  }

  /** A requirement on what is handed in. */
  public RequirementWriter application(String id) {
    return requirement(id, Aspect.APPLICATION);
  }

  /** A requirement on what the school commits to. */
  public RequirementWriter commitment(String id) {
    return requirement(id, Aspect.COMMITMENT);
  }

  /** A requirement on a work group. */
  public RequirementWriter group(String id) {
    return requirement(id, Aspect.GROUP);
  }

  /** A requirement on the year. */
  public RequirementWriter progress(String id) {
    return requirement(id, Aspect.PROGRESS);
  }

  private RequirementWriter requirement(String id, Aspect aspect) {
    return add(new RequirementWriter(head(id), aspect));
  }

  /** Money or support that the school gets. */
  public EntitlementWriter grant(String id) {
    return add(new EntitlementWriter(head(id), false));
  }

  /** What the school is charged. */
  public EntitlementWriter charge(String id) {
    return add(new EntitlementWriter(head(id), true));
  }

  /** What the school owes. */
  public UndertakingWriter undertaking(String id) {
    return add(new UndertakingWriter(head(id)));
  }

  /** What is laid on. */
  public ProvisionWriter provision(String id) {
    return add(new ProvisionWriter(head(id)));
  }

  /** Who goes first, later. */
  public PriorityWriter priority(String id) {
    return add(new PriorityWriter(head(id)));
  }

  /** Takes a term of an underlying pack away. */
  public void withdraw(String id) {
    withdrawals.add(Ids.check("term id", id));
  }
}

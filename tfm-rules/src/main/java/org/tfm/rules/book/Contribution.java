package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;
import org.tfm.model.term.Undertaking;

/**
 * The contribution of one rule to one type of work group.
 *
 * @param rule the place of the rule
 * @param terms the terms that it writes
 * @param withdraws the ids of the terms of extended packs that it withdraws
 * @param kinds the kinds of school that it applies to
 * @param guarded whether an extending pack may only make its terms stricter
 * @param derogates whether it names a source that allows it to relax a protected term
 * @param from the first day on which it is in force; absent if it has none
 * @param until the last day on which it is in force; absent if it has none
 */
record Contribution(
    RulePlace rule,
    ImmutableList<Term> terms,
    ImmutableList<String> withdraws,
    KindSet kinds,
    boolean guarded,
    boolean derogates,
    Optional<LocalDate> from,
    Optional<LocalDate> until) {

  /** Returns the same contribution with other terms. */
  Contribution with(ImmutableList<Term> others) {
    return new Contribution(rule, others, withdraws, kinds, guarded, derogates, from, until);
  }

  /**
   * Whether it ends, for all schools and on all days, the check of a duty with this id that the
   * rule of another pack made: it withdraws the duty or replaces it.
   */
  boolean endsCheck(String id, Contribution other) {
    return from.isEmpty()
        && until.isEmpty()
        && kinds.containsAll(other.kinds)
        && (withdraws.contains(id)
            || terms.stream()
                .anyMatch(term -> term instanceof Undertaking && term.id().equals(id)));
  }

  boolean isEffective(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}

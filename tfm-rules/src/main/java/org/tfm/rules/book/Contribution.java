package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.tfm.model.term.RulePlace;
import org.tfm.model.term.Term;

/**
 * What one rule contributes to one type of work group.
 *
 * @param rule where the rule stands
 * @param terms the terms it writes
 * @param withdraws the ids it takes away from underlying packs
 * @param kinds the kinds of school it concerns
 * @param guarded whether its terms may only be made stricter by an extending pack
 * @param derogates whether it names a source that allows it to be less strict than a guarded term
 * @param from the first day on which it holds; absent for no such day
 * @param until the last day on which it holds; absent for no such day
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

  boolean isEffective(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}

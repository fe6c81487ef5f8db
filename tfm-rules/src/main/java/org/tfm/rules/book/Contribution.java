package org.tfm.rules.book;

import com.google.common.collect.ImmutableList;
import org.tfm.model.terms.RulePlace;
import org.tfm.model.terms.Term;

/**
 * What one rule contributes to one type of work group.
 *
 * @param rule where the rule stands
 * @param terms the terms it writes
 * @param withdraws the ids it takes away from underlying packs
 * @param kinds the kinds of school it concerns
 */
record Contribution(
    RulePlace rule, ImmutableList<Term> terms, ImmutableList<String> withdraws, KindSet kinds) {}

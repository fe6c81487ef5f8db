package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * A parsed rule.
 *
 * @param at the word {@code rule}
 * @param name the name
 * @param annotations the annotations, by name
 * @param when the when-part
 * @param then the then-part: chains of calls on {@code terms}
 */
record Rule(
    Token at,
    Token name,
    ImmutableMap<String, Token> annotations,
    ImmutableList<Pattern> when,
    ImmutableList<Expression> then) {}

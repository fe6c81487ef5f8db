package org.tfm.rules.pack;

import com.google.common.collect.ImmutableList;

/**
 * One line of a when-part.
 *
 * @param type the word {@code Offering} or {@code SchoolKind}
 * @param conditions the conditions on it; all must hold
 */
record Pattern(Token type, ImmutableList<Condition> conditions) {}

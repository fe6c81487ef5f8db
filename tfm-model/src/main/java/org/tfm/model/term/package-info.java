/**
 * What a policy says: five kinds of term, each with its source and the rule it comes from.
 *
 * <p>Start at {@link org.tfm.model.term.Term}. A {@link org.tfm.model.term.Requirement} is tested;
 * an {@link org.tfm.model.term.Entitlement} is what the school gets, an {@link
 * org.tfm.model.term.Undertaking} what it agrees to do, a {@link org.tfm.model.term.Provision} what
 * the hub provides, a {@link org.tfm.model.term.Priority} who goes first for a later offering.
 */
@NullMarked
package org.tfm.model.term;

import org.jspecify.annotations.NullMarked;

/**
 * What a policy says: five kinds of term, each with its source and the rule it comes from.
 *
 * <p>Start at {@link org.tfm.model.terms.Term}. A {@link org.tfm.model.terms.Requirement} is
 * tested; an {@link org.tfm.model.terms.Entitlement} is what the school gets, an {@link
 * org.tfm.model.terms.Undertaking} what it owes, a {@link org.tfm.model.terms.Provision} what is
 * laid on, a {@link org.tfm.model.terms.Priority} who goes first for a later offering.
 */
@NullMarked
package org.tfm.model.terms;

import org.jspecify.annotations.NullMarked;

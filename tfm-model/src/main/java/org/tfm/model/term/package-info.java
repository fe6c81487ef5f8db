/**
 * The terms of a policy, each with its source and the rule that it comes from.
 *
 * <p>Start at {@link org.tfm.model.term.Term}. There are five kinds: a {@link
 * org.tfm.model.term.Requirement} is tested; the school gets an {@link
 * org.tfm.model.term.Entitlement} and agrees to an {@link org.tfm.model.term.Undertaking}; the hub
 * provides a {@link org.tfm.model.term.Provision}; a {@link org.tfm.model.term.Priority} favours
 * some schools for a later offering.
 */
@NullMarked
package org.tfm.model.term;

import org.jspecify.annotations.NullMarked;

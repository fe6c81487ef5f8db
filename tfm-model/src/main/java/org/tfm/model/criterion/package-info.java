/**
 * Conditions over facts, in three-valued logic.
 *
 * <p>A {@link org.tfm.model.criterion.Criterion} is a small tree whose leaves refer to a {@link
 * org.tfm.model.criterion.Fact}. Evaluation on {@link org.tfm.model.criterion.Evidence} returns an
 * {@link org.tfm.model.criterion.Outcome}: true, false or unknown in Kleene's logic, with the
 * values that were read and the facts that are missing. A fact that is not given is unknown, never
 * false or a default.
 */
@NullMarked
package org.tfm.model.criterion;

import org.jspecify.annotations.NullMarked;

/**
 * Conditions over facts, and the logic of not knowing.
 *
 * <p>A {@link org.tfm.model.criterion.Criterion} is a small tree; its leaves name a {@link
 * org.tfm.model.criterion.Fact}. Evaluated on {@link org.tfm.model.criterion.Evidence} it yields an
 * {@link org.tfm.model.criterion.Outcome}: true, false or unknown in Kleene's three-valued logic,
 * what was read, and which facts are missing. A fact that was not given is unknown: never false and
 * never a default.
 */
@NullMarked
package org.tfm.model.criterion;

import org.jspecify.annotations.NullMarked;

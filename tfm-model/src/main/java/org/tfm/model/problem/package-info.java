/**
 * Problems of an input, as data and as messages that help the author to correct it.
 *
 * <p>Start at {@link org.tfm.model.problem.InvalidInputException}, which carries every {@link
 * org.tfm.model.problem.Problem} of one input.
 */
@NullMarked
package org.tfm.model.problem;

import org.jspecify.annotations.NullMarked;

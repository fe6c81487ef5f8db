/**
 * What is wrong with an input, said so that its author can mend it.
 *
 * <p>Start at {@link org.tfm.model.problem.InvalidInputException}: it carries every {@link
 * org.tfm.model.problem.Problem} of one input at once.
 */
@NullMarked
package org.tfm.model.problem;

import org.jspecify.annotations.NullMarked;

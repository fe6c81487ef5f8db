/**
 * What is wrong with an input, as data and in words that help its author to correct it.
 *
 * <p>Start at {@link org.tfm.model.problem.InvalidInputException}: it carries every {@link
 * org.tfm.model.problem.Problem} of one input at once.
 */
@NullMarked
package org.tfm.model.problem;

import org.jspecify.annotations.NullMarked;

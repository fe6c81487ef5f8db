package org.tfm.examples.batch;

import com.google.common.collect.ImmutableList;
import org.tfm.model.problem.Problem;

/**
 * A row that cannot be assessed, and why. It is found again by its line; nothing of it is repeated.
 *
 * @param file the name of its file
 * @param line the line on which it starts
 * @param problems everything that is wrong with it
 */
public record Rejected(String file, long line, ImmutableList<Problem> problems)
    implements RowResult {}

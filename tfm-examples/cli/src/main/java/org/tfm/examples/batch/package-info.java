/**
 * Many applications at once: read row by row, assessed on every core, written in the order in which
 * they were read.
 *
 * <p>Start at {@link org.tfm.examples.batch.Batch}. A {@link org.tfm.examples.batch.RowSource}
 * reads rows, a {@link org.tfm.examples.batch.RowAssessor} assesses one, a {@link
 * org.tfm.examples.batch.RowFormat} writes it. A row that cannot be read becomes a {@link
 * org.tfm.examples.batch.Rejected}, which says why and repeats nothing of it. Nothing keeps a row,
 * so memory does not grow with the input.
 */
@NullMarked
package org.tfm.examples.batch;

import org.jspecify.annotations.NullMarked;

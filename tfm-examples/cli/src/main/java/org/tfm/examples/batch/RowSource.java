package org.tfm.examples.batch;

import java.io.Closeable;
import java.util.Iterator;
import org.tfm.model.problem.InvalidInputException;

/**
 * The rows of an input, in its order. Not thread-safe.
 *
 * <p>{@code hasNext} and {@code next} throw {@link InvalidInputException} where the rest of the
 * input cannot be read; what is wrong with one row alone is left to that row.
 */
public interface RowSource extends Iterator<InputRow>, Closeable {}

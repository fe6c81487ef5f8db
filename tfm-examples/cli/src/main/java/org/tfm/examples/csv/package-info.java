/**
 * How CSV is written so that no spreadsheet takes a cell for a formula.
 *
 * <p>Start at {@link org.tfm.examples.csv.CsvOutput}.
 */
@NullMarked
package org.tfm.examples.csv;

import org.jspecify.annotations.NullMarked;

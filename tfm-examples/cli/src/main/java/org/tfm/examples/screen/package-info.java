/**
 * What the screening of a register says: the decisions as CSV and what was counted as text.
 *
 * <p>Start at {@link org.tfm.examples.screen.ScreenReport}.
 */
@NullMarked
package org.tfm.examples.screen;

import org.jspecify.annotations.NullMarked;

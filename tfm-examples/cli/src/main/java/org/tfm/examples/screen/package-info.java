/**
 * The result of screening a register: the decisions as CSV and the counts as text.
 *
 * <p>Start at {@link org.tfm.examples.screen.ScreenReport}.
 */
@NullMarked
package org.tfm.examples.screen;

import org.jspecify.annotations.NullMarked;

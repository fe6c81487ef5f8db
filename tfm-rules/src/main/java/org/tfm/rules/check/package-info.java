/**
 * Worked cases: examples beside the rules that say what must come out.
 *
 * <p>Start at {@link org.tfm.rules.check.WorkedCases}.
 */
@NullMarked
package org.tfm.rules.check;

import org.jspecify.annotations.NullMarked;

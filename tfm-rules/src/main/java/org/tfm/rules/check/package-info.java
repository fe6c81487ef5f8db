/**
 * Checks of packs and of their worked cases.
 *
 * <p>{@link org.tfm.rules.check.WorkedCases} are examples with expected results. {@link
 * org.tfm.rules.check.PackCheck} finds mistakes in a pack before schools apply, {@link
 * org.tfm.rules.check.CaseReport} runs the cases and computes their coverage, and {@link
 * org.tfm.rules.check.PackMutations} lists small mistakes in the rules that no case would detect.
 */
@NullMarked
package org.tfm.rules.check;

import org.jspecify.annotations.NullMarked;

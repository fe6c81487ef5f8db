/**
 * Checks of packs and of the worked cases beside their rules.
 *
 * <p>{@link org.tfm.rules.check.WorkedCases} are examples that say what must come out. {@link
 * org.tfm.rules.check.PackCheck} finds what is wrong with a pack before anybody applies, {@link
 * org.tfm.rules.check.CaseReport} tells which cases hold and what they exercise, and {@link
 * org.tfm.rules.check.PackMutations} which small mistakes in the rules no case would notice.
 */
@NullMarked
package org.tfm.rules.check;

import org.jspecify.annotations.NullMarked;

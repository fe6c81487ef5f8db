/**
 * Programs that embed the library as a user would.
 *
 * <p>Start at {@link org.tfm.examples.QuickStart}, which is the Java block of the README, or at
 * {@link org.tfm.examples.Demo}, three decisions.
 */
@NullMarked
package org.tfm.examples;

import org.jspecify.annotations.NullMarked;

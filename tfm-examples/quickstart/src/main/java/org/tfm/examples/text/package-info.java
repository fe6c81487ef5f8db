/**
 * An assessment as text for people, as the demo and the command line print it.
 *
 * <p>Start at {@link org.tfm.examples.text.TextReport}.
 */
@NullMarked
package org.tfm.examples.text;

import org.jspecify.annotations.NullMarked;

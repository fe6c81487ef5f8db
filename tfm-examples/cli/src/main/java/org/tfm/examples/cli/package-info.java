/**
 * The {@code tfm} command line.
 *
 * <p>Start at {@link org.tfm.examples.cli.Tfm}.
 */
@NullMarked
package org.tfm.examples.cli;

import org.jspecify.annotations.NullMarked;

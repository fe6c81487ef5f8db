/** The fuzz target for the {@code tfm} command line, which uses its package-private entry. */
@NullMarked
package org.tfm.examples.cli;

import org.jspecify.annotations.NullMarked;

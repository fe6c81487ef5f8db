/**
 * Fuzz tests with hostile documents, packs, registers and command lines.
 *
 * <p>The classes are targets of the coverage-guided fuzzer Jazzer; {@link
 * org.tfm.examples.fuzz.FuzzRun} runs them one after another.
 */
@NullMarked
package org.tfm.examples.fuzz;

import org.jspecify.annotations.NullMarked;

/**
 * Hostile input: what must hold of every document, pack, register and command line, however broken.
 *
 * <p>Each class here is a target of the coverage-guided fuzzer Jazzer; {@link
 * org.tfm.examples.fuzz.FuzzRun} starts them one after the other.
 */
@NullMarked
package org.tfm.examples.fuzz;

import org.jspecify.annotations.NullMarked;

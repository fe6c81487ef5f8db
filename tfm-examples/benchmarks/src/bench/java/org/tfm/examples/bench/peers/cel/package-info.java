/** The contest's policies in CEL for Java. */
@NullMarked
package org.tfm.examples.bench.peers.cel;

import org.jspecify.annotations.NullMarked;

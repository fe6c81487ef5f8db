/** The contest's policies in Evrete. */
@NullMarked
package org.tfm.examples.bench.peers.evrete;

import org.jspecify.annotations.NullMarked;

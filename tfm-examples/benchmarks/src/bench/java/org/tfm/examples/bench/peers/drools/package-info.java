/** The contest's policies in Drools. */
@NullMarked
package org.tfm.examples.bench.peers.drools;

import org.jspecify.annotations.NullMarked;

/** The contest's policies in Drools DMN. */
@NullMarked
package org.tfm.examples.bench.peers.dmn;

import org.jspecify.annotations.NullMarked;

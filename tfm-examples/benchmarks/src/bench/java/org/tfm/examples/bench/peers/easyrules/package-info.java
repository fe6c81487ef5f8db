/** The contest's policies in Easy Rules. */
@NullMarked
package org.tfm.examples.bench.peers.easyrules;

import org.jspecify.annotations.NullMarked;

/**
 * Benchmarks of the library against a hand-written policy; not part of any artifact.
 *
 * <p>Run {@code mvn -B -ntp -Pbench verify -DskipTests}: {@link org.tfm.examples.bench.Suite}
 * measures everything.
 */
@NullMarked
package org.tfm.examples.bench;

import org.jspecify.annotations.NullMarked;

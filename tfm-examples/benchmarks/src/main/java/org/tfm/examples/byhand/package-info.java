/**
 * One policy written by hand in plain Java: the baseline of the benchmarks.
 *
 * <p>{@link org.tfm.examples.byhand.CheshireWirralByHand} makes the same findings as the rule file
 * of Cheshire and Wirral's Development work groups in 2022/23, word for word, without terms,
 * criteria or rules. {@link org.tfm.examples.byhand.ByHand} is the same as a program. It is not an
 * example to follow: the policy is scattered over the code, which covers one policy only.
 */
@NullMarked
package org.tfm.examples.byhand;

import org.jspecify.annotations.NullMarked;

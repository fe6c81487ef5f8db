/**
 * One policy written out by hand in plain Java: the yardstick the library is measured against.
 *
 * <p>{@link org.tfm.examples.byhand.CheshireWirralByHand} makes the same findings as the rule file
 * of Cheshire and Wirral's Development work groups of 2022/23, word for word, without terms,
 * criteria or rules. {@link org.tfm.examples.byhand.ByHand} is the same as a program. It is no
 * example to follow: what it knows of the policy is spread over code, and it knows one policy only.
 */
@NullMarked
package org.tfm.examples.byhand;

import org.jspecify.annotations.NullMarked;

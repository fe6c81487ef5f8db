/**
 * The contest: the same policies, applications and findings for everybody.
 *
 * <p>{@link org.tfm.examples.bench.contest.Contest} takes what ten and more offerings demand from
 * this library's terms, once, before anything is timed, and hands it out as plain conditions:
 * {@link org.tfm.examples.bench.contest.Policy}, {@link org.tfm.examples.bench.contest.Row}, {@link
 * org.tfm.examples.bench.contest.Condition}. Every contestant is given them in the form its users
 * write, and is timed only once it was seen to find what this library finds. {@link
 * org.tfm.examples.bench.contest.PlainJava} writes them as Java source: the yardstick.
 */
@NullMarked
package org.tfm.examples.bench.contest;

import org.jspecify.annotations.NullMarked;

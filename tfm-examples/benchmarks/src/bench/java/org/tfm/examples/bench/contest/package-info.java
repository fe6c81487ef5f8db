/**
 * The contest: the same policies, applications and findings for all contestants.
 *
 * <p>{@link org.tfm.examples.bench.contest.Contest} derives the requirements of more than ten
 * offerings from this library's terms, once, before anything is timed, as plain conditions: {@link
 * org.tfm.examples.bench.contest.Policy}, {@link org.tfm.examples.bench.contest.Row}, {@link
 * org.tfm.examples.bench.contest.Condition}. Each contestant gets them in the form that its users
 * write, and is timed only if its results equal this library's. {@link
 * org.tfm.examples.bench.contest.PlainJava} writes them as Java source: the baseline.
 */
@NullMarked
package org.tfm.examples.bench.contest;

import org.jspecify.annotations.NullMarked;

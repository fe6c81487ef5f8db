/**
 * Tools for testing packs with JUnit 5.
 *
 * <p>{@link org.tfm.testkit.RuleVerifier} tests one term on one document. {@link
 * org.tfm.testkit.PackInvariants} tests the invariants of all policies on random documents. {@link
 * org.tfm.testkit.TfmArbitraries} generates random documents for your own properties, with jqwik.
 */
@NullMarked
package org.tfm.testkit;

import org.jspecify.annotations.NullMarked;

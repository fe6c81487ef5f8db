/**
 * What a pack author tests a pack with: JUnit 5 and jqwik, and checks that know the rules.
 *
 * <p>Start at {@link org.tfm.testkit.RuleVerifier} to test one term on one document, and at {@link
 * org.tfm.testkit.PackInvariants} for what must hold of every policy. {@link
 * org.tfm.testkit.TfmArbitraries} makes random documents for properties of your own.
 */
@NullMarked
package org.tfm.testkit;

import org.jspecify.annotations.NullMarked;

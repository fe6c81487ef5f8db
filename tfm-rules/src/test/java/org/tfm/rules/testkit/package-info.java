/**
 * What a pack author tests a pack with, published as the test jar of this module.
 *
 * <p>Start at {@link org.tfm.rules.testkit.RuleVerifier} to test one term on one document, and at
 * {@link org.tfm.rules.testkit.PackInvariants} for what must hold of every policy. {@link
 * org.tfm.rules.testkit.TfmArbitraries} makes random documents for properties of your own. Needs
 * JUnit 5 and jqwik 1.9.3 on the class path of the tests.
 */
@NullMarked
package org.tfm.rules.testkit;

import org.jspecify.annotations.NullMarked;

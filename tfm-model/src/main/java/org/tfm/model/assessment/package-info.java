/**
 * Terms applied to a document: findings, and the verdict.
 *
 * <p>Start at {@link org.tfm.model.assessment.Terms}, which holds what a policy says for one
 * offering and one kind of school. {@link org.tfm.model.assessment.Terms#assess} evaluates each
 * requirement and gives an {@link org.tfm.model.assessment.Assessment} made of {@link
 * org.tfm.model.assessment.Finding}s: what is demanded, what was observed, and what came of it.
 * Assessing is a pure function: same terms, same input, same result.
 */
@NullMarked
package org.tfm.model.assessment;

import org.jspecify.annotations.NullMarked;

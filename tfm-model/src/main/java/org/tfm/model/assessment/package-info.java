/**
 * Assessment of documents: findings and verdicts.
 *
 * <p>Start at {@link org.tfm.model.assessment.Terms}, the terms of a policy for one offering and
 * one kind of school. {@link org.tfm.model.assessment.Terms#assess} evaluates each requirement and
 * returns an {@link org.tfm.model.assessment.Assessment} with {@link
 * org.tfm.model.assessment.Finding}s: the demand, the observations and the status. Assessment is a
 * pure function: the same terms and the same input give the same result.
 */
@NullMarked
package org.tfm.model.assessment;

import org.jspecify.annotations.NullMarked;

/**
 * Terms applied: what was found, and the verdict.
 *
 * <p>Start at {@link org.tfm.model.assessment.Terms}, which holds what a policy says for one
 * offering and one kind of school, and yields an {@link org.tfm.model.assessment.Assessment} of an
 * application, a work group or a year's progress. Assessing is a pure function: same terms, same
 * input, same result.
 */
@NullMarked
package org.tfm.model.assessment;

import org.jspecify.annotations.NullMarked;

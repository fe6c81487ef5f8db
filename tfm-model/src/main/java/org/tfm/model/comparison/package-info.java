/**
 * Comparisons of policies, and of assessments under different policies.
 *
 * <p>Start at {@link org.tfm.model.comparison.TermsComparison}, which compares two policies. An
 * {@link org.tfm.model.comparison.AssessmentComparison} shows the differences for one document.
 * Both are pure data.
 */
@NullMarked
package org.tfm.model.comparison;

import org.jspecify.annotations.NullMarked;

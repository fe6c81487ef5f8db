/**
 * Policies held against each other: what one asks and gives that the other does not.
 *
 * <p>Start at {@link org.tfm.model.comparison.TermsComparison}, which compares what two policies
 * say. An {@link org.tfm.model.comparison.AssessmentComparison} says what that means for one
 * school. Both are data, and depend on nothing but what is compared.
 */
@NullMarked
package org.tfm.model.comparison;

import org.jspecify.annotations.NullMarked;

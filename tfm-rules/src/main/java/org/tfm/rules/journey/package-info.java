/**
 * The journey of a school through the programme: what it may join in two years, what comes first,
 * and what has changed.
 *
 * <p>Start at {@link org.tfm.rules.journey.Journey}.
 */
@NullMarked
package org.tfm.rules.journey;

import org.jspecify.annotations.NullMarked;

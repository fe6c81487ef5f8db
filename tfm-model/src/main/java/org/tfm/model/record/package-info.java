/**
 * What was decided, on what and with which policy, in a form that can be kept, read by others and
 * decided again.
 *
 * <p>Start at {@link org.tfm.model.record.DecisionRecord}. A record holds no personal data: what is
 * declared {@link org.tfm.model.privacy.Personal} is masked, and where masking cannot be relied on
 * there is no record.
 */
@NullMarked
package org.tfm.model.record;

import org.jspecify.annotations.NullMarked;

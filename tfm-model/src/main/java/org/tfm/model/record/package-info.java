/**
 * Records of decisions, which can be kept, shared and replayed.
 *
 * <p>Start at {@link org.tfm.model.record.DecisionRecord}. A record contains no personal data:
 * attributes declared {@link org.tfm.model.privacy.Personal} are masked, and if masking is not
 * reliable there is no record.
 */
@NullMarked
package org.tfm.model.record;

import org.jspecify.annotations.NullMarked;

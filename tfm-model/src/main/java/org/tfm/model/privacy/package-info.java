/**
 * Declarations of the personal data in documents, on the attributes themselves.
 *
 * <p>Start at {@link org.tfm.model.privacy.Personal}. Programs that keep or show a document mask
 * these attributes. Every attribute with free text is either {@link org.tfm.model.privacy.Personal}
 * or {@link org.tfm.model.privacy.PublicWords}.
 */
@NullMarked
package org.tfm.model.privacy;

import org.jspecify.annotations.NullMarked;

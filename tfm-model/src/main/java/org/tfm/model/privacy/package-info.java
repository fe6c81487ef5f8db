/**
 * What is personal in the documents that schools and hubs hand in, declared where it stands.
 *
 * <p>Start at {@link org.tfm.model.privacy.Personal}. Whoever keeps a document, or shows it to
 * others, masks what is declared so; every attribute that holds words of somebody's own is either
 * {@link org.tfm.model.privacy.Personal} or {@link org.tfm.model.privacy.PublicWords}.
 */
@NullMarked
package org.tfm.model.privacy;

import org.jspecify.annotations.NullMarked;

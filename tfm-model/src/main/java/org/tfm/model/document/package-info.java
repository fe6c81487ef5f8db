/**
 * What schools and hubs hand in: applications, expressions of interest, planned work groups and the
 * progress of a year.
 *
 * <p>Start at {@link org.tfm.model.document.Application}. Each document offers itself as {@link
 * org.tfm.model.criterion.Evidence}; {@link org.tfm.model.document.Facts} lists the facts that can
 * be read from it. Whatever a document leaves out is unknown. Names, statements and teacher
 * reference numbers appear in no {@code toString} and in no message.
 */
@NullMarked
package org.tfm.model.document;

import org.jspecify.annotations.NullMarked;
